/** How the delivery of a batch ended. */
export type Outcome =
  /** All of it took effect. */
  | { readonly kind: 'done' }
  /** The function says that it got done what comes before this record, by its place in the batch. */
  | { readonly kind: 'failed-from'; readonly index: number }
  /** It threw, ran out of time, or answered what says nothing. */
  | { readonly kind: 'failed' };

const done: Outcome = { kind: 'done' };
const failed: Outcome = { kind: 'failed' };

/**
 * What a function's answer says of a batch, as Lambda reads it (docs.aws.amazon.com/lambda/latest/dg/
 * services-kinesis-batchfailurereporting.html): nothing, or no failures, is success; of several failures the lowest counts;
 * one that names no record of the batch, or none at all, fails the batch.
 */
export function outcomeOf(response: unknown, sequenceNumbers: readonly string[]): Outcome {
  if (response === null || response === undefined || response === '') return done;
  if (typeof response !== 'object') return failed;
  const { batchItemFailures: failures } = response as { readonly batchItemFailures?: unknown };
  if (failures === null || failures === undefined) return done;
  if (!Array.isArray(failures)) return failed;
  if (failures.length === 0) return done;
  const places = new Map(sequenceNumbers.map((sequenceNumber, place) => [sequenceNumber, place]));
  let index = Number.POSITIVE_INFINITY;
  for (const failure of failures as readonly unknown[]) {
    const place = places.get((failure as { readonly itemIdentifier?: string } | null)?.itemIdentifier ?? '');
    if (place === undefined) return failed;
    index = Math.min(index, place);
  }
  return { kind: 'failed-from', index };
}
