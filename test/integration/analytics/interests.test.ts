import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { interests } from '../../../functions/analytics/interests/consumer.ts';
import { findEvidence } from '../../../functions/analytics/recommendations/store.ts';
import { chartInterpreted, chartStored, chartStream, interpretationRated } from '../../../functions/saju/events.ts';
import { personCorrected, personDeleted, userErased, userStream } from '../../../functions/users/events.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { contentOf, deliver, empty } from './delivery.ts';
import { interpretationsOf, signalsOf } from './models.ts';
import { cut, interleaved, type LogEvent, randomLog, recorder, shuffled } from './random-log.ts';

const { database } = await testDatabase();
const { sql } = database;
const { tables } = interests.projection!;

beforeEach(() => empty(database, tables));

const KINDS: Readonly<Record<string, string>> = {
  viewed: 'activity.page_viewed',
  used: 'activity.feature_used',
  read: 'activity.content_read',
  shown: 'activity.offer_shown',
  taken: 'activity.offer_taken',
  dismissed: 'activity.offer_dismissed',
};

async function signals() {
  const rows = await sql<{ user_id: string; category: string; kind: string; occurred_at: Date }[]>`
    select * from interest_signals`;
  return rows.map(row => [row.user_id, row.category, KINDS[row.kind], row.occurred_at.getTime()].join(' ')).toSorted();
}

const NOW = new Date('2026-03-20T00:00:00Z');
const byTime = (a: { readonly at: Date }, b: { readonly at: Date }) => a.at.getTime() - b.at.getTime();

/** What recommendations see of a user's interpretations. */
async function interpretations(events: readonly LogEvent[]) {
  const userIds = new Set(interpretationsOf(events).map(({ userId }) => userId));
  const expected = [...userIds].map(userId =>
    interpretationsOf(events)
      .filter(each => each.userId === userId)
      .map(({ category, at, rating }) => ({ category, at, rating }))
      .toSorted(byTime),
  );
  const found: unknown[] = [];
  for (const userId of userIds)
    found.push([...(await findEvidence(sql, userId, NOW)).interpretations].toSorted(byTime));
  return { found, expected };
}

const SEED = Number(process.env.FC_SEED ?? 3);
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

test('whatever the order of streams and the size of batches, what is known is that of the whole log', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async seed => {
      const log = randomLog(seed, { bursts: [], activity: 80 });
      const random = seededRandom(seed);
      await empty(database, tables);
      await deliver(database, interests, [log.flat()]);
      const atOnce = await contentOf(database, tables);
      expect(await signals()).toEqual([...signalsOf(log.flat())].toSorted());
      const { found, expected } = await interpretations(log.flat());
      expect(found).toEqual(expected);
      for (const order of [interleaved, shuffled]) {
        await empty(database, tables);
        await deliver(database, interests, cut(order(log, random), random));
        expect(await contentOf(database, tables)).toEqual(atOnce);
      }
    }),
    { numRuns: 15, seed: SEED },
  );
});

test('also where shards are worked on at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async seed => {
      const log = randomLog(seed, { bursts: [], activity: 80 });
      const random = seededRandom(seed);
      await empty(database, tables);
      await deliver(database, interests, [log.flat()]);
      const atOnce = await contentOf(database, tables);
      await empty(database, tables);
      const shards = [0, 1, 2, 3].map(shard => log.filter((_, stream) => stream % 4 === shard));
      await Promise.all(shards.map(shard => deliver(database, interests, cut(interleaved(shard, random), random, 9))));
      expect(await contentOf(database, tables)).toEqual(atOnce);
    }),
    { numRuns: 6, seed: SEED },
  );
});

const USER = '11111111-1111-4111-8111-111111111111';
const CHART = '22222222-2222-4222-8222-222222222222';
const PERSON = '33333333-3333-4333-8333-333333333333';
const READING = '44444444-4444-4444-8444-444444444444';

function storedChart(record: ReturnType<typeof recorder>) {
  const common = { userId: USER, interpretationId: READING };
  return record(
    chartStream(CHART),
    ['2026-03-01T00:00:00Z', chartStored.of({ userId: USER, personId: PERSON, engineVersion: '1.0.0' })],
    ['2026-03-02T00:00:00Z', chartInterpreted.of({ ...common, type: 'wealth', modelVersion: 'rules-1' })],
    ['2026-03-03T00:00:00Z', interpretationRated.of({ ...common, rating: 2 })],
    ['2026-03-04T00:00:00Z', interpretationRated.of({ ...common, rating: 5 })],
  );
}

describe('an interpretation', () => {
  test('is known with its last rating, and the chart to go on from', async () => {
    await deliver(database, interests, [storedChart(recorder())]);
    expect(await findEvidence(sql, USER, NOW)).toEqual({
      signals: [],
      interpretations: [{ category: 'wealth', at: new Date('2026-03-02T00:00:00Z'), rating: 5 }],
      chart: { personId: PERSON, chartId: CHART },
    });
  });

  test.each([
    ['deleted', personDeleted.of({ personId: PERSON }), 0],
    ['corrected in their birth', personCorrected.of({ personId: PERSON, chartsDeleted: true }), 0],
    ['given another name', personCorrected.of({ personId: PERSON, chartsDeleted: false }), 1],
  ])('of a person who is %s', async (_, event, left) => {
    const record = recorder();
    const [chart, account] = [storedChart(record), record(userStream(USER), ['2026-03-05T00:00:00Z', event])];
    for (const batches of [
      [chart, account],
      [account, chart],
    ]) {
      await empty(database, tables);
      await deliver(database, interests, batches);
      const { interpretations: known, chart: next } = await findEvidence(sql, USER, NOW);
      expect([known.length, next === undefined ? 0 : 1]).toEqual([left, left]);
    }
  });
});

test('of who is erased nothing is kept but that', async () => {
  const record = recorder();
  const [chart, erased] = [storedChart(record), record(userStream(USER), ['2026-03-05T00:00:00Z', userErased.of({})])];
  for (const batches of [
    [chart, erased],
    [erased, chart],
  ]) {
    await empty(database, tables);
    await deliver(database, interests, batches);
    expect(Object.values(await contentOf(database, tables)).flat()).toEqual([
      { user_id: USER, erased: true, decisions: [] },
    ]);
  }
});
