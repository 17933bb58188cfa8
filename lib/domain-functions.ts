import type { AlarmDeclaration, Domain, Needs } from '../platform/manifest/domain.ts';
import {
  authorizerFunctionName,
  httpFunctionName,
  jobFunctionName,
  socketFunctionName,
  streamFunctionName,
} from './names.ts';

/** A function of a domain, whatever starts it. */
export interface DomainFunction extends Needs {
  /** After the stage: `iot-http`; in `.build/functions` too. */
  readonly name: string;
  readonly entry: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly lateCode?: true;
  readonly assets?: readonly string[];
  readonly folders?: readonly string[];
  readonly alarms: readonly AlarmDeclaration[];
}

/** Every function that a domain declares, under the name that it is built and deployed by. */
export function functionsOf({
  name,
  http,
  jobs = [],
  streams = [],
  sockets = [],
  mqtt,
  alarms,
}: Domain): readonly DomainFunction[] {
  return [
    ...(http ? [{ ...http, name: httpFunctionName(name), alarms }] : []),
    ...jobs.map(job => ({ ...job, name: jobFunctionName(name, job.name) })),
    ...streams.map(stream => ({ ...stream, name: streamFunctionName(name, stream.name) })),
    ...sockets.map(socket => ({ ...socket, name: socketFunctionName(name, socket.name) })),
    ...(mqtt ? [{ ...mqtt.authorizer, name: authorizerFunctionName(name, mqtt.authorizer.name) }] : []),
  ];
}
