import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, GivenUpCondition } from './delivery.ts';
import type { ShardOrigin } from './kinesis-event.ts';

/** Records that were given up, and how it came to that. */
export interface GivenUp {
  readonly consumer: string;
  readonly origin: ShardOrigin;
  readonly batch: Batch;
  readonly condition: GivenUpCondition;
  /** Of the last delivery; random where there was none. */
  readonly requestId: string;
  /** The function threw or ran out of time; otherwise its answer said that it had failed. */
  readonly threw: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The on-failure destination of this machine: a document for each batch that was given up, as Lambda sends it to a queue. It says
 * which records they are, not what is in them; the stream still has them until its retention ends. The same batch given up
 * again, after a crash, has the same file.
 * @returns the file
 */
export async function keepFailedBatch(folder: string, givenUp: GivenUp): Promise<string> {
  const { consumer, origin, batch } = givenUp;
  const stream = origin.streamArn.slice(origin.streamArn.lastIndexOf('/') + 1);
  const [first, last] = [batch.records[0]!, batch.records.at(-1)!];
  const file = join(
    folder,
    `${consumer}.${stream}.${origin.shardId}.${first.sequenceNumber}-${last.sequenceNumber}.json`,
  );
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(onFailureDocument(givenUp), undefined, 2)}\n`);
  await rename(`${file}.new`, file);
  return file;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html */
function onFailureDocument({ consumer, origin, batch, condition, requestId, threw, at }: GivenUp) {
  const { records, failures } = batch;
  const [first, last] = [records[0]!, records.at(-1)!];
  return {
    requestContext: {
      requestId,
      functionArn: `arn:aws:lambda:${origin.region}:000000000000:function:${consumer}`,
      condition,
      approximateInvokeCount: failures,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: threw ? 'Unhandled' : null },
    version: '1.0',
    timestamp: new Date(at).toISOString(),
    KinesisBatchInfo: {
      shardId: origin.shardId,
      startSequenceNumber: first.sequenceNumber,
      endSequenceNumber: last.sequenceNumber,
      approximateArrivalOfFirstRecord: new Date(first.arrivedAt).toISOString(),
      approximateArrivalOfLastRecord: new Date(last.arrivedAt).toISOString(),
      batchSize: records.length,
      streamArn: origin.streamArn,
    },
  };
}
