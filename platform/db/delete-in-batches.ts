import type { Sql } from './database.ts';

export interface DeleteOptions {
  readonly batch?: number;
  progress?(deleted: number): void;
}

/**
 * Deletes what a function of the database deletes, so many rows at a time, each its own statement, until there is no more.
 * @param name of a function that takes how many it may delete, and gives how many it did
 * @returns how many.
 */
export async function deleteInBatches(
  sql: Sql,
  name: string,
  { batch = 1_000, progress = () => {} }: DeleteOptions = {},
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const [row] = await sql<{ count: number }[]>`select ${sql(name)}(${batch}::int)::int as count`;
    deleted += row!.count;
    progress(deleted);
    if (row!.count < batch) return deleted;
  }
}
