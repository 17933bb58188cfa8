import type { Sql } from '../db/database.ts';

/**
 * Deletes answers that are given no longer, batch by batch, each its own statement: for the retention job.
 * @returns how many.
 */
export async function deleteExpired(
  sql: Sql,
  now: Date,
  { batch = 1_000, progress = () => {} }: { readonly batch?: number; progress?(deleted: number): void } = {},
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { count } = await sql`
      delete from idempotency_keys where (caller, route, key) in (
        select caller, route, key from idempotency_keys where expires_at <= ${now}
        order by expires_at limit ${batch} for update skip locked
      )`;
    deleted += count;
    progress(deleted);
    if (count < batch) return deleted;
  }
}
