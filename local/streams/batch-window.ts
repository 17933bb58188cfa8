import { deliveredBytes } from './kinesis-event.ts';
import type { ShardRecord } from './shard-record.ts';

/** A record that waits to be delivered. */
export interface WaitingRecord {
  readonly record: ShardRecord;
  /** When it was read. */
  readonly readAt: number;
}

/** What to do with the records that wait. */
export type Cut =
  /** Deliver the first so many. */
  | { readonly count: number }
  /** Wait for more, no longer than this. */
  | { readonly waitMs: number };

/** Lambda takes 6 MB in a call; a batch that would be larger goes earlier. */
const MOST_PAYLOAD_BYTES = 6 * 1024 * 1024;

/** Whether the records that wait (at least one) are a batch: by their number, their bytes, or the wait of the first. */
export function cutBatch(
  waiting: readonly WaitingRecord[],
  { size, windowSeconds }: { readonly size: number; readonly windowSeconds: number },
  now: number,
): Cut {
  let bytes = 0;
  for (let count = 0; count < waiting.length; count++) {
    if (count === size) return { count };
    bytes += deliveredBytes(waiting[count]!.record);
    // One record alone always fits: Kinesis takes 1 MB.
    if (bytes > MOST_PAYLOAD_BYTES && count > 0) return { count };
  }
  const waitMs = waiting[0]!.readAt + windowSeconds * 1000 - now;
  return waitMs <= 0 || waiting.length === size ? { count: waiting.length } : { waitMs };
}
