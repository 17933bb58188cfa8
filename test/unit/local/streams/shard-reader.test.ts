import type { KinesisClient } from '@aws-sdk/client-kinesis';
import { expect, test } from 'vitest';
import type { Clock } from '../../../../local/streams/clock.ts';
import { createOutage } from '../../../../local/streams/outage.ts';
import { createShardReader } from '../../../../local/streams/shard-reader.ts';

type Answer = Readonly<Record<string, unknown>> | string;

/** A client that gives these answers, one after another: a text is the name of an error. Waits are told and take no time. */
function reading(...answers: readonly Answer[]) {
  const calls: string[] = [];
  const told: string[] = [];
  const stopping = new AbortController();
  let now = 0;
  let place = 0;
  const client = {
    async send(command: { readonly input: object }) {
      const { ShardIterator, ShardIteratorType, StartingSequenceNumber } = command.input as Record<string, string>;
      calls.push(
        [command.constructor.name.replace('Command', ''), ShardIterator ?? ShardIteratorType, StartingSequenceNumber]
          .filter(Boolean)
          .join(' '),
      );
      const answer = answers[place++];
      if (answer === undefined) stopping.abort();
      if (typeof answer === 'string') throw Object.assign(new Error(answer), { name: answer });
      return answer ?? {};
    },
  };
  const clock: Clock = {
    now: () => now,
    async sleep(ms) {
      now += ms;
    },
  };
  const reader = createShardReader({
    client: client as unknown as KinesisClient,
    streamName: 'any',
    shardId: 'shardId-000000000000',
    rhythm: { intervalMs: () => 300, sawRecords: () => told.push('records') },
    outage: createOutage(
      error => told.push(`away ${(error as Error).name}`),
      () => told.push('back'),
    ),
    clock,
    signal: stopping.signal,
    lostPlace: () => told.push('lost'),
  });
  return { reader, calls, told, elapsed: () => now };
}

const iterator = (name: string) => ({ ShardIterator: name });
const records = (next: string, ...numbers: readonly number[]) => ({
  NextShardIterator: next,
  Records: numbers.map(number => ({
    SequenceNumber: String(number),
    PartitionKey: 'any',
    Data: Buffer.from('any'),
    ApproximateArrivalTimestamp: new Date(0),
  })),
});
const numbersOf = (read: readonly { readonly sequenceNumber: string }[]) =>
  read.map(each => Number(each.sequenceNumber));

test('a shard is read from its oldest record on, 300 ms after each read', async () => {
  const { reader, calls, elapsed } = reading(
    iterator('i1'),
    records('i2'),
    records('i3'),
    records('i4', 1, 2),
    records('i5', 3),
  );
  expect(numbersOf(await reader.after(undefined))).toEqual([1, 2]);
  expect(elapsed()).toBe(600);
  expect(numbersOf(await reader.after('2'))).toEqual([3]);
  expect(elapsed()).toBe(900);
  expect(calls).toEqual([
    'GetShardIterator TRIM_HORIZON',
    'GetRecords i1',
    'GetRecords i2',
    'GetRecords i3',
    'GetRecords i4',
  ]);
});

test('consumers at the same place share a read; one that comes a little later gets it too', async () => {
  const { reader, calls } = reading(iterator('i1'), records('i2', 1), records('i3', 2));
  const [one, two] = await Promise.all([reader.after(undefined), reader.after(undefined)]);
  expect(two).toBe(one);
  expect(await reader.after(undefined)).toBe(one);
  expect(numbersOf(await reader.after('1'))).toEqual([2]);
  expect(calls).toHaveLength(3);
});

test('a consumer that is behind reads for itself', async () => {
  const { reader, calls } = reading(
    iterator('i1'),
    records('i2', 1),
    records('i3', 2),
    iterator('j1'),
    records('j2', 1, 2),
  );
  await reader.after(undefined);
  await reader.after('1');
  expect(numbersOf(await reader.after(undefined))).toEqual([1, 2]);
  expect(calls.slice(3)).toEqual(['GetShardIterator TRIM_HORIZON', 'GetRecords j1']);
});

test.each(['ExpiredIteratorException', 'ProvisionedThroughputExceededException'])(
  'after %s it goes on at the same record, and says nothing',
  async error => {
    const { reader, calls, told } = reading(iterator('i1'), records('i2'), error, iterator('i3'), records('i4', 8));
    expect(numbersOf(await reader.after('7'))).toEqual([8]);
    expect(calls[3]).toBe('GetShardIterator AFTER_SEQUENCE_NUMBER 7');
    expect(told).toEqual(['records']);
  },
);

test('a server that is away is asked again, at longer and longer intervals, and told of once', async () => {
  const away = Array.from({ length: 8 }, () => 'ECONNREFUSED');
  const { reader, told, elapsed } = reading(...away, iterator('i1'), records('i2', 1));
  expect(numbersOf(await reader.after(undefined))).toEqual([1]);
  expect(told).toEqual(['away ECONNREFUSED', 'back', 'records']);
  expect(elapsed()).toBeGreaterThan((200 + 400 + 800 + 1_600 + 3_200 + 3 * 5_000) / 2);
  expect(elapsed()).toBeLessThan(200 + 400 + 800 + 1_600 + 3_200 + 3 * 5_000);
});

test('a place that is none of the stream is told of, and the oldest record read', async () => {
  const { reader, calls, told } = reading('InvalidArgumentException', iterator('i1'), records('i2', 1));
  expect(numbersOf(await reader.after('99'))).toEqual([1]);
  expect(calls.slice(0, 2)).toEqual(['GetShardIterator AFTER_SEQUENCE_NUMBER 99', 'GetShardIterator TRIM_HORIZON']);
  expect(told).toEqual(['lost', 'records']);
});

test('a read that waits ends with nothing when it is stopped', async () => {
  const { reader } = reading(iterator('i1'), records('i2'), records('i3'));
  expect(await reader.after(undefined)).toEqual([]);
});
