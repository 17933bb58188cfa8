import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../local/engines/postgres.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Database } from '../../platform/db/database.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';

/** Measures on a migrated database of its own. It does not wait for the disk, whose speed would be most of each figure. */
export async function inDatabase<Result>(
  connections: number,
  measure: (database: Database) => Promise<Result>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'heal7-bench-'));
  const server = await startPostgres({ directory, settings: { fsync: 'off', ...settings } });
  const database = openDatabase({ url: server.url, connections, applicationName: 'bench' });
  try {
    await migrate(database, await readMigrations(new URL('../../db/migrations/', import.meta.url)));
    return await measure(database);
  } finally {
    await database.close();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
