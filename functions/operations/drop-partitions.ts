import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from '../../platform/db/database.ts';

/** A lock that could not be had within the function's time for it. */
const LOCK_NOT_AVAILABLE = '55P03';

/** For the table to be free for a moment. A report that reads it for a minute is waited for. */
const MOST_MS = 120_000;
/** Between attempts, each of which keeps others waiting for 50 ms at most: one part in ten of the time. */
const PAUSE_MS = 500;

/**
 * Drops the partitions of readings that hold nothing younger than so many days; gives how many. Each attempt is one statement
 * of its own, whose locks end with it whatever becomes of us, and gives up as soon as others would notice.
 *
 * @throws the server's refusal (55P03) if the table has not been free for all of the time: two minutes
 */
export async function dropExpiredPartitions(
  sql: Sql,
  keepDays: number,
  today: Date,
  pause: (ms: number) => Promise<unknown> = delay,
  mostMs = MOST_MS,
): Promise<number> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      const dropped = await sql<{ name: string }[]>`select drop_expired_partitions(${keepDays}::int, ${today}) as name`;
      return dropped.length;
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE || waited >= mostMs) throw error;
      await pause(PAUSE_MS);
    }
  }
}
