import type { Database } from '../db/database.ts';

/** Lambda's longest: what no caller waits for is ended by the function's own time. */
const DEADLINE_MS = 900_000;

/** A failover takes up to this; who operates the platform should be told by then. */
const AWAY_MS = 60_000;

/**
 * The database, each transaction of which first takes the job's lock and holds it to its end: runs of one job that
 * overlap (a delivery that came twice, a run by hand beside the scheduled one) take turns at their steps. One that cannot
 * have it within the time of a statement fails, and is tried again.
 *
 * The lock is the transaction's and not the session's, which would pin a connection of the proxy's pool, and is no
 * reserved concurrency of Lambda's, of which a new account has none to give.
 */
export function lockedDatabase(database: Database, job: string): Database {
  return {
    ...database,
    transaction: (work, options) =>
      database.transaction(
        async tx => {
          await tx`select
            pg_advisory_xact_lock(hashtextextended(${`job:${job}`}, 0)),
            set_config('statement_timeout', '0', true)`;
          return work(tx);
        },
        { deadlineMs: DEADLINE_MS, awayMs: AWAY_MS, ...options },
      ),
  };
}
