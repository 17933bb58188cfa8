import { writeLog } from '../../platform/observability/log-sink.ts';
import type { BrokerArguments, BrokerLogMessage, BrokerReady } from '../mqtt/process.ts';
import { startEngineProcess } from './engine-process.ts';
import type { EngineEnvironment } from './running-environment.ts';

export interface BrokerEngineOptions extends BrokerArguments {
  /** Where the database and the streams are. */
  readonly environment: EngineEnvironment;
  /** Takes its log's lines. */
  readonly log?: (line: string) => void;
}

/** AWS IoT Core on this machine, in a process of its own. */
export interface BrokerEngine {
  readonly port: number;
  /** What functions need to publish to devices, and to tell them where to connect, as environment variables. */
  readonly environment: Readonly<Record<'MQTT_ENDPOINT' | 'IOT_DATA_ENDPOINT' | 'MQTT_RULES_STAGE', string>>;
  readonly processId: number;
  /** Resolves when it ends without having been stopped. */
  readonly lost: Promise<string>;
  /** Does nothing if it has ended. */
  stop(): Promise<void>;
}

/** Names of topic rules have it, where stages have theirs. */
const RULES_STAGE = 'local';

/**
 * Starts the broker. It listens on this machine only, and ends with this process.
 * @throws EngineError where the port is taken
 */
export async function startBroker({
  environment,
  log = writeLog,
  ...args
}: BrokerEngineOptions): Promise<BrokerEngine> {
  const { ready, child, lost, stop } = await startEngineProcess<BrokerReady>(
    new URL('../mqtt/process.ts', import.meta.url),
    [JSON.stringify(args satisfies BrokerArguments)],
    { ...environment, MQTT_RULES_STAGE: RULES_STAGE },
  );
  child.on('message', message => log((message as BrokerLogMessage).log));
  return {
    port: ready.port,
    environment: {
      MQTT_ENDPOINT: `127.0.0.1:${ready.port}`,
      IOT_DATA_ENDPOINT: `http://127.0.0.1:${ready.dataPort}`,
      MQTT_RULES_STAGE: RULES_STAGE,
    },
    processId: child.pid!,
    lost,
    stop,
  };
}
