import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loadReferenceData } from '../../db/reference-data.ts';
import { makePartitions } from '../../functions/operations/partitions.ts';
import { APP_ROLE, letAppSignIn } from '../../platform/db/app-role.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Sql } from '../../platform/db/database.ts';
import { type Migration, migrate, readMigrations } from '../../platform/db/migrator.ts';
import { EngineError } from './engine-error.ts';
import { type PostgresEngine, startPostgres } from './postgres.ts';

export interface DatabaseOptions {
  /** What ours keeps between starts is under it. */
  readonly directory: string;
  /** A server of one's own, in place of ours: as whom functions sign in, and who owns the schema if that is another. */
  readonly databaseUrl?: string | undefined;
  readonly ownerUrl?: string | undefined;
  /** Leaves the database with the schema it has. */
  readonly asItIs?: boolean;
  /** Told what takes long, at the first start and after a change of the schema. */
  readonly progress?: (message: string) => void;
}

export interface StartedDatabase {
  /** As whom functions sign in, and who owns the schema. */
  readonly url: string;
  readonly ownerUrl: string;
  /** Of ours: resolves when it ends without having been stopped. */
  readonly lost?: Promise<string>;
  stop(): Promise<void>;
}

const migrations = new URL('../../db/migrations/', import.meta.url);

/**
 * PostgreSQL with the schema and the reference data of this code: ours, or one of one's own.
 * @throws EngineError, MigrationError saying what to do
 */
export async function startDatabase(options: DatabaseOptions): Promise<StartedDatabase> {
  const { directory, databaseUrl, ownerUrl: ownOwner, asItIs = false, progress = () => {} } = options;
  const server =
    databaseUrl === undefined ? await startPostgres({ directory: join(directory, 'postgres'), progress }) : undefined;
  const ownerUrl = ownOwner ?? databaseUrl ?? server!.url;
  // Ours is a new one at each start; on a server of one's own, roles are its owner's to give.
  const password = server && randomBytes(24).toString('base64url');
  try {
    if (!asItIs) await whileRuns(server, prepare(ownerUrl, password, progress));
  } catch (error) {
    await server?.stop();
    throw error;
  }
  const url = databaseUrl ?? Object.assign(new URL(ownerUrl), { username: APP_ROLE, password }).href;
  return { url, ownerUrl, ...(server && { lost: server.lost }), stop: async () => server?.stop() };
}

/** Transactions would wait for a server that has ended (of a full disk) for as long as they may take. */
async function whileRuns(server: PostgresEngine | undefined, work: Promise<void>): Promise<void> {
  const ended = server?.lost.then(by => Promise.reject(new Error(by)));
  await Promise.race(ended === undefined ? [work] : [work, ended]);
}

/**
 * Brings a database to the schema and the reference data of this code, milliseconds where they are there, and lets functions
 * in by a password.
 * @param password absent on a server of one's own
 */
async function prepare(url: string, password: string | undefined, progress: (message: string) => void): Promise<void> {
  const database = openDatabase({ url, connections: 1, applicationName: 'heal7 start' });
  try {
    // Transactions wait for a server that is away; at a start the person at the keyboard is told.
    await database.sql`select 1`.catch((error: Error & { code?: string }) => {
      if (password !== undefined) throw error;
      const { host, pathname } = new URL(url);
      throw new EngineError(
        `The database ${host}${pathname} does not let us in (${error.message || error.code}). ` +
          'Correct DATABASE_URL (or DATABASE_OWNER_URL), or leave it out for a database that is made here.',
      );
    });
    const known = await readMigrations(migrations);
    const run = await migrate(database, known);
    if (run.length > 0) progress(`Migrated the database to ${run.at(-1)!.name}`);
    const newest = await newerThan(database.sql, known.at(-1)!);
    if (newest !== undefined) progress(`The database is newer than this code: it has had ${newest}`);
    // Functions take readings before the first job has run.
    await makePartitions(database.sql, new Date());
    const filled = await loadReferenceData(database);
    if (filled.length > 0) progress(`Filled ${filled.join(', ')}`);
    if (password !== undefined) await letAppSignIn(database.sql, password);
  } finally {
    await database.close();
  }
}

/** The newest migration that a database has had and this code does not know: one that older code may run beside. */
async function newerThan(sql: Sql, { version }: Migration): Promise<string | undefined> {
  const [newest] = await sql<{ name: string }[]>`
    select name from public.schema_migrations where version > ${version} order by version desc limit 1`;
  return newest?.name;
}
