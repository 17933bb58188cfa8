import type { Database } from '../../../platform/db/database.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { Attempt } from './channels.ts';
import { claimDue, dueReceivers, type Made, type Receiver, settle } from './delivery-queue.ts';

export interface DeliverDependencies {
  readonly database: Database;
  readonly attempt: Attempt;
  readonly now: () => Date;
  readonly stopwatch: Stopwatch;
  readonly random: () => number;
}

/** How much a run may take. */
export interface DeliverLimits {
  /** Only webhooks whose last attempt was taken: one that is down or slow is waited for by nobody but the job. */
  readonly proven: boolean;
  readonly attemptMs: number;
  /** After which no attempt begins. */
  readonly budgetMs: number;
}

export interface Delivered {
  readonly delivered: number;
  readonly failed: number;
  /** Webhooks. */
  readonly disabled: number;
}

/** To one receiver. */
const MOST_AT_ONCE = 10;

/** Sends what is due, to all receivers at once: none waits for another. */
export async function deliverDue(dependencies: DeliverDependencies, limits: DeliverLimits): Promise<Delivered> {
  const { database, now, stopwatch } = dependencies;
  const elapsed = stopwatch();
  const receivers = await dueReceivers(database.sql, now(), limits.proven);
  const all = await Promise.all(receivers.map(receiver => deliverTo(receiver, dependencies, limits, elapsed)));
  return {
    delivered: all.reduce((sum, { delivered }) => sum + delivered, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    disabled: all.reduce((sum, { disabled }) => sum + disabled, 0),
  };
}

/** Until nothing is due, the time is up, or nothing of what was tried at once was taken. */
async function deliverTo(
  receiver: Receiver,
  { database, attempt, now, stopwatch, random }: DeliverDependencies,
  { attemptMs, budgetMs }: DeliverLimits,
  elapsed: () => number,
): Promise<Delivered> {
  let delivered = 0;
  let failed = 0;
  while (elapsed() < budgetMs) {
    const claimed = await claimDue(database.sql, receiver, now(), MOST_AT_ONCE);
    if (claimed.length === 0) break;
    const made = await Promise.all(
      claimed.map(async (delivery): Promise<Made> => {
        const startedAt = now();
        const took = stopwatch();
        const attempted = await attempt(receiver, delivery, startedAt, attemptMs);
        return { delivery, startedAt, durationMs: took(), ...attempted };
      }),
    );
    const disabled = await database.transaction(tx => settle(tx, receiver, made, now(), random));
    const taken = made.filter(({ outcome }) => outcome === 'delivered').length;
    delivered += taken;
    failed += made.length - taken;
    if (disabled) return { delivered, failed, disabled: 1 };
    if (taken === 0) break;
  }
  return { delivered, failed, disabled: 0 };
}
