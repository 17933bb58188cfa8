import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database, Transaction } from './database.ts';
import { MigrationError } from './migration-error.ts';

/** One step of the schema: `db/migrations/0007_sensors.sql` is version 7. */
export interface Migration {
  /** 1, 2, 3 …, without gaps. */
  readonly version: number;
  /** `0007_sensors`. */
  readonly name: string;
  /** Plain SQL, any number of statements; run in one transaction. */
  readonly sql: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly checksum: string;
  /** Whether code that does not know it cannot work with the database after it: `-- breaking` on a line of the file's head. */
  readonly breaking: boolean;
}

/** What the database says of a migration it has had. */
type Applied = Omit<Migration, 'sql'>;

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/** The comments a file begins with. */
const HEAD = /^(?:\s*--[^\n]*\n|\s*\n)*/;
const BREAKING = /^\s*-- breaking\s*$/m;

/** Any number will do that no other lock of ours has. */
const LOCK = 7_007_001;

/** For one migration: the longest a Lambda function lives. */
const DEADLINE_MS = 900_000;

/**
 * Reads the migrations of a folder, in their order.
 * @throws MigrationError `misnumbered` for a file that is not named `NNNN_name.sql`, for two of one number and for a gap
 */
export async function readMigrations(folder: URL): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, position) => {
      if (Number(FILE_NAME.exec(file)?.[1]) !== position + 1) {
        throw new MigrationError('misnumbered', file, position + 1);
      }
      return migration(file.replace('.sql', ''), await readFile(new URL(file, folder), 'utf8'));
    }),
  );
}

/** A migration of its file's name (`0007_sensors`) and text. */
export function migration(name: string, text: string): Migration {
  // Git may check files out with other line ends: they are no change.
  const sql = text.replaceAll('\r\n', '\n');
  return {
    version: Number(name.slice(0, 4)),
    name,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    breaking: BREAKING.test(HEAD.exec(sql)![0]),
  };
}

/**
 * Brings a database to the last of the migrations; gives those it ran. Any number of processes may do so at once: each
 * migration is one transaction under one lock, which looks again at what is left to do. The lock ends with the
 * transaction, so that it works through RDS Proxy too, where a lock of the session would pin its connection.
 *
 * A database with migrations that are not among these is left as it is: older code beside newer, as in every deployment.
 * @throws MigrationError `database_newer` if one of those is breaking; `changed` for an applied file that is no longer
 * the same; `out_of_order` for one with a number lower than what was applied; `failed` for one that the server refuses
 */
export async function migrate(
  database: Pick<Database, 'transaction'>,
  migrations: readonly Migration[],
  progress: (migration: Migration) => void = () => {},
): Promise<readonly Migration[]> {
  const done: Migration[] = [];
  for (;;) {
    const migration = await applyNext(database, migrations);
    if (migration === undefined) return done;
    done.push(migration);
    progress(migration);
  }
}

/** Runs the first migration that the database has not had; undefined if there is none. */
async function applyNext(
  database: Pick<Database, 'transaction'>,
  migrations: readonly Migration[],
): Promise<Migration | undefined> {
  let running: Migration | undefined;
  try {
    return await database.transaction(
      async tx => {
        running = undefined;
        // Waiting for another migrator may take long, and so may building an index. What a migration makes is in public.
        await tx.unsafe('set local statement_timeout = 0; set local search_path = public');
        await tx`select pg_advisory_xact_lock(${LOCK})`;
        const next = nextOf(migrations, await appliedTo(tx));
        if (next === undefined) return undefined;
        running = next;
        await tx.unsafe(next.sql);
        const { version, name, checksum, breaking } = next;
        await tx`insert into schema_migrations (version, name, checksum, breaking)
        values (${version}, ${name}, ${checksum}, ${breaking})`;
        return next;
      },
      { deadlineMs: DEADLINE_MS },
    );
  } catch (error) {
    if (running === undefined || error instanceof MigrationError) throw error;
    throw new MigrationError('failed', running.name, running.version, error);
  }
}

async function appliedTo(tx: Transaction): Promise<readonly Applied[]> {
  await tx`create table if not exists public.schema_migrations (
    version integer primary key,
    name text not null,
    checksum text not null,
    breaking boolean not null,
    applied_at timestamptz not null default now()
  )`;
  return tx<Applied[]>`select version, name, checksum, breaking from public.schema_migrations order by version`;
}

function nextOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration | undefined {
  const known = new Map(migrations.map(each => [each.version, each]));
  for (const { version, name, checksum, breaking } of applied) {
    const file = known.get(version);
    if (file === undefined && breaking) throw new MigrationError('database_newer', name, version);
    if (file !== undefined && file.checksum !== checksum) throw new MigrationError('changed', name, version);
  }
  const versions = new Set(applied.map(({ version }) => version));
  const next = migrations.find(({ version }) => !versions.has(version));
  const last = applied.at(-1);
  if (next !== undefined && last !== undefined && next.version < last.version) {
    throw new MigrationError('out_of_order', next.name, next.version);
  }
  return next;
}
