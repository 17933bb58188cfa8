import type * as z from 'zod';
import type { createStream, listShards, listStreams, ofStream } from './contracts.ts';
import { decimalOf } from './hash-key-range.ts';
import { sequenceNumber } from './sequence-number.ts';
import { invalidArgument } from './service-error.ts';
import type { Shard, Stream } from './stream.ts';
import type { StreamFolder } from './stream-folder.ts';

/** How many names a list gives unless asked for more. */
const STREAMS_OF_A_LIST = 100;
const SHARDS_OF_A_LIST = 1_000;

/** What the service keeps records for in a stream of which nothing else is said. */
const DEFAULT_RETENTION_HOURS = 24;

/** Makes a stream, which takes records at once. */
export function create(streams: StreamFolder, { StreamName, ShardCount }: z.output<typeof createStream>): string {
  streams.create({ name: StreamName, shards: ShardCount, retentionHours: DEFAULT_RETENTION_HOURS });
  return '';
}

/** Deletes a stream with its records. */
export function remove(streams: StreamFolder, { StreamName }: z.output<typeof ofStream>): string {
  streams.delete(StreamName);
  return '';
}

export function describe(streams: StreamFolder, { StreamName }: z.output<typeof ofStream>): string {
  const { retentionHours, shards } = streams.get(StreamName).record;
  return JSON.stringify({
    StreamDescriptionSummary: {
      ...summary(streams.get(StreamName)),
      RetentionPeriodHours: retentionHours,
      EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
      EncryptionType: 'NONE',
      OpenShardCount: shards,
      ConsumerCount: 0,
    },
  });
}

/** Names in their order, a page at a time. */
export function list(streams: StreamFolder, input: z.output<typeof listStreams>): string {
  const { Limit, ExclusiveStartStreamName, NextToken } = input;
  const after = NextToken == null ? (ExclusiveStartStreamName ?? '') : readToken(NextToken);
  const rest = streams.names.filter(name => name > after);
  const page = rest.slice(0, Limit ?? STREAMS_OF_A_LIST);
  const more = page.length < rest.length;
  return JSON.stringify({
    StreamNames: page,
    StreamSummaries: page.map(name => summary(streams.get(name))),
    HasMoreStreams: more,
    ...(more && { NextToken: token(page.at(-1)!) }),
  });
}

/** A stream's shards in their order, a page at a time. */
export function listShardsOf(streams: StreamFolder, input: z.output<typeof listShards>): string {
  const { StreamName, ExclusiveStartShardId, NextToken, MaxResults } = input;
  if (StreamName == null && NextToken == null) {
    throw invalidArgument('Either NextToken or StreamName should be provided.');
  }
  if (StreamName != null && NextToken != null) {
    throw invalidArgument('NextToken and StreamName cannot be provided together.');
  }
  const [name, after] = StreamName == null ? readToken(NextToken!).split('/') : [StreamName, ExclusiveStartShardId];
  const stream = streams.get(name!);
  const rest = stream.shards.filter(({ id }) => id > (after ?? ''));
  const page = rest.slice(0, MaxResults ?? SHARDS_OF_A_LIST);
  const more = page.length < rest.length;
  return JSON.stringify({
    Shards: page.map(shard => shardOf(stream, shard)),
    ...(more && { NextToken: token(`${name}/${page.at(-1)!.id}`) }),
  });
}

function summary({ arn, record: { name, createdAt } }: Stream) {
  return {
    StreamName: name,
    StreamARN: arn,
    StreamStatus: 'ACTIVE',
    StreamModeDetails: { StreamMode: 'PROVISIONED' },
    StreamCreationTimestamp: createdAt / 1000,
  };
}

function shardOf({ record, shards }: Stream, shard: Shard) {
  const numbered = { streamCreatedAt: record.createdAt, shard: shards.indexOf(shard) };
  return {
    ShardId: shard.id,
    HashKeyRange: {
      StartingHashKey: decimalOf(shard.range.starting),
      EndingHashKey: decimalOf(shard.range.ending),
    },
    SequenceNumberRange: { StartingSequenceNumber: sequenceNumber(numbered, 0) },
  };
}

function token(after: string): string {
  return Buffer.from(after).toString('base64');
}

function readToken(text: string): string {
  return Buffer.from(text, 'base64').toString();
}
