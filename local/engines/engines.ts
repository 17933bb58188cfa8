import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import { startBroker } from './broker.ts';
import { holdDataFolder } from './data-folder.ts';
import { type DatabaseOptions, startDatabase } from './database.ts';
import { startDynamoDb } from './dynamodb.ts';
import { engineFailure } from './engine-failure.ts';
import { startKeys } from './keys.ts';
import { assertWhole, rememberMade } from './made-parts.ts';
import { type EngineEnvironment, removeEnvironment, writeEnvironment } from './running-environment.ts';
import { startStreams } from './streams.ts';

/** An engine as the status table shows it. */
export interface RunningEngine {
  readonly name: string;
  /** Where it is, without a password. */
  readonly address: string;
  readonly startedInMs: number;
  readonly remark: string;
}

export interface Engines {
  readonly running: readonly RunningEngine[];
  stop(): Promise<void>;
}

export interface EnginesOptions extends DatabaseOptions {
  /** Also a broker that devices connect to. */
  readonly broker?: { readonly port: number; readonly publishesPerSecond: number };
  /** Whether jobs by hand find these: they are there until somebody ends them. */
  readonly shared?: boolean;
  /** Told of an engine that ended without having been stopped, and by what: `SIGKILL`, an exit code, a store that failed. */
  readonly lost?: (engine: RunningEngine, by: string) => void;
}

/** What one engine gives beside itself. */
interface Started extends RunningEngine {
  readonly environment: EngineEnvironment;
  /** Resolves when it ends, or fails for good, without having been stopped: with what it ended by. */
  readonly lost?: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts what the functions need beside themselves, with the schema and the reference data of this code, and sets the
 * environment by which they find it.
 * @throws EngineError, MigrationError, ConfigurationError saying what to do; then nothing runs
 */
export async function startEngines(options: EnginesOptions): Promise<Engines> {
  const { directory, broker, shared = false, lost = () => {} } = options;
  const { holder, release } = await holdDataFolder(directory);
  const started: Started[] = [];
  const stop = async () => {
    await removeEnvironment(directory, holder);
    await Promise.all(started.map(each => each.stop()));
    release();
  };
  try {
    assertWhole(directory, partsOf(options));
    const starting = await Promise.allSettled([
      startRelational(options),
      startDocuments(directory),
      startEventStreams(directory),
      startOutbox(directory),
    ]);
    for (const each of starting) if (each.status === 'fulfilled') started.push(each.value);
    for (const each of starting) if (each.status === 'rejected') throw each.reason;
    // After what they open.
    started.push(await startSecrets(options, environmentOf(started)));
    if (broker !== undefined) started.push(await startDeviceBroker(directory, broker, environmentOf(started)));
    rememberMade(directory, partsOf(options));
    if (shared) await writeEnvironment(directory, holder, environmentOf(started));
  } catch (error) {
    await stop();
    throw engineFailure('HEAL7', directory, error);
  }
  for (const engine of started) engine.lost?.then(by => lost(engine, by));
  Object.assign(process.env, environmentOf(started));
  return { running: started, stop };
}

function environmentOf(started: readonly Started[]): EngineEnvironment {
  return Object.assign({}, ...started.map(each => each.environment)) as EngineEnvironment;
}

/** What engines keep in the folder from their first start on. */
function partsOf({ databaseUrl, broker }: EnginesOptions): readonly string[] {
  return [
    ...(databaseUrl === undefined ? ['postgres/data'] : []),
    'dynamodb/CURRENT',
    'streams',
    'keys/master-keys.json',
    ...(broker === undefined ? [] : ['mqtt/retained.ndjson']),
  ];
}

async function startRelational(options: EnginesOptions): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(options.directory, 'postgres');
  const place = options.databaseUrl === undefined ? folder : new URL(options.databaseUrl).host;
  const { url, ownerUrl, lost, stop } = await startDatabase(options).catch(error => {
    throw engineFailure('PostgreSQL', place, error);
  });
  const { host, pathname, username } = new URL(url);
  return {
    name: 'PostgreSQL',
    address: `${host}${pathname}`,
    startedInMs: elapsed(),
    remark:
      options.databaseUrl === undefined ? `data in ${folder}` : `yours: DATABASE_URL, functions sign in as ${username}`,
    environment: { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl },
    ...(lost && { lost }),
    stop,
  };
}

async function startDocuments(directory: string): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(directory, 'dynamodb');
  const { endpoint, environment, lost, stop } = await startDynamoDb({ directory: folder }).catch(error => {
    throw engineFailure('DynamoDB', folder, error);
  });
  return {
    name: 'DynamoDB',
    address: new URL(endpoint).host,
    startedInMs: elapsed(),
    remark: `data in ${folder}`,
    environment,
    lost,
    stop,
  };
}

async function startEventStreams(directory: string): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(directory, 'streams');
  const { endpoint, environment, processId, lost, stop } = await startStreams({ directory: folder });
  return {
    name: 'Kinesis',
    address: new URL(endpoint).host,
    startedInMs: elapsed(),
    remark: `process ${processId}, data in ${folder}`,
    environment,
    lost,
    stop,
  };
}

/** After the others: it looks devices up in the database, and puts what they publish into a stream. */
async function startDeviceBroker(
  directory: string,
  settings: { readonly port: number; readonly publishesPerSecond: number },
  found: EngineEnvironment,
): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(directory, 'mqtt');
  const broker = await startBroker({ ...settings, directory: folder, environment: found });
  const { environment, processId, lost, stop } = broker;
  return {
    name: 'MQTT',
    address: environment.MQTT_ENDPOINT,
    startedInMs: elapsed(),
    remark: `process ${processId}, retained messages in ${folder}`,
    environment,
    lost,
    stop,
  };
}

/** In place of KMS: whoever loses these files loses all that is personal in the database, and whoever has them reads it. */
async function startSecrets({ directory, asItIs = false }: EnginesOptions, found: EngineEnvironment): Promise<Started> {
  const elapsed = stopwatch();
  const file = await startKeys(directory, found, asItIs).catch(error => {
    throw engineFailure('Keys', join(directory, 'keys'), error);
  });
  return {
    name: 'Keys',
    address: 'files',
    startedInMs: elapsed(),
    remark: `secrets in ${join(directory, 'keys')}: keep them with the data`,
    environment: { HEAL7_KEY_FILE: file },
    stop: async () => {},
  };
}

/** Where messages to people lie, in place of being sent: they hold addresses and codes, so that nobody else may read them. */
async function startOutbox(directory: string): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(directory, 'outbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    name: 'Messages',
    address: 'files',
    startedInMs: elapsed(),
    remark: `e-mail, SMS and alerts in ${folder}`,
    // Webhooks of one's own machine: elsewhere they are of the internet, by HTTPS.
    environment: { HEAL7_OUTBOX: folder, HEAL7_WEBHOOK_TARGETS: 'any' },
    stop: async () => {},
  };
}
