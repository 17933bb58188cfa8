import type { Job } from '../../../platform/jobs/job.ts';
import { stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { Attempt } from './channels.ts';
import { deliverDue } from './deliver.ts';

/** The next run begins after a minute. */
const LIMITS = { proven: false, attemptMs: 10_000, budgetMs: 40_000 };

const KEPT_DAYS = 30;
const MOST_REMOVED = 10_000;

/** A receiver is told within a minute of what the function that the event started could not tell. */
const OVERDUE_MINUTES = 15;

/**
 * Sends what is due: what was not taken at first, what nobody could send since a process died. Tells of how many alerts somebody has
 * not been told for a quarter of an hour, and removes what ended 30 days ago.
 */
export function retryDeliveries(attempt: () => Attempt, random: () => number = Math.random): Job {
  return async ({ now, database }) => {
    const sent = await deliverDue({ database, attempt: attempt(), now, stopwatch, random }, LIMITS);
    const [{ overdue }] = await database.sql<[{ overdue: number }]>`
      select count(*)::int as overdue from alert_deliveries
      where state = 'pending' and created_at < ${now()}::timestamptz - make_interval(mins => ${OVERDUE_MINUTES})`;
    const removed = await database.sql`
      delete from alert_deliveries where id in (
        select id from alert_deliveries
        where state <> 'pending' and ended_at < ${now()}::timestamptz - make_interval(days => ${KEPT_DAYS})
        order by ended_at limit ${MOST_REMOVED}
      )`;
    return { ...sent, overdue, removed: removed.count };
  };
}
