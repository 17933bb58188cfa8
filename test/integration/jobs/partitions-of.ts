import type { Database } from '../../../platform/db/database.ts';

/** Names of all partitions there are, in order. */
export async function partitionsOf(database: Database): Promise<readonly string[]> {
  const rows = await database.sql<{ name: string }[]>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where relkind = 'r' order by relname collate "C"`;
  return rows.map(({ name }) => name);
}
