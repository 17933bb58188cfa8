import {
  CreateStreamCommand,
  DeleteStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  type KinesisClient,
  ListShardsCommand,
  ListStreamsCommand,
  PutRecordCommand,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startKinesalite, startOwnServer } from './servers.ts';
import { iteratorAt, newStream, PATIENCE, putTexts, readShard, textOf } from './stream-calls.ts';

/** Where our server is not like kinesalite, on purpose: as the service is, unless the test says why not. */
const ours = await startOwnServer();
const theirs = await startKinesalite();
afterAll(async () => {
  await Promise.all([ours.stop(), theirs.stop()]);
});

const send = (
  client: KinesisClient,
  record: { readonly PartitionKey: string; readonly Data: Buffer },
  stream: string,
) => client.send(new PutRecordCommand({ StreamName: stream, ...record }));

test('a stream takes records at once: nobody needs to wait for it locally', async () => {
  await ours.client.send(new CreateStreamCommand({ StreamName: 'at-once', ShardCount: 1 }));
  await send(ours.client, { PartitionKey: 'key', Data: Buffer.from('x') }, 'at-once');
  await theirs.client.send(new CreateStreamCommand({ StreamName: 'at-once', ShardCount: 1 }));
  const { StreamDescriptionSummary } = await theirs.client.send(
    new DescribeStreamSummaryCommand({ StreamName: 'at-once' }),
  );
  expect(StreamDescriptionSummary!.StreamStatus).toMatch(/CREATING|ACTIVE/);
});

test('a record’s 1 MB is that of its data with its key', async () => {
  const record = { PartitionKey: 'key', Data: Buffer.alloc(1024 * 1024 - 2) };
  await expect(send(ours.client, record, await newStream(ours.client))).rejects.toMatchObject({
    name: 'InvalidArgumentException',
  });
  await send(theirs.client, record, await newStream(theirs.client));
  await send(ours.client, { ...record, Data: Buffer.alloc(1024 * 1024 - 3) }, await newStream(ours.client));
});

test('a call takes 5 MB, of which kinesalite knows nothing', async () => {
  const Records = Array.from({ length: 6 }, () => ({ PartitionKey: 'key', Data: Buffer.alloc(900_000) }));
  const put = async (records: typeof Records) =>
    ours.client.send(new PutRecordsCommand({ StreamName: await newStream(ours.client), Records: records }));
  await expect(put(Records)).rejects.toMatchObject({ name: 'InvalidArgumentException', message: /5 MB/ });
  expect((await put(Records.slice(1))).FailedRecordCount).toBe(0);
});

test('a reader that is not at the end yet is told how far behind it is', async () => {
  const behind = async (client: KinesisClient) => {
    const stream = await newStream(client);
    await putTexts(client, stream, ['a']);
    const { ApproximateArrivalTimestamp } = (await readShard(client, stream))[0]!;
    await expect.poll(() => Date.now()).toBeGreaterThan(ApproximateArrivalTimestamp!.getTime() + 5);
    await putTexts(client, stream, ['b']);
    const ShardIterator = await iteratorAt(client, stream);
    return (await client.send(new GetRecordsCommand({ ShardIterator, Limit: 1 }))).MillisBehindLatest;
  };
  expect(await behind(ours.client)).toBeGreaterThan(5);
  expect(await behind(theirs.client)).toBe(0);
});

test('GetRecords gives 10 MB at most, and the rest to whoever goes on', async () => {
  const stream = await newStream(ours.client);
  for (let n = 0; n < 12; n++)
    await send(ours.client, { PartitionKey: 'key', Data: Buffer.alloc(1_000_000, n) }, stream);
  const first = await ours.client.send(new GetRecordsCommand({ ShardIterator: await iteratorAt(ours.client, stream) }));
  expect(first.Records!.length).toBeLessThanOrEqual(10);
  expect(first.MillisBehindLatest).toBeGreaterThan(0);
  const records = await readShard(ours.client, stream);
  expect(records.map(({ Data }) => Data![0])).toEqual(Array.from({ length: 12 }, (_, n) => n));
});

test('a reader may begin at a time after the last record, for which kinesalite never answers', async () => {
  const stream = await newStream(ours.client);
  await putTexts(ours.client, stream, ['a']);
  const [record] = await readShard(ours.client, stream);
  await expect.poll(() => Date.now()).toBeGreaterThan(record!.ApproximateArrivalTimestamp!.getTime() + 1);
  const Timestamp = new Date();
  const ShardIterator = await iteratorAt(ours.client, stream, { ShardIteratorType: 'AT_TIMESTAMP', Timestamp });
  await putTexts(ours.client, stream, ['b']);
  const { Records } = await ours.client.send(new GetRecordsCommand({ ShardIterator }));
  expect(Records!.map(textOf)).toEqual(['b']);
});

describe('pages', () => {
  test('of shards come with a token for the next', async () => {
    const list = async (client: KinesisClient) =>
      client.send(new ListShardsCommand({ StreamName: await newStream(client, 5), MaxResults: 3 }));
    const page = await list(ours.client);
    expect(page.Shards).toHaveLength(3);
    const next = await ours.client.send(new ListShardsCommand({ NextToken: page.NextToken!, MaxResults: 3 }));
    expect(next.Shards!.map(({ ShardId }) => ShardId!.at(-1))).toEqual(['3', '4']);
    expect(next.NextToken).toBeUndefined();
    expect(await list(theirs.client)).not.toHaveProperty('NextToken');
  });

  test('of streams come with a token for the next, and with their ARNs', async () => {
    const page = await ours.client.send(new ListStreamsCommand({ Limit: 1 }));
    expect(page.StreamSummaries).toMatchObject([{ StreamName: page.StreamNames![0], StreamStatus: 'ACTIVE' }]);
    const next = await ours.client.send(new ListStreamsCommand({ NextToken: page.NextToken!, Limit: 1 }));
    expect(next.StreamNames![0]! > page.StreamNames![0]!).toBe(true);
    expect(await theirs.client.send(new ListStreamsCommand({ Limit: 1 }))).not.toHaveProperty('NextToken');
  });
});

test('an iterator of a deleted stream is not one of a new stream of its name', async () => {
  const readOfNew = async (client: KinesisClient) => {
    const stream = await newStream(client);
    const ShardIterator = await iteratorAt(client, stream);
    await client.send(new DeleteStreamCommand({ StreamName: stream }));
    const create = () => client.send(new CreateStreamCommand({ StreamName: stream, ShardCount: 1 }));
    await vi.waitFor(create, PATIENCE);
    return vi.waitFor(() => client.send(new GetRecordsCommand({ ShardIterator })), PATIENCE);
  };
  await expect(readOfNew(ours.client)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
  expect((await readOfNew(theirs.client)).Records).toEqual([]);
});

test('a number that no record has is refused, past the last one too', async () => {
  const begin = async (client: KinesisClient, change: (number: bigint) => bigint) => {
    const stream = await newStream(client);
    const [number] = await putTexts(client, stream, ['a']);
    const StartingSequenceNumber = String(change(BigInt(number!)));
    return iteratorAt(client, stream, { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber });
  };
  await expect(begin(ours.client, number => number + 1n)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
  await expect(begin(ours.client, number => number + 999n)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
  await begin(theirs.client, number => number + 2n ** 40n);
});

test('nobody signs in: it listens on this machine only', async () => {
  const status = async (endpoint: string) => {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Kinesis_20131202.ListStreams' };
    return (await fetch(endpoint, { method: 'POST', headers, body: '{}' })).status;
  };
  expect(await status(ours.endpoint)).toBe(200);
  expect(await status(theirs.endpoint)).toBe(400);
});
