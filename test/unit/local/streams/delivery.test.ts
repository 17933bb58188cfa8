import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Batch, decide, withoutExpired } from '../../../../local/streams/delivery.ts';
import type { Outcome } from '../../../../local/streams/outcome.ts';

type Function = (records: readonly number[]) => Outcome;

interface Run {
  /** What became of the records, as the shard settled them. */
  readonly settled: readonly { readonly done?: readonly number[]; readonly givenUp?: Batch<number> }[];
  readonly deliveries: readonly (readonly number[])[];
}

/** Delivers records as the poller does, to a function that may fail. */
function deliver(records: readonly number[], attempts: number, answer: Function): Run {
  const settled: { done?: readonly number[]; givenUp?: Batch<number> }[] = [];
  const deliveries: (readonly number[])[] = [];
  let pending: readonly Batch<number>[] = [{ records, failures: 0 }];
  while (pending.length > 0) {
    const [batch, ...later] = pending;
    deliveries.push(batch!.records);
    const decision = decide(batch!, answer(batch!.records), { attempts, maximumAgeSeconds: 60 });
    if (decision.done > 0) settled.push({ done: batch!.records.slice(0, decision.done) });
    if (decision.givenUp !== undefined) settled.push({ givenUp: decision.givenUp });
    pending = [...decision.next, ...later];
    if (deliveries.length > 10_000) throw new Error('It does not end');
  }
  return { settled, deliveries };
}

const throwing =
  (poison: ReadonlySet<number>): Function =>
  records => ({ kind: records.some(record => poison.has(record)) ? 'failed' : 'done' });

const reporting =
  (poison: ReadonlySet<number>): Function =>
  records => {
    const index = records.findIndex(record => poison.has(record));
    return index < 0 ? { kind: 'done' } : { kind: 'failed-from', index };
  };

/** Deliveries that a batch takes, said another way: by recursion on where its poison lies. */
function deliveriesToThrowing(records: readonly number[], poison: ReadonlySet<number>, attempts: number): number {
  if (!records.some(record => poison.has(record))) return 1;
  if (records.length === 1) return 1 + attempts;
  const middle = Math.ceil(records.length / 2);
  const halves = [records.slice(0, middle), records.slice(middle)];
  return halves.reduce((sum, half) => sum + deliveriesToThrowing(half, poison, attempts), 1);
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
const settledRecords = ({ settled }: Run) => settled.flatMap(({ done, givenUp }) => done ?? givenUp!.records);

/** Every batch of up to six records, every choice of poison in it, 0 to 3 attempts. */
const cases = range(6).flatMap(size =>
  range(2 ** (size + 1)).flatMap(choice =>
    range(4).map(attempts => ({
      records: range(size + 1),
      poison: new Set(range(size + 1).filter(record => (choice >> record) & 1)),
      attempts,
    })),
  ),
);

describe('a function that throws at a poison record', () => {
  test.each(range(4))(
    'gives up poison alone, each record after its own attempts (%i), and gets all else done',
    most => {
      for (const { records, poison, attempts } of cases.filter(each => each.attempts === most)) {
        const run = deliver(records, attempts, throwing(poison));
        expect(settledRecords(run)).toEqual(records);
        expect(run.settled.flatMap(({ givenUp }) => givenUp ?? [])).toEqual(
          [...poison].map(record => ({ records: [record], failures: attempts + 1 })),
        );
        expect(run.deliveries).toHaveLength(deliveriesToThrowing(records, poison, attempts));
      }
    },
  );

  test('finds one record of 10,000 in 14 splits, without an attempt', () => {
    const run = deliver(range(10_000), 0, throwing(new Set([0])));
    const failing = run.deliveries.filter(records => records.includes(0));
    expect(failing.map(records => records.length)).toEqual([
      10_000, 5_000, 2_500, 1_250, 625, 313, 157, 79, 40, 20, 10, 5, 3, 2, 1,
    ]);
  });
});

describe('a function that says from where it failed', () => {
  test('gets done what comes before, and gives up from the first record on that uses up its attempts', () => {
    for (const { records, poison, attempts } of cases) {
      const run = deliver(records, attempts, reporting(poison));
      expect(settledRecords(run)).toEqual(records);
      const first = records.find(record => poison.has(record));
      const givenUp = run.settled.flatMap(each => each.givenUp ?? []);
      expect(givenUp).toEqual(first === undefined ? [] : [{ records: records.slice(first), failures: attempts + 1 }]);
      // What got done before it sets the count back.
      expect(run.deliveries).toHaveLength(first === undefined ? 1 : attempts + 1 + Number(first > 0));
    }
  });

  test('as AWS did: with 3 attempts, a batch that failed from its third record is followed by 4 deliveries of that', () => {
    const { deliveries, settled } = deliver([3, 4, 5], 3, reporting(new Set([5])));
    expect(deliveries).toEqual([[3, 4, 5], [5], [5], [5], [5]]);
    expect(settled).toEqual([{ done: [3, 4] }, { givenUp: { records: [5], failures: 4 } }]);
  });
});

describe('whatever a function does', () => {
  const outcome = fc.oneof(
    { weight: 2, arbitrary: fc.constant({ kind: 'done' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'failed' as const }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('failed-from' as const), index: fc.nat(40) }) },
  );

  test('each record is settled once, in the order of the shard, and no delivery begins before an earlier one did', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(4),
        fc.infiniteStream(outcome),
        (size, attempts, outcomes) => {
          const answer: Function = records => {
            const next = outcomes.next().value!;
            return next.kind === 'failed-from' ? { ...next, index: next.index % records.length } : next;
          };
          const run = deliver(range(size), attempts, answer);
          expect(settledRecords(run)).toEqual(range(size));
          for (const { givenUp } of run.settled) if (givenUp) expect(givenUp.failures).toBe(attempts + 1);
          const starts = run.deliveries.map(([first]) => first!);
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test('a batch that fails again waits longer, one that has got anywhere does not wait', () => {
    const limits = { attempts: 9, maximumAgeSeconds: 60 };
    expect(decide({ records: [1], failures: 4 }, { kind: 'failed' }, limits).failures).toBe(5);
    expect(decide({ records: [1, 2], failures: 4 }, { kind: 'failed-from', index: 0 }, limits).failures).toBe(5);
    expect(decide({ records: [1, 2], failures: 4 }, { kind: 'failed-from', index: 1 }, limits).failures).toBe(0);
    expect(decide({ records: [1, 2], failures: 4 }, { kind: 'failed' }, limits).failures).toBe(0);
  });
});

describe('records that are too old', () => {
  const record = (arrivedAt: number) => ({
    sequenceNumber: String(arrivedAt),
    partitionKey: 'any',
    data: new Uint8Array(),
    arrivedAt,
  });
  const limits = { attempts: 1, maximumAgeSeconds: 60 };

  test.each([
    ['none', [40_000, 50_000], 0],
    ['one of exactly that age is not', [39_999, 40_000], 1],
    ['all', [1, 2], 2],
    // Arrival times of a shard may be a little out of order: only what is old at the start is cut off.
    ['an old one behind a young one is delivered with it', [50_000, 1], 0],
  ])('are cut off at the start of a batch: %s', (_, arrivals, cut) => {
    const batch = { records: arrivals.map(record), failures: 2 };
    const { expired, batch: rest } = withoutExpired(batch, limits, 100_000);
    expect(expired?.records ?? []).toEqual(batch.records.slice(0, cut));
    expect(rest?.records ?? []).toEqual(batch.records.slice(cut));
    expect([expired?.failures ?? 2, rest?.failures ?? 2]).toEqual([2, 2]);
  });
});
