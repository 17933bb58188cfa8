import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { domains } from '../../functions/manifest.ts';
import type { AuthorizerHandler } from '../../platform/mqtt/authorizer-function.ts';
import { rulesSettings } from '../../platform/mqtt/environment.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { deployedName, sharedKinesisClient } from '../../platform/streams/client.ts';
import type { StreamName } from '../../platform/streams/streams.ts';
import { EngineError } from '../engines/engine-error.ts';
import { engineFailure } from '../engines/engine-failure.ts';
import { freePort } from '../engines/free-port.ts';
import { createAuthorizer } from './authorizer.ts';
import { type Broker, createBroker } from './broker.ts';
import { logBrokerEvent } from './broker-log.ts';
import { RefusalCounts } from './counts.ts';
import { createDataPlane } from './data-plane.ts';
import { RetainedMessages } from './retained-messages.ts';
import { watchStream } from './stream-watch.ts';
import { StreamWriter } from './stream-writer.ts';
import { createTopicRules } from './topic-rules.ts';

/**
 * The process of the broker, forked by `startBroker`. Argument: `BrokerArguments` as JSON. It finds the database and the streams
 * by its environment, as functions do.
 */
export interface BrokerArguments {
  /** Retained messages are kept here. */
  readonly directory: string;
  /** Where devices connect; 0 is any free one. */
  readonly port: number;
  readonly publishesPerSecond: number;
}

/** The first message of this process: where devices connect, and where messages to them are taken. */
export interface BrokerReady {
  readonly port: number;
  readonly dataPort: number;
}

/** Each one after it. */
export interface BrokerLogMessage {
  readonly log: string;
}

const SECOND_MS = 1_000;

// Whoever started it has gone, or says that it is time. What was acknowledged is in its stream, so that it can end as it
// stands, and by force: a process of Node.js 24 that exits can hang (nodejs/node#54918).
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function serve({ directory, port, publishesPerSecond }: BrokerArguments): Promise<BrokerReady> {
  const declaration = domains.find(({ mqtt }) => mqtt !== undefined)?.mqtt;
  if (declaration === undefined) throw new Error('No domain has anything to do with MQTT');
  const { authorizer, rules } = declaration;
  const { handler } = (await import(new URL(`../../${authorizer.entry}`, import.meta.url).href)) as {
    handler: AuthorizerHandler;
  };
  const counts = new RefusalCounts();
  const streams = [...new Set(rules.map(({ stream }) => stream))];
  let broker: Broker | undefined;
  const settled = () => broker?.settled();
  const writers = new Map<StreamName, StreamWriter>(
    streams.map(name => [
      name,
      new StreamWriter({ client: sharedKinesisClient(), stream: deployedName(name), settled }),
    ]),
  );
  broker = await createBroker({
    authorizer: createAuthorizer({ ...authorizer, handler, now: Date.now }),
    routeOf: createTopicRules(rules, rulesSettings().MQTT_RULES_STAGE),
    streams,
    writerOf: stream => writers.get(stream)!,
    retained: new RetainedMessages(join(directory, 'retained.ndjson')),
    publishesPerSecond,
    refused: refusal => counts.add(refusal),
    now: Date.now,
  });
  const watches = [...writers].map(([stream, writer]) => watchStream(stream, writer, logBrokerEvent));
  setInterval(() => {
    void broker.refresh();
    for (const watch of watches) watch();
    const refused = counts.take();
    if (Object.keys(refused).length > 0) logBrokerEvent({ event: 'refused', counts: refused });
  }, SECOND_MS);
  const server = createServer({ noDelay: true }, socket => broker.handle(socket));
  const dataPlane = createDataPlane(broker);
  // Devices last: the first that signs in writes to the log, and this process has something to say before.
  const dataPort = await listen(dataPlane, 0);
  return { port: await listen(server, port), dataPort };
}

/** On this machine only: nothing is encrypted here. */
async function listen(server: Pick<Server, 'listen' | 'address'> & NodeJS.EventEmitter, port: number): Promise<number> {
  server.listen(port === 0 ? await freePort() : port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function refusal(error: unknown): string {
  const { code, port, syscall } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or take another for devices: MQTT_PORT=${port! + 1} npm start (MQTT_PORT=0 takes any free one).`;
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return `Port ${port} may not be used without more rights: MQTT_PORT=1883 npm start.`;
  }
  const failure = engineFailure('MQTT', args.directory, error);
  if (failure instanceof EngineError) return failure.message;
  throw failure;
}

// The terminal is whoever's that started it.
logTo(log => process.send!({ log } satisfies BrokerLogMessage, undefined, undefined, () => {}));
const args = JSON.parse(process.argv[2]!) as BrokerArguments;
const ready = await serve(args).catch(error => ({ refusal: refusal(error) }));
// Whoever started it may have gone by now: then it ends.
process.send!(ready, undefined, undefined, () => {});
// Node.js does it at a proper end, which there is not.
flushCompileCache();
