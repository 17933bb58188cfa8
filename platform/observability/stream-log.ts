import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from './embedded-metrics.ts';
import type { LoggableError } from './loggable-error.ts';

/** What became of a batch's records, in numbers: `{ fresh: 98, repeated: 2 }`. Nothing in it is personal. */
export type StreamCounts = Readonly<Record<string, number>>;

/** One batch of a function that streams start. */
export interface BatchRecord {
  readonly function: string;
  readonly stream: string;
  readonly shard: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  readonly records: number;
  /** Since the oldest record had arrived, when the batch was done. */
  readonly ageMs: number;
  readonly counts: StreamCounts;
  readonly deadLetters: number;
  /** Present: from some record on the batch has to come again, by a fault that is not the record's. */
  readonly error?: LoggableError;
}

const METRICS = [
  { Name: 'stream_records', Unit: 'Count' },
  /** Batches that have to come again. */
  { Name: 'stream_failures', Unit: 'Count' },
  { Name: 'dead_letters', Unit: 'Count' },
  { Name: 'stream_batch_duration', Unit: 'Milliseconds' },
  { Name: 'stream_age', Unit: 'Milliseconds' },
];
const DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: METRICS }];

/** The batch's one log line, which is its metrics too (CloudWatch embedded metric format). */
export function batchLine(batch: BatchRecord): string {
  const {
    function: name,
    stream,
    shard,
    requestId,
    at,
    durationMs,
    records,
    ageMs,
    counts,
    deadLetters,
    error,
  } = batch;
  return JSON.stringify({
    _aws: { Timestamp: at, CloudWatchMetrics: DIRECTIVE },
    level: error === undefined ? 'info' : 'error',
    function: name,
    stream,
    shard,
    requestId,
    stream_records: records,
    stream_failures: error === undefined ? 0 : 1,
    dead_letters: deadLetters,
    stream_batch_duration: Math.round(durationMs * 1000) / 1000,
    stream_age: ageMs,
    counts,
    ...(error !== undefined && { error }),
  });
}
