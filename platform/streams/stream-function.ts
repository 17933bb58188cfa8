import type { Context, KinesisStreamBatchResponse, KinesisStreamEvent, KinesisStreamRecord } from 'aws-lambda';
import { writeLog } from '../observability/log-sink.ts';
import { loggableError } from '../observability/loggable-error.ts';
import { type Stopwatch, stopwatch } from '../observability/stopwatch.ts';
import { batchLine, type StreamCounts } from '../observability/stream-log.ts';
import { type StreamName, streamNames } from './streams.ts';

/** A record as it lies in its shard. */
export interface StreamRecord {
  readonly bytes: Uint8Array;
  /** Ascending in the shard. */
  readonly sequenceNumber: string;
  readonly partitionKey: string;
}

/** Records of one shard, in its order: at least one. */
export interface StreamBatch {
  readonly stream: StreamName;
  readonly shard: string;
  readonly records: readonly StreamRecord[];
}

/** How far a batch was done. What is done stays so, whatever becomes of the rest. */
export interface BatchOutcome {
  readonly counts: StreamCounts;
  /** Records that were set aside, since nothing can be made of them. They are done. */
  readonly deadLetters: number;
  /** Present: a fault that is not the record's kept this one and those after it from being done. */
  readonly stopped?: { readonly sequenceNumber: string; readonly error: unknown };
}

/** What a stream starts. What it throws is a fault that left nothing of the batch done. */
export type StreamProcessor = (batch: StreamBatch) => Promise<BatchOutcome>;

export interface StreamFunctionOptions {
  /** As declared: the `function` of its logs and metrics where Lambda gives it none. */
  readonly name: string;
  readonly process: StreamProcessor;
  readonly now?: () => Date;
  readonly stopwatch?: Stopwatch;
}

/** A Lambda handler for Kinesis events, whose event source mapping takes partial batch responses. */
export type StreamHandler = (
  event: KinesisStreamEvent,
  context: Pick<Context, 'awsRequestId'>,
) => Promise<KinesisStreamBatchResponse>;

/**
 * A function for a stream. Each batch writes one line with its metrics. A batch that was not done to its end is answered with
 * the first record that is not done: it comes again from there, and the shard waits. Nothing is thrown but for an event that
 * is none of Kinesis: what Lambda logs of an error has its message, and messages quote data.
 */
export function streamFunction(options: StreamFunctionOptions): StreamHandler {
  const { name, process: work, now = () => new Date(), stopwatch: start = stopwatch } = options;
  // Deployed, the stage is in the name: `heal7-prod-analytics-audit-log-stream`.
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? name;

  return async ({ Records: records }, { awsRequestId: requestId }) => {
    const [first] = records;
    if (first === undefined) return { batchItemFailures: [] };
    const batch = { stream: streamOf(first), shard: shardOf(first), records: records.map(recordOf) };
    const elapsed = start();
    const { counts, deadLetters, stopped } = await outcomeOf(work, batch);
    const at = now().getTime();
    writeLog(
      batchLine({
        function: functionName,
        stream: batch.stream,
        shard: batch.shard,
        requestId,
        at,
        durationMs: elapsed(),
        records: records.length,
        ageMs: Math.max(0, Math.round(at - first.kinesis.approximateArrivalTimestamp * 1000)),
        counts,
        deadLetters,
        ...(stopped && { error: loggableError(stopped.error) }),
      }),
    );
    return { batchItemFailures: stopped === undefined ? [] : [{ itemIdentifier: stopped.sequenceNumber }] };
  };
}

async function outcomeOf(work: StreamProcessor, batch: StreamBatch): Promise<BatchOutcome> {
  try {
    return await work(batch);
  } catch (error) {
    return { counts: {}, deadLetters: 0, stopped: { sequenceNumber: batch.records[0]!.sequenceNumber, error } };
  }
}

function recordOf({ kinesis }: KinesisStreamRecord): StreamRecord {
  return {
    bytes: Buffer.from(kinesis.data, 'base64'),
    sequenceNumber: kinesis.sequenceNumber,
    partitionKey: kinesis.partitionKey,
  };
}

/** Its deployed name has the stage before it: `arn:aws:kinesis:ap-northeast-2:…:stream/heal7-prod-user-events`. */
function streamOf({ eventSourceARN }: KinesisStreamRecord): StreamName {
  const stream = streamNames.find(each => eventSourceARN.endsWith(`/${each}`) || eventSourceARN.endsWith(`-${each}`));
  if (stream === undefined) throw new TypeError('The event is of no stream that there is');
  return stream;
}

/** Of `shardId-000000000006:49590338271490256608559692538361571095921575989136588898`. */
function shardOf({ eventID }: KinesisStreamRecord): string {
  return eventID.slice(0, eventID.lastIndexOf(':'));
}
