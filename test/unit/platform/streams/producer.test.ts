import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putRecords, type StreamRecord } from '../../../../platform/streams/producer.ts';
import { type FlakyStream, flakyStream } from './flaky-stream.ts';

const MiB = 1024 * 1024;
const never = new AbortController().signal;
const noWait = async () => {};

/** The n-th record of its key, of so many bytes. */
function record(partitionKey: string, n: number, bytes = 4): StreamRecord {
  const data = Buffer.alloc(bytes);
  data.writeUInt32BE(n);
  return { partitionKey, data };
}

const numberOf = ({ data }: StreamRecord) => Buffer.from(data).readUInt32BE();

/** Each key's numbers, at the first time that each of them was taken. */
function firstTimes({ taken }: Pick<FlakyStream, 'taken'>): Readonly<Record<string, readonly number[]>> {
  const seen = new Map<string, Set<number>>();
  for (const each of taken) {
    const numbers = seen.get(each.partitionKey) ?? new Set();
    seen.set(each.partitionKey, numbers.add(numberOf(each)));
  }
  return Object.fromEntries([...seen].map(([key, numbers]) => [key, [...numbers]]));
}

const put = (stream: FlakyStream, records: readonly StreamRecord[], signal = never) =>
  putRecords(stream.client, 's', records, { signal, wait: noWait });

describe('records', () => {
  test('of many keys go out 500 a call', async () => {
    const stream = flakyStream(1);
    await put(
      stream,
      Array.from({ length: 1_234 }, (_, n) => record(`k${n}`, n)),
    );
    expect(stream.calls.map(call => call.length)).toEqual([500, 500, 234]);
    expect(stream.taken).toHaveLength(1_234);
  });

  test('go out at most 5 MiB a call, keys included', async () => {
    const stream = flakyStream(1);
    const records = Array.from({ length: 12 }, (_, n) => record(`k${n.toString().padStart(2, '0')}`, n, MiB - 3));
    await put(stream, records);
    expect(stream.calls.map(call => call.length)).toEqual([5, 5, 2]);
  });

  test('of one key go out one a call, the next when the one before was taken', async () => {
    const stream = flakyStream(1);
    await put(stream, [record('a', 1), record('a', 2), record('b', 1), record('a', 3)]);
    const calls = stream.calls.map(call => call.map(each => `${each.partitionKey}${numberOf(each)}`));
    expect(calls).toEqual([['a1', 'b1'], ['a2'], ['a3']]);
  });

  test('none at all take no call', async () => {
    const stream = flakyStream(1);
    await put(stream, []);
    expect(stream.calls).toEqual([]);
  });

  test('of which one is larger than a stream takes are refused, all of them, before anything is put', async () => {
    const stream = flakyStream(1);
    await expect(put(stream, [record('a', 1), record('bb', 1, MiB - 1)])).rejects.toThrow(RangeError);
    expect(stream.calls).toEqual([]);
    await put(stream, [record('b', 1, MiB - 1)]);
    expect(stream.taken).toHaveLength(1);
  });
});

test('whatever is refused, fails or goes unanswered, every record is taken, and the first times of a key are in order', async () => {
  const share = fc.double({ min: 0, max: 0.6, noNaN: true });
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.nat(), share, share, keys, async (seed, refused, half, sequence) => {
      const stream = flakyStream(seed, { refused, failed: half / 2, unanswered: half / 2 });
      const counts: Record<string, number> = {};
      const records = sequence.map(key => {
        counts[key] = (counts[key] ?? 0) + 1;
        return record(key, counts[key]);
      });
      await put(stream, records);
      const expected = Object.entries(counts).map(([key, count]) => [
        key,
        Array.from({ length: count }, (_, at) => at + 1),
      ]);
      expect(firstTimes(stream)).toEqual(Object.fromEntries(expected));
      for (const call of stream.calls) {
        expect(new Set(call.map(each => each.partitionKey)).size).toBe(call.length);
      }
    }),
    { numRuns: 200 },
  );
});

describe('a stream that takes nothing', () => {
  test('is asked again after longer and longer waits, of a second at most', async () => {
    const stream = flakyStream(1, { failed: 1 });
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
      if (waits.length === 40) stream.become({});
    };
    await putRecords(stream.client, 's', [record('a', 1)], { signal: never, wait });
    expect(stream.calls).toHaveLength(41);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
    expect(Math.max(...waits.slice(10))).toBeGreaterThan(Math.max(...waits.slice(0, 2)));
    expect(Math.max(...waits.slice(0, 2))).toBeLessThanOrEqual(100);
  });

  test('is given up when there is no more time: the error says what was taken, and what the stream said', async () => {
    const stream = flakyStream(1);
    const time = new AbortController();
    const wait = async () => time.abort();
    const send: typeof stream.client.send = (async (command: never, options: never) => {
      const answer = await (stream.client.send as (...of: never[]) => Promise<unknown>)(command, options);
      stream.become({ refused: 1 });
      return answer;
    }) as never;
    const records = [record('a', 1), record('b', 1), record('a', 2)];
    const putting = putRecords({ send }, 's', records, { signal: time.signal, wait });
    await expect(putting).rejects.toMatchObject({
      name: 'RecordsNotAccepted',
      accepted: [true, true, false],
      code: 'ProvisionedThroughputExceededException',
    });
  });

  test('is given up in the middle of a call that does not end', async () => {
    const time = new AbortController();
    const send = (async (_: never, { abortSignal }: { abortSignal: AbortSignal }) => {
      const { promise, reject } = Promise.withResolvers<never>();
      abortSignal.addEventListener('abort', () => reject(Object.assign(new Error(), { name: 'AbortError' })));
      time.abort();
      return promise;
    }) as never;
    const putting = putRecords({ send }, 's', [record('a', 1)], { signal: time.signal });
    await expect(putting).rejects.toMatchObject({ accepted: [false], code: 'AbortError' });
  });

  test('is not asked when there is no time at all', async () => {
    const stream = flakyStream(1);
    await expect(put(stream, [record('a', 1)], AbortSignal.abort())).rejects.toMatchObject({ code: 'NoTime' });
    expect(stream.calls).toEqual([]);
  });
});
