import { setTimeout as delay } from 'node:timers/promises';
import { createRelay, type Publish } from '../../platform/events/relay.ts';
import { relayLag } from '../../platform/events/relay-lag.ts';
import type { Job } from '../../platform/jobs/job.ts';

/** The next run begins after a minute. */
const BUDGET_MS = 45_000;

/** A writer's relay holds the lock for some 30 ms, and leaves nothing behind. */
const TRIES = 20;
const WAIT_MS = 100;

/** Publishes what no writer has: after a crash, while streams were away, behind a long transaction. Tells what still waits. */
export function relayEvents(publish?: Publish): Job {
  return async ({ database }) => {
    const relay = createRelay({ database, budgetMs: BUDGET_MS, ...(publish && { publish }) });
    let published = 0;
    for (let tries = 1; ; tries++) {
      const run = await relay.run();
      published += run.published;
      if (run.ended !== 'busy' || tries === TRIES) break;
      await delay(WAIT_MS);
    }
    const { waiting, seconds } = await relayLag(database.sql);
    return { published, waiting, lagSeconds: Math.round(seconds) };
  };
}
