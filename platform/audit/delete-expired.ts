import type { Sql } from '../db/database.ts';

/**
 * Deletes records of access that have been kept for two years by the database's own clock, batch by batch, each its own
 * statement: for the retention job. Nothing younger can be deleted.
 * @returns how many.
 */
export async function deleteExpiredAccessRecords(
  sql: Sql,
  { batch = 1_000, progress = () => {} }: { readonly batch?: number; progress?(deleted: number): void } = {},
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const [row] = await sql<{ count: number }[]>`select delete_expired_access_records(${batch}::int)::int as count`;
    deleted += row!.count;
    progress(deleted);
    if (row!.count < batch) return deleted;
  }
}
