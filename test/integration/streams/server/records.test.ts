import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  GetRecordsCommand,
  type KinesisClient,
  ListShardsCommand,
  PutRecordCommand,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';
import { afterAll, describe, expect, test } from 'vitest';
import { startKinesalite, startOwnServer } from './servers.ts';
import { iteratorAt, newStream, putTexts, readShard, readStream, shardId, textOf } from './stream-calls.ts';

/** What our server and kinesalite both do with records. */
const servers = { ours: await startOwnServer(), kinesalite: await startKinesalite() };
afterAll(async () => {
  await Promise.all(Object.values(servers).map(server => server.stop()));
});

const HASH_KEYS = 2n ** 128n;

/** As the service's documentation has it, in whole numbers. */
function shardOfHashKey(key: bigint, shards: number): string {
  const width = HASH_KEYS / BigInt(shards);
  const shard = key / width;
  return shardId(Math.min(Number(shard), shards - 1));
}

describe.each(Object.entries(servers))('%s', (_, { client }) => {
  test('a record comes back as it was put, with its number and when it arrived', async () => {
    const stream = await newStream(client);
    const before = Date.now();
    const put = await client.send(
      new PutRecordCommand({ StreamName: stream, PartitionKey: 'user-1', Data: Buffer.from('{"a":"사주"}') }),
    );
    const after = Date.now();
    expect(put).toMatchObject({ ShardId: shardId(0), SequenceNumber: expect.stringMatching(/^[1-9]\d+$/) });
    const [record] = await readShard(client, stream);
    expect(record).toMatchObject({ PartitionKey: 'user-1', SequenceNumber: put.SequenceNumber });
    expect(textOf(record!)).toBe('{"a":"사주"}');
    const arrival = record!.ApproximateArrivalTimestamp!.getTime();
    expect(arrival).toBeGreaterThanOrEqual(before);
    expect(arrival).toBeLessThanOrEqual(after);
  });

  test.each([
    ['no bytes', Buffer.alloc(0)],
    ['every byte', Buffer.from(Array.from({ length: 256 }, (_, n) => n))],
    ['1 MB less its key', Buffer.alloc(1024 * 1024 - 64, 7)],
  ])('data is %s', async (_, data) => {
    const stream = await newStream(client);
    await client.send(new PutRecordCommand({ StreamName: stream, PartitionKey: 'key', Data: data }));
    const [record] = await readShard(client, stream);
    expect(Buffer.from(record!.Data!).equals(data)).toBe(true);
  });

  test('keys are any text of up to 256 characters', async () => {
    const stream = await newStream(client);
    const keys = ['k', '열쇠', '🔑', '"quoted" \\ and\nbroken', '\u2028', 'x'.repeat(256)];
    const Records = keys.map(key => ({ PartitionKey: key, Data: Buffer.from(key) }));
    await client.send(new PutRecordsCommand({ StreamName: stream, Records }));
    const records = await readShard(client, stream);
    expect(records.map(({ PartitionKey }) => PartitionKey)).toEqual(keys);
    expect(records.map(textOf)).toEqual(keys);
  });

  test.each([1, 3, 6, 12, 24])('%i shards have even ranges, and a key’s MD5 says whose it is', async shards => {
    const stream = await newStream(client, shards);
    const { Shards } = await client.send(new ListShardsCommand({ StreamName: stream }));
    const width = HASH_KEYS / BigInt(shards);
    expect(Shards!.map(({ ShardId, HashKeyRange }) => ({ ShardId, ...HashKeyRange }))).toEqual(
      Array.from({ length: shards }, (_, shard) => ({
        ShardId: shardId(shard),
        StartingHashKey: String(width * BigInt(shard)),
        EndingHashKey: String((shard + 1 === shards ? HASH_KEYS : width * BigInt(shard + 1)) - 1n),
      })),
    );
    const keys = Array.from({ length: 100 }, (_, n) => `user-${n}-열쇠`);
    const Records = keys.map(key => ({ PartitionKey: key, Data: Buffer.from('x') }));
    const answer = await client.send(new PutRecordsCommand({ StreamName: stream, Records }));
    expect(answer.FailedRecordCount).toBe(0);
    expect(answer.Records!.map(({ ShardId }) => ShardId)).toEqual(
      keys.map(key => shardOfHashKey(BigInt(`0x${createHash('md5').update(key).digest('hex')}`), shards)),
    );
  });

  test('an explicit hash key takes the place of the key’s own, at each border of the ranges too', async () => {
    const stream = await newStream(client, 24);
    const { Shards } = await client.send(new ListShardsCommand({ StreamName: stream }));
    for (const { ShardId, HashKeyRange } of Shards!) {
      for (const ExplicitHashKey of [HashKeyRange!.StartingHashKey!, HashKeyRange!.EndingHashKey!]) {
        const record = { PartitionKey: 'key', ExplicitHashKey, Data: Buffer.from('x') };
        const put = await client.send(new PutRecordCommand({ StreamName: stream, ...record }));
        expect(put.ShardId).toBe(ShardId);
      }
    }
    expect(await readStream(client, stream)).toHaveLength(48);
  });

  test('numbers of a shard ascend, and reading gives records in the order of their numbers', async () => {
    const stream = await newStream(client);
    const numbers: string[] = [];
    for (let n = 0; n < 20; n++) numbers.push(...(await putTexts(client, stream, [`${n}a`, `${n}b`])));
    const ascending = numbers.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    expect(numbers).toEqual(ascending);
    expect(new Set(numbers.map(({ length }) => length)).size).toBe(1);
    const records = await readShard(client, stream);
    expect(records.map(({ SequenceNumber }) => SequenceNumber)).toEqual(numbers);
    const { Shards } = await client.send(new ListShardsCommand({ StreamName: stream }));
    const own = Shards![0]!.SequenceNumberRange!.StartingSequenceNumber!;
    expect(BigInt(own)).toBeLessThan(BigInt(numbers[0]!));
  });

  test('a reader goes on where it stopped, and waits at the end for what comes', async () => {
    const stream = await newStream(client);
    await putTexts(client, stream, ['a', 'b', 'c']);
    const get = (ShardIterator: string) => client.send(new GetRecordsCommand({ ShardIterator, Limit: 2 }));
    const first = await get(await iteratorAt(client, stream));
    expect(first.Records!.map(textOf)).toEqual(['a', 'b']);
    const second = await get(first.NextShardIterator!);
    expect(second.Records!.map(textOf)).toEqual(['c']);
    expect(second.MillisBehindLatest).toBe(0);
    const none = await get(second.NextShardIterator!);
    expect(none.Records).toEqual([]);
    await putTexts(client, stream, ['d']);
    // Either iterator is at the end as it was.
    for (const { NextShardIterator } of [second, none]) {
      expect((await get(NextShardIterator!)).Records!.map(textOf)).toEqual(['d']);
    }
  });

  test('a reader begins where it says', async () => {
    const stream = await newStream(client);
    const [, b] = await putTexts(client, stream, ['a', 'b', 'c']);
    await delay(2);
    const between = new Date();
    await delay(2);
    const latest = await iteratorAt(client, stream, { ShardIteratorType: 'LATEST' });
    await putTexts(client, stream, ['d']);
    const texts = async (start: Parameters<typeof readShard>[2]) =>
      (await readShard(client, stream, start)).map(textOf);
    expect(await texts({ ShardIteratorType: 'TRIM_HORIZON' })).toEqual(['a', 'b', 'c', 'd']);
    expect(await texts({ ShardIteratorType: 'AT_SEQUENCE_NUMBER', StartingSequenceNumber: b })).toEqual([
      'b',
      'c',
      'd',
    ]);
    expect(await texts({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: b })).toEqual(['c', 'd']);
    expect(await texts({ ShardIteratorType: 'AT_TIMESTAMP', Timestamp: new Date(0) })).toEqual(['a', 'b', 'c', 'd']);
    expect(await texts({ ShardIteratorType: 'AT_TIMESTAMP', Timestamp: between })).toEqual(['d']);
    const { Records } = await client.send(new GetRecordsCommand({ ShardIterator: latest }));
    expect(Records!.map(textOf)).toEqual(['d']);
  });

  test('before and after a shard’s own number is all of it', async () => {
    const stream = await newStream(client);
    await putTexts(client, stream, ['a']);
    const { Shards } = await client.send(new ListShardsCommand({ StreamName: stream }));
    const StartingSequenceNumber = Shards![0]!.SequenceNumberRange!.StartingSequenceNumber!;
    for (const ShardIteratorType of ['AT_SEQUENCE_NUMBER', 'AFTER_SEQUENCE_NUMBER'] as const) {
      const records = await readShard(client, stream, { ShardIteratorType, StartingSequenceNumber });
      expect(records.map(textOf)).toEqual(['a']);
    }
  });

  test('what many put at once is each there once, in each one’s order', async () => {
    const stream = await newStream(client, 3);
    const puts = Array.from({ length: 8 }, (_, writer) => putInOrder(client, stream, `writer-${writer}`, 25));
    await Promise.all(puts);
    const records = await readStream(client, stream);
    for (let writer = 0; writer < 8; writer++) {
      const own = records.filter(({ PartitionKey }) => PartitionKey === `writer-${writer}`);
      expect(own.map(textOf)).toEqual(Array.from({ length: 25 }, (_, n) => String(n)));
    }
  });
});

async function putInOrder(client: KinesisClient, stream: string, key: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await client.send(new PutRecordCommand({ StreamName: stream, PartitionKey: key, Data: Buffer.from(String(n)) }));
  }
}
