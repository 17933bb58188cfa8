import {
  CreateStreamCommand,
  DeleteStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
  ListStreamsCommand,
  PutRecordCommand,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startKinesalite, startOwnServer, type TestServer } from './servers.ts';
import { iteratorAt, newStream, PATIENCE, putTexts, shardId } from './stream-calls.ts';

/** What our server and kinesalite both refuse, in the same words, and what they say of streams. */
const servers = { ours: await startOwnServer(), kinesalite: await startKinesalite() };
afterAll(async () => {
  await Promise.all(Object.values(servers).map(server => server.stop()));
});

const x = { PartitionKey: 'key', Data: Buffer.from('x') };
const MOST = 2n ** 128n;

/** A call for each refusal, of a stream `known` with two shards, of which the first has a record with that number. */
const refusals: Readonly<Record<string, (client: KinesisClient, known: string, number: string) => Promise<unknown>>> = {
  'a put into no stream': client => client.send(new PutRecordCommand({ StreamName: 'none', ...x })),
  'puts into no stream': client => client.send(new PutRecordsCommand({ StreamName: 'none', Records: [x] })),
  'a description of none': client => client.send(new DescribeStreamSummaryCommand({ StreamName: 'none' })),
  'shards of none': client => client.send(new ListShardsCommand({ StreamName: 'none' })),
  'a deletion of none': client => client.send(new DeleteStreamCommand({ StreamName: 'none' })),
  'no such shard': (client, known) => iteratorAt(client, known, { ShardId: shardId(2) }),
  'a stream that is there': (client, known) =>
    client.send(new CreateStreamCommand({ StreamName: known, ShardCount: 1 })),
  'a stream without shards': client => client.send(new CreateStreamCommand({ StreamName: 'new', ShardCount: 0 })),
  'a name that cannot be one': client => client.send(new PutRecordCommand({ StreamName: 'a/b', ...x })),
  'an empty name': client => client.send(new PutRecordCommand({ StreamName: '', ...x })),
  'a long name': client => client.send(new PutRecordCommand({ StreamName: 'n'.repeat(129), ...x })),
  'no name': client => client.send(new PutRecordCommand(x as never)),
  'an empty key': (client, known) => client.send(new PutRecordCommand({ StreamName: known, ...x, PartitionKey: '' })),
  'a long key': (client, known) =>
    client.send(new PutRecordCommand({ StreamName: known, ...x, PartitionKey: 'k'.repeat(257) })),
  'data past 1 MB': (client, known) =>
    client.send(new PutRecordCommand({ StreamName: known, ...x, Data: Buffer.alloc(1024 * 1024 + 1) })),
  'data past 1 MB among records': (client, known) =>
    client.send(
      new PutRecordsCommand({ StreamName: known, Records: [x, { ...x, Data: Buffer.alloc(1024 * 1024 + 1) }] }),
    ),
  'an explicit hash key past the last': (client, known) =>
    client.send(new PutRecordCommand({ StreamName: known, ...x, ExplicitHashKey: String(MOST) })),
  'an explicit hash key past the last among records': (client, known) =>
    client.send(new PutRecordsCommand({ StreamName: known, Records: [x, { ...x, ExplicitHashKey: String(MOST) }] })),
  'an explicit hash key that is no number': (client, known) =>
    client.send(new PutRecordCommand({ StreamName: known, ...x, ExplicitHashKey: 'abc' })),
  'no records': (client, known) => client.send(new PutRecordsCommand({ StreamName: known, Records: [] })),
  'more than 500 records': (client, known) =>
    client.send(new PutRecordsCommand({ StreamName: known, Records: Array(501).fill(x) })),
  'an iterator that is none': client => client.send(new GetRecordsCommand({ ShardIterator: 'none' })),
  'an iterator with a letter more': async (client, known) =>
    client.send(new GetRecordsCommand({ ShardIterator: `${await iteratorAt(client, known)}A` })),
  'a limit of 0': async (client, known) =>
    client.send(new GetRecordsCommand({ ShardIterator: await iteratorAt(client, known), Limit: 0 })),
  'a limit past 10,000': async (client, known) =>
    client.send(new GetRecordsCommand({ ShardIterator: await iteratorAt(client, known), Limit: 10_001 })),
  'no kind of iterator': (client, known) => iteratorAt(client, known, { ShardIteratorType: 'OLDEST' as never }),
  'a number for the trim horizon': (client, known, number) =>
    iteratorAt(client, known, { StartingSequenceNumber: number }),
  'a number for the latest': (client, known, number) =>
    iteratorAt(client, known, { ShardIteratorType: 'LATEST', StartingSequenceNumber: number }),
  'no number for one that begins by it': (client, known) =>
    iteratorAt(client, known, { ShardIteratorType: 'AT_SEQUENCE_NUMBER' }),
  'no time for one that begins by it': (client, known) =>
    iteratorAt(client, known, { ShardIteratorType: 'AT_TIMESTAMP' }),
  'the number of another shard': (client, known, number) =>
    iteratorAt(client, known, {
      ShardId: shardId(1),
      ShardIteratorType: 'AT_SEQUENCE_NUMBER',
      StartingSequenceNumber: number,
    }),
  'a number that is none': (client, known) =>
    iteratorAt(client, known, { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: 'abc' }),
  'shards of nothing': client => client.send(new ListShardsCommand({})),
  'shards of a name and a token': (client, known) =>
    client.send(new ListShardsCommand({ StreamName: known, NextToken: 'token' })),
};

/** Of each server: a stream, and the number of a record in its first shard. */
async function fixture({ client }: TestServer): Promise<readonly [KinesisClient, string, string]> {
  await client.send(new CreateStreamCommand({ StreamName: 'known', ShardCount: 2 }));
  await vi.waitUntil(async () => {
    const { Shards } = await client.send(new ListShardsCommand({ StreamName: 'known' }));
    return Shards!.length === 2;
  }, PATIENCE);
  const { SequenceNumber } = await client.send(
    new PutRecordCommand({ StreamName: 'known', ...x, ExplicitHashKey: '0' }),
  );
  return [client, 'known', SequenceNumber!];
}
const ours = await fixture(servers.ours);
const theirs = await fixture(servers.kinesalite);

test.each(Object.entries(refusals))('both refuse %s in the same words', async (_, call) => {
  const refusal = async (of: typeof ours) => {
    const error = await call(...of).then(
      () => expect.fail('it was not refused'),
      error => error as Error & { $metadata: { httpStatusCode: number } },
    );
    const { name, message, $metadata } = error;
    return { name, message: message.replaceAll(of[2], 'NUMBER'), status: $metadata.httpStatusCode };
  };
  expect(await refusal(ours)).toEqual(await refusal(theirs));
});

/** Requests that no client of AWS makes. */
test.each([
  ['an unknown operation', 'Kinesis_20131202.PutNothing', '{}'],
  ['another service', 'DynamoDB_20120810.ListTables', '{}'],
  ['no JSON', 'Kinesis_20131202.PutRecord', '{'],
  ['null', 'Kinesis_20131202.PutRecord', 'null'],
  ['a number for a text', 'Kinesis_20131202.PutRecord', '{"StreamName":1,"PartitionKey":"k","Data":""}'],
  ['a text for a number', 'Kinesis_20131202.CreateStream', '{"StreamName":"s","ShardCount":"1"}'],
  ['a text for a list', 'Kinesis_20131202.PutRecords', '{"StreamName":"s","Records":"r"}'],
  ['a piece of base64', 'Kinesis_20131202.PutRecord', '{"StreamName":"s","PartitionKey":"k","Data":"abc"}'],
  ['no base64', 'Kinesis_20131202.PutRecord', '{"StreamName":"s","PartitionKey":"k","Data":"ab!="}'],
  ['base64 with padding within', 'Kinesis_20131202.PutRecord', '{"StreamName":"s","PartitionKey":"k","Data":"a==="}'],
])('both refuse %s with the same type', async (_, target, body) => {
  const refusal = async ({ endpoint }: TestServer) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b, Signature=c',
    };
    const response = await fetch(endpoint, { method: 'POST', headers, body });
    return { status: response.status, type: ((await response.json()) as { __type: string }).__type };
  };
  expect(await refusal(servers.ours)).toEqual(await refusal(servers.kinesalite));
});

describe.each(Object.entries(servers))('%s', (_, { client }) => {
  test('streams are listed by name, a page at a time', async () => {
    for (const name of ['list-b', 'list-a', 'list-c']) {
      await client.send(new CreateStreamCommand({ StreamName: name, ShardCount: 1 }));
    }
    const page = await client.send(new ListStreamsCommand({ ExclusiveStartStreamName: 'list', Limit: 2 }));
    expect(page).toMatchObject({ StreamNames: ['list-a', 'list-b'], HasMoreStreams: true });
    const next = await client.send(new ListStreamsCommand({ ExclusiveStartStreamName: 'list-b', Limit: 1 }));
    expect(next.StreamNames).toEqual(['list-c']);
  });

  test('a stream is described', async () => {
    const name = await newStream(client, 3);
    const { StreamDescriptionSummary: summary } = await client.send(
      new DescribeStreamSummaryCommand({ StreamName: name }),
    );
    expect(summary).toMatchObject({
      StreamName: name,
      StreamARN: expect.stringMatching(`^arn:aws:kinesis:[a-z0-9-]+:000000000000:stream/${name}$`),
      StreamStatus: 'ACTIVE',
      RetentionPeriodHours: 24,
      EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
      EncryptionType: 'NONE',
      OpenShardCount: 3,
      ConsumerCount: 0,
    });
    expect(Math.abs(summary!.StreamCreationTimestamp!.getTime() - Date.now())).toBeLessThan(60_000);
  });

  test('shards are listed after one of them', async () => {
    const name = await newStream(client, 4);
    const { Shards } = await client.send(
      new ListShardsCommand({ StreamName: name, ExclusiveStartShardId: shardId(1) }),
    );
    expect(Shards!.map(({ ShardId }) => ShardId)).toEqual([shardId(2), shardId(3)]);
  });

  test('a deleted stream is gone with its records', async () => {
    const name = await newStream(client);
    await putTexts(client, name, ['a']);
    const iterator = await iteratorAt(client, name);
    await client.send(new DeleteStreamCommand({ StreamName: name }));
    await vi.waitFor(
      () =>
        expect(client.send(new DescribeStreamSummaryCommand({ StreamName: name }))).rejects.toMatchObject({
          name: 'ResourceNotFoundException',
        }),
      PATIENCE,
    );
    await expect(client.send(new GetRecordsCommand({ ShardIterator: iterator }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(
      client.send(new GetShardIteratorCommand({ StreamName: name, ShardId: shardId(0), ShardIteratorType: 'LATEST' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
