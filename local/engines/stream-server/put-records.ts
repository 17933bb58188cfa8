import type * as z from 'zod';
import { decodedLength } from './base64.ts';
import { MOST_CALL_BYTES, MOST_RECORD_BYTES, type NewRecord, type putRecord, type putRecords } from './contracts.ts';
import { explicitHashKey, hashKeyOf } from './hash-key-range.ts';
import { invalidArgument, rateExceeded, ServiceError, THROUGHPUT_EXCEEDED } from './service-error.ts';
import type { Shard, Stream } from './stream.ts';
import type { StreamFolder } from './stream-folder.ts';

/** What becomes of one record among others. */
type Result =
  | { readonly SequenceNumber: string; readonly ShardId: string }
  | { readonly ErrorCode: string; readonly ErrorMessage: string };

/** Puts a record, and answers once it is written. */
export async function putOne(streams: StreamFolder, input: z.output<typeof putRecord>): Promise<string> {
  const stream = streams.get(input.StreamName);
  const bytes = checkedSize(input);
  const shard = shardOfRecord(stream, input);
  if (shard.throughput?.takes(bytes) === false) {
    throw new ServiceError(THROUGHPUT_EXCEEDED, rateExceeded(shard.id, stream.record.name));
  }
  const number = shard.log.append(input.Data, input.PartitionKey);
  await shard.log.written();
  return `{"SequenceNumber":"${number}","ShardId":"${shard.id}"}`;
}

/** Puts each of the records that its shard takes, and says of the others why not. */
export async function putMany(streams: StreamFolder, input: z.output<typeof putRecords>): Promise<string> {
  const stream = streams.get(input.StreamName);
  // All are looked at before the first is put: a record that cannot be one refuses the call.
  const checked = input.Records.map(record => ({
    record,
    bytes: checkedSize(record),
    shard: shardOfRecord(stream, record),
  }));
  if (checked.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_CALL_BYTES) {
    throw invalidArgument('Records size exceeds 5 MB limit');
  }
  const numbers = checked.map(({ record, bytes, shard: { throughput, log } }) =>
    throughput?.takes(bytes) === false ? undefined : log.append(record.Data, record.PartitionKey),
  );
  const failed = await writeAll(new Set(checked.filter((_, n) => numbers[n] !== undefined).map(({ shard }) => shard)));
  const results = checked.map(({ shard }, n) => result(stream, shard, numbers[n], failed));
  const failures = results.filter(each => 'ErrorCode' in each).length;
  return JSON.stringify({ FailedRecordCount: failures, Records: results });
}

function result(stream: Stream, shard: Shard, number: string | undefined, failed: ReadonlySet<Shard>): Result {
  if (number === undefined) {
    return { ErrorCode: THROUGHPUT_EXCEEDED, ErrorMessage: rateExceeded(shard.id, stream.record.name) };
  }
  if (failed.has(shard)) return { ErrorCode: 'InternalFailure', ErrorMessage: 'Internal service failure.' };
  return { SequenceNumber: number, ShardId: shard.id };
}

/** Gives the shards whose records could not be written. */
async function writeAll(shards: ReadonlySet<Shard>): Promise<ReadonlySet<Shard>> {
  const failed = new Set<Shard>();
  const writing = [...shards].map(shard =>
    shard.log.written().catch(error => {
      console.error(error);
      failed.add(shard);
    }),
  );
  await Promise.all(writing);
  return failed;
}

/** The bytes of its data and key. */
function checkedSize({ Data, PartitionKey }: NewRecord): number {
  const bytes = decodedLength(Data) + Buffer.byteLength(PartitionKey);
  if (bytes > MOST_RECORD_BYTES) throw invalidArgument('Record size, with its partition key, exceeds 1 MB limit');
  return bytes;
}

function shardOfRecord(stream: Stream, { PartitionKey, ExplicitHashKey }: NewRecord): Shard {
  if (ExplicitHashKey == null) return stream.shardFor(hashKeyOf(PartitionKey));
  const key = explicitHashKey(ExplicitHashKey);
  if (key !== undefined) return stream.shardFor(key);
  throw invalidArgument(
    `Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was ${ExplicitHashKey}`,
  );
}
