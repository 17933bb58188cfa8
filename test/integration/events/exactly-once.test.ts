import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { testDatabase } from '../database.ts';
import {
  createTallyTables,
  deliveringTo,
  type Happened,
  happened,
  ignored,
  recordOf,
  recordsOf,
  summing,
  talliesFrom,
  talliesOf,
  tally,
} from './tally.ts';

let database: Database;
let deliver: ReturnType<typeof deliveringTo>;
beforeAll(async () => {
  let owner: Database;
  ({ database, owner } = await testDatabase());
  await createTallyTables(owner);
  deliver = deliveringTo(tally, database);
});

const ten = (streamId: string, from = 1) =>
  Array.from({ length: 10 }, (_, at) => happened(streamId, from + at, at + 1));

test('a batch takes effect in its order, and says what became of its records', async () => {
  const log: Happened[] = [
    ...ten('plain-a'),
    { streamId: 'plain-a', version: 11, event: ignored.of({}) },
    ...ten('plain-b'),
  ];
  expect(await deliver(recordsOf(log))).toEqual({
    counts: { fresh: 20, repeated: 0, passedOver: 1 },
    deadLetters: 0,
  });
  expect(await talliesOf(database, 'plain-')).toEqual(talliesFrom(log));
});

test('delivered again, whole or in parts, it has no effect', async () => {
  const log = ten('again');
  const records = recordsOf(log);
  await deliver(records);
  expect(await deliver(records)).toMatchObject({ counts: { fresh: 0, repeated: 10 } });
  expect(await deliver(records.slice(3, 7))).toMatchObject({ counts: { fresh: 0, repeated: 4 } });
  const more = recordsOf([...log, ...ten('again', 11)]);
  expect(await deliver(more.slice(5))).toMatchObject({ counts: { fresh: 10, repeated: 5 } });
  expect(await talliesOf(database, 'again')).toEqual(talliesFrom([...log, ...ten('again', 11)]));
});

test('published twice, from an earlier event on, it counts once within one batch too', async () => {
  const log = ten('republished');
  const twice = [...log.slice(0, 6), ...log.slice(2)];
  expect(await deliver(recordsOf(twice))).toMatchObject({ counts: { fresh: 10, repeated: 4 } });
  expect(await talliesOf(database, 'republished')).toEqual(talliesFrom(log));
});

test('versions that are missing were of types that are passed over: they hold up nothing', async () => {
  const log = [happened('gaps', 3, 1), happened('gaps', 9, 2), happened('gaps', 10, 3)];
  expect(await deliver(recordsOf(log))).toMatchObject({ counts: { fresh: 3 } });
  expect(await talliesOf(database, 'gaps')).toEqual(talliesFrom(log));
});

test.each([
  ['of streams that are new', 0],
  ['of streams that it knows', 1],
])('ten deliveries of one batch at once, %s, count once', async (_, before) => {
  const log = ten(`at-once-${before}`);
  await deliver(recordsOf(log).slice(0, before));
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => deliver(recordsOf(log))));
  expect(outcomes.map(({ counts }) => counts.fresh).toSorted()).toEqual(
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 10 - before].toSorted(),
  );
  expect(await talliesOf(database, `at-once-${before}`)).toEqual(talliesFrom(log));
});

test('consumers have positions of their own', async () => {
  const log = ten('shared');
  await deliver(recordsOf(log));
  expect(await deliveringTo(summing, database)(recordsOf(log))).toMatchObject({ counts: { fresh: 10 } });
});

test('events of one stream that are published on two streams are not taken for repetitions', async () => {
  // Two streams are not read in one order: version 2 of the one may come after version 9 of the other.
  const consume = (stream: 'user-events' | 'consultation-events', log: readonly Happened[]) =>
    deliveringTo(tally, database, stream)(recordsOf(log));
  await consume('consultation-events', [happened('two-streams', 9, 1)]);
  expect(await consume('user-events', [happened('two-streams', 2, 1)])).toMatchObject({ counts: { fresh: 1 } });
});

test('a batch of which nothing is cared about asks the database nothing', async () => {
  const none = deliveringTo(tally, { transaction: () => expect.unreachable() });
  const records = Array.from({ length: 3 }, (_, at) =>
    recordOf({ streamId: 's', version: at + 1, event: ignored.of({}) }, at),
  );
  expect(await none(records)).toEqual({ counts: { fresh: 0, repeated: 0, passedOver: 3 }, deadLetters: 0 });
});

describe('whatever is delivered, how often and by whom at once,', () => {
  const SHARDS = 3;
  const happening = fc.record({ stream: fc.nat(8), amount: fc.nat(50), cared: fc.boolean() });
  const batches = fc.array(fc.record({ back: fc.nat(12), length: fc.integer({ min: 1, max: 15 }) }), {
    minLength: 60,
    maxLength: 60,
  });
  const scenario = fc.record({
    log: fc.array(happening, { minLength: 1, maxLength: 120 }),
    readers: fc.array(fc.record({ shard: fc.nat(SHARDS - 1), batches }), { minLength: SHARDS, maxLength: 6 }),
  });
  let run = 0;

  test('the state is that of a log read once', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ log, readers }) => {
        const prefix = `random-${run++}-`;
        const versions = new Map<number, number>();
        const all = log.map(({ stream, amount, cared }) => {
          const version = (versions.get(stream) ?? 0) + 1;
          versions.set(stream, version);
          const streamId = `${prefix}${stream}`;
          return {
            stream,
            what: cared ? happened(streamId, version, amount) : { streamId, version, event: ignored.of({}) },
          };
        });
        const shards = Array.from({ length: SHARDS }, (_, shard) =>
          recordsOf(all.filter(({ stream }) => stream % SHARDS === shard).map(({ what }) => what)),
        );
        // Each shard has a reader that comes to its end, and perhaps others, lost and late ones, beside it.
        const everyShard = shards.map((_, shard) => ({ shard, batches: readers[shard]!.batches }));
        await Promise.all(
          [...everyShard, ...readers].map(({ shard, batches }) => read(shards[shard]!, batches, shard)),
        );
        expect(await talliesOf(database, prefix)).toEqual(talliesFrom(all.map(({ what }) => what)));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  /** From the beginning to the end, a batch and then perhaps some records back, each batch twice. */
  async function read(
    records: readonly StreamRecord[],
    batches: readonly { readonly back: number; readonly length: number }[],
    shard: number,
  ): Promise<void> {
    let at = 0;
    for (const { back, length } of [...batches, { back: 0, length: records.length }]) {
      if (at >= records.length) return;
      const batch = records.slice(at, at + length);
      await deliver(batch, `shardId-${shard}`);
      await deliver(batch, `shardId-${shard}`);
      // Never past what has not been delivered, as no reader does.
      at = Math.max(0, at + batch.length - (length === records.length ? 0 : back % batch.length));
    }
  }
});
