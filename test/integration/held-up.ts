import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Transaction } from '../../platform/db/database.ts';

/** The database, whose n-th transaction commits when something else has been done. */
export function committing(database: Database, nth: number, first: (tx: Transaction) => Promise<unknown>): Database {
  let begun = 0;
  return {
    ...database,
    transaction: (work, options) => {
      begun += 1;
      if (begun !== nth) return database.transaction(work, options);
      return database.transaction(async tx => {
        const result = await work(tx);
        await first(tx);
        return result;
      }, options);
    },
  };
}

/** Until a statement waits for a lock that another transaction has. @throws after ten seconds */
export async function isHeldUp({ sql }: Pick<Database, 'sql'>, statement: string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    const [row] = await sql<[{ waiting: number }]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like ${`%${statement}%`}`;
    if (row.waiting > 0) return;
    await wait(10);
  }
  throw new Error(`nothing waits with ${statement}`);
}
