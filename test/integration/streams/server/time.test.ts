import { GetRecordsCommand, PutRecordCommand, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnServerOptions, startOwnServer } from './servers.ts';
import { iteratorAt, newStream, putTexts, readShard, textOf } from './stream-calls.ts';

/** What our server does as time passes. */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let clock: number;
let server: Awaited<ReturnType<typeof startOwnServer>>;
let stream: string;

async function start(options: OwnServerOptions = {}): Promise<void> {
  clock = Date.UTC(2026, 10, 25, 4);
  server = await startOwnServer({ ...options, now: () => clock });
  stream = await newStream(server.client);
}

afterEach(() => server.stop());

describe('as it is run', () => {
  beforeEach(() => start());

  const get = (ShardIterator: string) => server.client.send(new GetRecordsCommand({ ShardIterator, Limit: 1 }));
  const texts = async () => (await readShard(server.client, stream)).map(textOf);

  test('an iterator is good for five minutes', async () => {
    const iterator = await iteratorAt(server.client, stream);
    clock += 5 * MINUTE;
    await get(iterator);
    clock += 1;
    await expect(get(iterator)).rejects.toMatchObject({
      name: 'ExpiredIteratorException',
      message:
        'Iterator expired. The iterator was created at time Wed Nov 25 04:00:00 UTC 2026 while right now it is ' +
        'Wed Nov 25 04:05:00 UTC 2026 which is further in the future than the tolerated delay of 300000 milliseconds.',
    });
  });

  test('a reader is as far behind as its last record is old, and not at all at the end', async () => {
    await putTexts(server.client, stream, ['a']);
    clock += 2 * SECOND;
    await putTexts(server.client, stream, ['b']);
    clock += 3 * SECOND;
    const first = await get(await iteratorAt(server.client, stream));
    expect(first.MillisBehindLatest).toBe(5 * SECOND);
    const second = await get(first.NextShardIterator!);
    expect(second.MillisBehindLatest).toBe(0);
    expect(second.Records![0]!.ApproximateArrivalTimestamp).toEqual(new Date(clock - 3 * SECOND));
  });

  test('a reader begins at the first record of a time or after it', async () => {
    const begun = clock;
    for (const text of ['a', 'b', 'c']) {
      await putTexts(server.client, stream, [text]);
      // Each is of a file of its own.
      clock += 2 * HOUR;
    }
    const from = async (time: number) =>
      (await readShard(server.client, stream, { ShardIteratorType: 'AT_TIMESTAMP', Timestamp: new Date(time) })).map(
        textOf,
      );
    expect(await from(begun)).toEqual(['a', 'b', 'c']);
    expect(await from(begun + 1)).toEqual(['b', 'c']);
    expect(await from(begun + 2 * HOUR)).toEqual(['b', 'c']);
    expect(await from(begun + 4 * HOUR)).toEqual(['c']);
    expect(await from(begun + 4 * HOUR + 1)).toEqual([]);
  });

  test('records past the retention go, and the trim horizon is the first that is left', async () => {
    const [first] = await putTexts(server.client, stream, ['a']);
    const iterator = await iteratorAt(server.client, stream);
    clock += 12 * HOUR;
    await putTexts(server.client, stream, ['b']);
    clock += 12 * HOUR - 1;
    server.trim();
    expect(await texts()).toEqual(['a', 'b']);
    clock += 1;
    server.trim();
    expect(await texts()).toEqual(['b']);
    // Whoever was before it begins there.
    const after = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: first } as const;
    expect((await readShard(server.client, stream, after)).map(textOf)).toEqual(['b']);
    await expect(get(iterator)).rejects.toMatchObject({ name: 'ExpiredIteratorException' });
  });

  test('numbers ascend though every record before has gone', async () => {
    const [first] = await putTexts(server.client, stream, ['a']);
    clock += 24 * HOUR;
    server.trim();
    expect(await texts()).toEqual([]);
    const [second] = await putTexts(server.client, stream, ['b']);
    expect(BigInt(second!)).toBeGreaterThan(BigInt(first!));
    expect(await texts()).toEqual(['b']);
  });

  test('a clock that is set back brings no record before another', async () => {
    await putTexts(server.client, stream, ['a']);
    clock -= HOUR;
    await putTexts(server.client, stream, ['b']);
    const [a, b] = await readShard(server.client, stream);
    expect(b!.ApproximateArrivalTimestamp).toEqual(a!.ApproximateArrivalTimestamp);
  });
});

describe('with the throughput of a shard as the service has it', () => {
  beforeEach(() => start({ limitThroughput: true }));

  const put = (count: number, bytes: number) =>
    server.client.send(
      new PutRecordsCommand({
        StreamName: stream,
        Records: Array.from({ length: count }, (_, n) => ({ PartitionKey: `key-${n}`, Data: Buffer.alloc(bytes) })),
      }),
    );

  test('a shard takes 1,000 records in a second, and says of the others one by one that it did not', async () => {
    await put(500, 1);
    await put(400, 1);
    const { FailedRecordCount, Records } = await put(250, 1);
    expect(FailedRecordCount).toBe(150);
    expect(Records!.slice(0, 100).every(({ SequenceNumber }) => SequenceNumber !== undefined)).toBe(true);
    expect(Records![100]).toEqual({
      ErrorCode: 'ProvisionedThroughputExceededException',
      ErrorMessage: `Rate exceeded for shard shardId-000000000000 in stream ${stream} under account 000000000000.`,
    });
    expect(await readShard(server.client, stream)).toHaveLength(1_000);
    clock += 100;
    expect((await put(250, 1)).FailedRecordCount).toBe(150);
  });

  test('a shard takes 1 MB in a second, whatever comes after the record that is too much', async () => {
    const { Records } = await put(5, 300_000);
    expect(Records!.map(({ ErrorCode }) => ErrorCode !== undefined)).toEqual([false, false, false, true, true]);
    expect((await put(1, 1_000)).FailedRecordCount).toBe(0);
  });

  test('a single record is refused', async () => {
    await put(500, 1);
    await put(500, 1);
    const record = { StreamName: stream, PartitionKey: 'key', Data: Buffer.from('x') };
    await expect(server.client.send(new PutRecordCommand(record))).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
    });
  });
});
