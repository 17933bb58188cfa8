import { join } from 'node:path';
import { loadReferenceData } from '../../db/reference-data.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import { startDynamoDb } from './dynamodb.ts';
import { EngineError } from './engine-error.ts';
import { startPostgres } from './postgres.ts';

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
  /** A server of one's own, in place of ours. */
  readonly databaseUrl?: string | undefined;
  /** Told what takes long, at the first start and after a change of the schema. */
  readonly progress?: (message: string) => void;
}

/** What one engine gives beside itself. */
interface Started extends RunningEngine {
  /** Environment variables by which functions find it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const migrations = new URL('../../db/migrations/', import.meta.url);

/**
 * Starts what the functions need beside themselves, with the schema and the reference data of this code, and sets the
 * environment by which they find it.
 * @throws EngineError, MigrationError saying what to do
 */
export async function startEngines({ directory, databaseUrl, progress }: EnginesOptions): Promise<Engines> {
  const starting = await Promise.allSettled([
    startDatabase(directory, databaseUrl, progress ?? (() => {})),
    startDocuments(directory),
  ]);
  const started = starting.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => {
    await Promise.all(started.map(each => each.stop()));
  };
  const failed = starting.find(each => each.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  for (const { environment } of started) Object.assign(process.env, environment);
  return { running: started, stop };
}

async function startDatabase(
  directory: string,
  databaseUrl: string | undefined,
  progress: (message: string) => void,
): Promise<Started> {
  const elapsed = stopwatch();
  const folder = join(directory, 'postgres');
  const server = databaseUrl === undefined ? await startPostgres({ directory: folder, progress }) : undefined;
  const url = databaseUrl ?? server!.url;
  try {
    await prepare(url, progress);
  } catch (error) {
    await server?.stop();
    throw error;
  }
  const { host, pathname } = new URL(url);
  return {
    name: 'PostgreSQL',
    address: `${host}${pathname}`,
    startedInMs: elapsed(),
    remark: server === undefined ? 'yours: DATABASE_URL' : `data in ${folder}`,
    environment: { DATABASE_URL: url },
    stop: async () => server?.stop(),
  };
}

/** Brings a database to the schema and the reference data of this code: milliseconds where they are there. */
async function prepare(url: string, progress: (message: string) => void): Promise<void> {
  const database = openDatabase({ url, connections: 1, applicationName: 'heal7 start' });
  try {
    // Transactions wait for a server that is away; at a start the person at the keyboard is told.
    await database.sql`select 1`.catch((error: Error & { code?: string }) => {
      const { host, pathname } = new URL(url);
      throw new EngineError(
        `The database ${host}${pathname} does not let us in (${error.message || error.code}). ` +
          'Correct DATABASE_URL, or leave it out for a database that is made here.',
      );
    });
    const run = await migrate(database, await readMigrations(migrations));
    if (run.length > 0) progress(`Migrated the database to ${run.at(-1)!.name}`);
    const filled = await loadReferenceData(database);
    if (filled.length > 0) progress(`Filled ${filled.join(', ')}`);
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
