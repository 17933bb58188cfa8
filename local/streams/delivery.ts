import type { Outcome } from './outcome.ts';
import type { ShardRecord } from './shard-record.ts';

/** Records of a shard that are delivered together, and how often they have been, as they are now. */
export interface Batch<Item = ShardRecord> {
  readonly records: readonly Item[];
  readonly failures: number;
}

/** As in the manifest. */
export interface RetryLimits {
  readonly attempts: number;
  readonly maximumAgeSeconds: number;
}

/** Why records are given up: words of Lambda's own, in what it tells the on-failure destination. */
export type GivenUpCondition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

/** What becomes of a batch that was delivered. */
export interface Decision<Item = ShardRecord> {
  /** Records that are done with because they took effect: the first so many of the batch. */
  readonly done: number;
  /** What is given up, all that the batch still had. */
  readonly givenUp?: Batch<Item>;
  /** What is delivered next, in this order, before anything later of the shard. */
  readonly next: readonly Batch<Item>[];
  /** How often in a row the first of them has failed: 0 is delivered at once. */
  readonly failures: number;
}

/**
 * Decides after a delivery, as Lambda does with ReportBatchItemFailures and BisectBatchOnFunctionError on.
 *
 * - What the function reports as failed comes again with all that follows, as a batch of its own: whatever got done before it
 *   sets the count of attempts back. Observed on AWS (localstack/localstack, snapshot of test_kinesis_report_batch_item_failures,
 *   2024-10-12): with 3 attempts, a batch that failed from its third record was followed by 4 deliveries of that record.
 * - A batch that fails whole is halved. A split costs no attempt and no wait, so that one record of 10,000 is alone after 14 splits.
 * - One record alone, or a batch that failed from its first record on (no split would separate it), uses its attempts up,
 *   and is given up as a whole.
 */
export function decide<Item>(batch: Batch<Item>, outcome: Outcome, { attempts }: RetryLimits): Decision<Item> {
  const { records } = batch;
  if (outcome.kind === 'done') return { done: records.length, next: [], failures: 0 };
  if (outcome.kind === 'failed-from' && outcome.index > 0) {
    return { done: outcome.index, next: [{ records: records.slice(outcome.index), failures: 0 }], failures: 0 };
  }
  if (outcome.kind === 'failed' && records.length > 1) {
    const middle = Math.ceil(records.length / 2);
    const halves = [records.slice(0, middle), records.slice(middle)];
    return { done: 0, next: halves.map(half => ({ records: half, failures: 0 })), failures: 0 };
  }
  const again = { records, failures: batch.failures + 1 };
  if (again.failures > attempts) return { done: 0, givenUp: again, next: [], failures: 0 };
  return { done: 0, next: [again], failures: again.failures };
}

/** Before a delivery: the records at the start of a batch that have become too old for one, and the others. */
export function withoutExpired(
  batch: Batch,
  { maximumAgeSeconds }: RetryLimits,
  now: number,
): { readonly expired?: Batch; readonly batch?: Batch } {
  const oldest = now - maximumAgeSeconds * 1000;
  const firstYoung = batch.records.findIndex(({ arrivedAt }) => arrivedAt >= oldest);
  if (firstYoung === 0) return { batch };
  if (firstYoung < 0) return { expired: batch };
  return {
    expired: { ...batch, records: batch.records.slice(0, firstYoung) },
    batch: { ...batch, records: batch.records.slice(firstYoung) },
  };
}
