import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadReferenceData } from '../../db/reference-data.ts';
import { makePartitions } from '../../functions/operations/partitions.ts';
import { APP_ROLE, letAppSignIn } from '../../platform/db/app-role.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';
import { createKeyFile } from '../../platform/encryption/key-file.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import { startBroker } from './broker.ts';
import { startDynamoDb } from './dynamodb.ts';
import { EngineError } from './engine-error.ts';
import { startPostgres } from './postgres.ts';
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

export interface EnginesOptions {
  /** What they keep between starts is under it. */
  readonly directory: string;
  /** A server of one's own, in place of ours: as whom functions sign in, and who owns the schema if that is another. */
  readonly databaseUrl?: string | undefined;
  readonly ownerUrl?: string | undefined;
  /** Leaves the database with the schema it has. */
  readonly asItIs?: boolean;
  /** Also a broker that devices connect to. */
  readonly broker?: { readonly port: number; readonly publishesPerSecond: number };
  /** Told what takes long, at the first start and after a change of the schema. */
  readonly progress?: (message: string) => void;
  /** Told of an engine that ended without having been stopped, and by what: `SIGKILL`, or an exit code. */
  readonly lost?: (engine: RunningEngine, by: string) => void;
}

/** What one engine gives beside itself. */
interface Started extends RunningEngine {
  readonly environment: EngineEnvironment;
  /** Of one in a process of its own: resolves when that ends without having been stopped. */
  readonly lost?: Promise<string>;
  stop(): Promise<void>;
}

const migrations = new URL('../../db/migrations/', import.meta.url);

/**
 * Starts what the functions need beside themselves, with the schema and the reference data of this code, and sets the
 * environment by which they find it.
 * @throws EngineError, MigrationError saying what to do
 */
export async function startEngines(options: EnginesOptions): Promise<Engines> {
  const { directory, broker, lost = () => {} } = options;
  const starting = await Promise.allSettled([
    startDatabase(options),
    startDocuments(directory),
    startEventStreams(directory),
    startKeys(directory),
    startOutbox(directory),
  ]);
  const started = starting.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => {
    await removeEnvironment(directory);
    await Promise.all(started.map(each => each.stop()));
  };
  const failed = starting.find(each => each.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  if (broker !== undefined) {
    try {
      started.push(await startDeviceBroker(directory, broker, environmentOf(started)));
    } catch (error) {
      await stop();
      throw error;
    }
  }
  for (const engine of started) engine.lost?.then(by => lost(engine, by));
  const environment = environmentOf(started);
  Object.assign(process.env, environment);
  await writeEnvironment(directory, environment);
  return { running: started, stop };
}

function environmentOf(started: readonly Started[]): EngineEnvironment {
  return Object.assign({}, ...started.map(each => each.environment)) as EngineEnvironment;
}

async function startDatabase(options: EnginesOptions): Promise<Started> {
  const { directory, databaseUrl, ownerUrl, asItIs = false, progress = () => {} } = options;
  const elapsed = stopwatch();
  const folder = join(directory, 'postgres');
  const server = databaseUrl === undefined ? await startPostgres({ directory: folder, progress }) : undefined;
  const owner = ownerUrl ?? databaseUrl ?? server!.url;
  // Ours is a new one at each start; on a server of one's own, roles are its owner's to give.
  const password = server && randomBytes(24).toString('base64url');
  try {
    if (!asItIs) await prepare(owner, password, progress);
  } catch (error) {
    await server?.stop();
    throw error;
  }
  const url = databaseUrl ?? Object.assign(new URL(owner), { username: APP_ROLE, password }).href;
  const { host, pathname, username } = new URL(url);
  return {
    name: 'PostgreSQL',
    address: `${host}${pathname}`,
    startedInMs: elapsed(),
    remark: server === undefined ? `yours: DATABASE_URL, functions sign in as ${username}` : `data in ${folder}`,
    environment: { DATABASE_URL: url, DATABASE_OWNER_URL: owner },
    stop: async () => server?.stop(),
  };
}

/**
 * Brings a database to the schema and the reference data of this code, milliseconds where they are there, and lets functions
 * in by a password.
 */
async function prepare(url: string, password: string | undefined, progress: (message: string) => void): Promise<void> {
  const database = openDatabase({ url, connections: 1, applicationName: 'heal7 start' });
  try {
    // Transactions wait for a server that is away; at a start the person at the keyboard is told.
    await database.sql`select 1`.catch((error: Error & { code?: string }) => {
      const { host, pathname } = new URL(url);
      throw new EngineError(
        `The database ${host}${pathname} does not let us in (${error.message || error.code}). ` +
          'Correct DATABASE_URL (or DATABASE_OWNER_URL), or leave it out for a database that is made here.',
      );
    });
    const run = await migrate(database, await readMigrations(migrations));
    if (run.length > 0) progress(`Migrated the database to ${run.at(-1)!.name}`);
    // Functions take readings before the first job has run.
    await makePartitions(database.sql, new Date());
    const filled = await loadReferenceData(database);
    if (filled.length > 0) progress(`Filled ${filled.join(', ')}`);
    if (password !== undefined) await letAppSignIn(database.sql, password);
  } finally {
    await database.close();
  }
}

async function startDocuments(directory: string): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(directory, 'dynamodb');
  const { endpoint, environment, stop } = await startDynamoDb({ directory: folder });
  return {
    name: 'DynamoDB',
    address: new URL(endpoint).host,
    startedInMs: elapsed(),
    remark: `data in ${folder}`,
    environment,
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
async function startKeys(directory: string): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(directory, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'master-keys.json');
  await createKeyFile(file);
  return {
    name: 'Keys',
    address: 'files',
    startedInMs: elapsed(),
    remark: `secrets in ${folder}: keep them with the data`,
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
