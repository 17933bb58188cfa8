import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
  type KinesisClient,
  ListShardsCommand,
  PutRecordsCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-kinesis';
import { vi } from 'vitest';

/** For servers of a machine that does much else. */
export const PATIENCE = { timeout: 10_000 };

let streams = 0;

/** Makes a stream with a name of its own, and gives that once it takes records. */
export async function newStream(client: KinesisClient, shards = 1): Promise<string> {
  const name = `stream-${streams++}`;
  await client.send(new CreateStreamCommand({ StreamName: name, ShardCount: shards }));
  await vi.waitUntil(async () => {
    const { StreamDescriptionSummary: summary } = await client.send(
      new DescribeStreamSummaryCommand({ StreamName: name }),
    );
    return summary!.StreamStatus === 'ACTIVE';
  }, PATIENCE);
  return name;
}

export function shardId(shard: number): string {
  return `shardId-${String(shard).padStart(12, '0')}`;
}

/** Where to begin; from the first record of the first shard on unless said. */
export type Start = Partial<Omit<GetShardIteratorCommandInput, 'StreamName'>>;

export async function iteratorAt(client: KinesisClient, stream: string, start: Start = {}): Promise<string> {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamName: stream,
      ShardId: shardId(0),
      ShardIteratorType: 'TRIM_HORIZON',
      ...start,
    }),
  );
  return ShardIterator!;
}

/** All records of a shard, from a start on to where the reader has caught up. */
export async function readShard(
  client: KinesisClient,
  stream: string,
  start?: Start,
): Promise<readonly StreamRecord[]> {
  const records: StreamRecord[] = [];
  for (let iterator = await iteratorAt(client, stream, start); ; ) {
    const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
    records.push(...answer.Records!);
    if (answer.MillisBehindLatest === 0) return records;
    iterator = answer.NextShardIterator!;
  }
}

/** All records of a stream, shard by shard. */
export async function readStream(client: KinesisClient, stream: string): Promise<readonly StreamRecord[]> {
  const { Shards } = await client.send(new ListShardsCommand({ StreamName: stream }));
  const records: StreamRecord[] = [];
  for (const { ShardId } of Shards!) records.push(...(await readShard(client, stream, { ShardId: ShardId! })));
  return records;
}

/** Puts texts under one key, and gives their numbers. */
export async function putTexts(
  client: KinesisClient,
  stream: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const { Records } = await client.send(
    new PutRecordsCommand({
      StreamName: stream,
      Records: texts.map(text => ({ PartitionKey: 'key', Data: Buffer.from(text) })),
    }),
  );
  return Records!.map(({ SequenceNumber }) => SequenceNumber!);
}

export function textOf({ Data }: StreamRecord): string {
  return Buffer.from(Data!).toString();
}
