import type * as z from 'zod';
import type { getRecords, getShardIterator } from './contracts.ts';
import { LINE_END } from './record-line.ts';
import { parseSequenceNumber } from './sequence-number.ts';
import { ACCOUNT, invalidArgument, shardNotFound } from './service-error.ts';
import { iteratorToken, readIterator } from './shard-iterator.ts';
import { type Shard, type Stream, shardId } from './stream.ts';
import type { StreamFolder } from './stream-folder.ts';

const MOST_RECORDS = 10_000;

type IteratorRequest = z.output<typeof getShardIterator>;

/** Says where to begin to read. */
export function createIterator(streams: StreamFolder, input: IteratorRequest): string {
  const stream = streams.get(input.StreamName);
  const shard = stream.shardNamed(input.ShardId);
  const now = streams.settings.now();
  return JSON.stringify({ ShardIterator: tokenAt(stream, shard, startingPosition(stream, shard, input, now), now) });
}

/** Reads records, and says where to go on and how long after the stream's end that is. */
export function read(streams: StreamFolder, { ShardIterator, Limit }: z.output<typeof getRecords>): string | Buffer {
  const now = streams.settings.now();
  const iterator = readIterator(ShardIterator, now);
  const stream = streams.get(iterator.stream);
  const shard = stream.shards[iterator.shard];
  if (shard === undefined) throw shardNotFound(shardId(iterator.shard), iterator.stream);
  const { log } = shard;
  if (iterator.streamCreatedAt !== stream.record.createdAt || iterator.position > log.end) {
    throw invalidArgument('Invalid ShardIterator.');
  }
  const { bytes, count, next, arrivedAt } = log.read(iterator.position, Limit ?? MOST_RECORDS);
  const behind = next === log.end ? 0 : Math.max(0, now - arrivedAt);
  const head = `{"MillisBehindLatest":${behind},"NextShardIterator":"${tokenAt(stream, shard, next, now)}","Records":[`;
  if (count === 0) return `${head}]}`;
  return Buffer.concat([Buffer.from(head), bytes.subarray(0, -LINE_END.length), Buffer.from(']}')]);
}

function tokenAt({ record: { name, createdAt }, shards }: Stream, shard: Shard, position: number, now: number): string {
  return iteratorToken({ stream: name, streamCreatedAt: createdAt, shard: shards.indexOf(shard), position }, now);
}

function startingPosition(stream: Stream, shard: Shard, input: IteratorRequest, now: number): number {
  const { ShardIteratorType: type, StartingSequenceNumber: number, Timestamp } = input;
  const bySequenceNumber = type === 'AT_SEQUENCE_NUMBER' || type === 'AFTER_SEQUENCE_NUMBER';
  if (bySequenceNumber !== (number != null) && !(type === 'AT_TIMESTAMP' && number == null)) {
    throw invalidArgument(
      'Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or ' +
        '(2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. ' +
        `Request specified ${type} and ${number == null ? 'no' : 'also a'} StartingSequenceNumber.`,
    );
  }
  if (number != null) return positionOf(stream, shard, number, type === 'AFTER_SEQUENCE_NUMBER');
  if (type === 'AT_TIMESTAMP') return shard.log.positionAt(timestamp(Timestamp, now));
  return type === 'LATEST' ? shard.log.end : shard.log.start;
}

function timestamp(seconds: number | null | undefined, now: number): number {
  if (seconds == null) {
    throw invalidArgument(
      'Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. Current request has no timestamp parameter.',
    );
  }
  const time = seconds * 1000;
  if (time <= now) return time;
  throw invalidArgument(
    'The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. ' +
      `timestampInMillis: ${time}, currentTimestampInMillis: ${now}`,
  );
}

/** The position of a record, or of the one after it. */
function positionOf(stream: Stream, { id, log }: Shard, number: string, after: boolean): number {
  const { name, createdAt } = stream.record;
  const shard = stream.shards.findIndex(each => each.id === id);
  const parsed = parseSequenceNumber(number, { streamCreatedAt: createdAt, shard });
  if (typeof parsed === 'object' && 'shard' in parsed) {
    throw invalidArgument(
      `Invalid StartingSequenceNumber. It encodes ${shardId(parsed.shard)}, while it was used in a call to a shard with ${id}`,
    );
  }
  // The shard's own number, before its first record's.
  if (typeof parsed === 'object' && parsed.place === 0) return log.start;
  if (typeof parsed === 'object' && log.has(parsed.place - 1)) {
    const position = parsed.place - 1;
    return after && position >= log.start ? log.read(position, 1).next : position;
  }
  const why = parsed === 'of another stream' ? ' because it did not come from this stream.' : '.';
  throw invalidArgument(
    `StartingSequenceNumber ${number} used in GetShardIterator on shard ${id} in stream ${name} ` +
      `under account ${ACCOUNT} is invalid${why}`,
  );
}
