import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { activityStream, contentRead, featureUsed } from '../../../functions/analytics/events.ts';
import { warehouseFeed } from '../../../functions/analytics/warehouse-feed/consumer.ts';
import { chartInterpreted, chartStream, interpretationReviewed } from '../../../functions/saju/events.ts';
import {
  consentGiven,
  consentWithdrawn,
  sessionOpened,
  userErased,
  userStream,
} from '../../../functions/users/events.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { contentOf, deliver, empty } from './delivery.ts';
import { factsOf } from './models.ts';
import { cut, interleaved, type Log, randomLog, recorder, shuffled } from './random-log.ts';

const { database } = await testDatabase();
const { tables } = warehouseFeed.projection!;

beforeEach(() => empty(database, tables));

async function found() {
  const rows = await database.sql<{ key: string; events: number; seconds: number }[]>`
    select concat_ws(' ', activity_date, user_id, event_type, category) as key, events::integer, seconds::integer
    from dwh.fact_activity_daily`;
  return new Map(rows.map(({ key, events, seconds }) => [key, { events, seconds }]));
}

const SEED = Number(process.env.FC_SEED ?? 2);
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

test('whatever the order of streams and the size of batches, counts are those of the whole log', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async seed => {
      const log = randomLog(seed, { bursts: [] });
      const random = seededRandom(seed);
      await empty(database, tables);
      await deliver(database, warehouseFeed, [log.flat()]);
      const atOnce = await contentOf(database, tables);
      expect(await found()).toEqual(factsOf(log.flat()));
      for (const order of [interleaved, shuffled]) {
        await empty(database, tables);
        await deliver(database, warehouseFeed, cut(order(log, random), random));
        expect(await contentOf(database, tables)).toEqual(atOnce);
      }
    }),
    { numRuns: 15, seed: SEED },
  );
});

test('also where shards are worked on at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async seed => {
      const log = randomLog(seed, { bursts: [] });
      const random = seededRandom(seed);
      await empty(database, tables);
      const shards: Log[] = [0, 1, 2, 3].map(shard => log.filter((_, stream) => stream % 4 === shard));
      await Promise.all(
        shards.map(shard => deliver(database, warehouseFeed, cut(interleaved(shard, random), random, 9))),
      );
      expect(await found()).toEqual(factsOf(log.flat()));
    }),
    { numRuns: 6, seed: SEED },
  );
});

const USER = '11111111-1111-4111-8111-111111111111';
const CHART = '22222222-2222-4222-8222-222222222222';
const common = { userId: USER, appSessionId: null };
const analytics = { kind: 'analytics', version: '2026-01-01' } as const;

describe('a fact', () => {
  test('is of the Korean day, the user, the type and what it is about; seconds add up', async () => {
    const record = recorder();
    const read = (seconds: number) => contentRead.of({ ...common, category: 'wealth', seconds });
    await deliver(database, warehouseFeed, [
      record(activityStream(USER), ['2026-03-01T14:59:59.999Z', read(5)], ['2026-03-01T15:00:00Z', read(7)]),
      record(activityStream(USER), ['2026-03-02T14:59:59Z', read(30)]),
      record(userStream(USER), ['2026-03-02T01:00:00Z', sessionOpened.of({ sessionId: USER, method: 'kakao' })]),
    ]);
    expect(await found()).toEqual(
      new Map([
        [`2026-03-01 ${USER} activity.content_read wealth`, { events: 1, seconds: 5 }],
        [`2026-03-02 ${USER} activity.content_read wealth`, { events: 2, seconds: 37 }],
        [`2026-03-02 ${USER} user.session_opened none`, { events: 1, seconds: 0 }],
      ]),
    );
  });

  test('has its day among the dates', async () => {
    const record = recorder();
    const opened = sessionOpened.of({ sessionId: USER, method: 'kakao' });
    await deliver(database, warehouseFeed, [record(userStream(USER), ['2040-02-29T01:00:00Z', opened])]);
    expect(await database.sql`select * from dwh.dim_dates where date = '2040-02-29'`).toEqual([
      { date: '2040-02-29', year: 2040, quarter: 1, month: 2, day: 29, weekday: 3 },
    ]);
  });

  test('is of who did it: a review is an expert’s, and an event that does not say whose it is counts for nobody', async () => {
    const record = recorder();
    const interpretation = { interpretationId: USER, type: 'health', modelVersion: 'rules-1' } as const;
    await deliver(database, warehouseFeed, [
      record(
        chartStream(CHART),
        ['2026-03-01T00:00:00Z', chartInterpreted.of({ ...interpretation, userId: null })],
        ['2026-03-01T00:00:00Z', chartInterpreted.of({ ...interpretation, userId: USER })],
        ['2026-03-01T00:00:00Z', interpretationReviewed.of({ userId: USER, interpretationId: USER, expertId: CHART })],
      ),
    ]);
    expect([...(await found()).keys()]).toEqual([`2026-03-01 ${USER} chart.interpreted health`]);
  });
});

describe('of the days until a withdrawal', () => {
  const used = featureUsed.of({ ...common, category: 'luck' });
  const opened = sessionOpened.of({ sessionId: USER, method: 'kakao' });

  test('nothing is counted that apps told; what the service knows stays', async () => {
    const record = recorder();
    const told = record(
      activityStream(USER),
      ['2026-03-01T00:00:00Z', used],
      ['2026-03-02T00:00:00Z', used],
      ['2026-03-02T05:00:00Z', used],
    );
    const decided = record(
      userStream(USER),
      ['2026-03-01T00:00:00Z', opened],
      ['2026-03-02T03:00:00Z', consentWithdrawn.of(analytics)],
      ['2026-03-02T04:00:00Z', consentGiven.of(analytics)],
    );
    const next = record(activityStream(USER), ['2026-03-02T15:00:00Z', used]);
    const expected = [`2026-03-01 ${USER} user.session_opened none`, `2026-03-03 ${USER} activity.feature_used luck`];
    for (const batches of [[told, next, decided], [decided, next, told], [[...next, ...told, ...decided]]]) {
      await empty(database, tables);
      await deliver(database, warehouseFeed, batches);
      expect([...(await found()).keys()].toSorted()).toEqual(expected);
    }
  });

  test('nor of the day after, where a clock was fast at midnight', async () => {
    const record = recorder();
    await deliver(database, warehouseFeed, [
      // 23:58 in Seoul, by a clock that says 00:02.
      record(activityStream(USER), ['2026-03-01T15:02:00Z', used]),
      record(userStream(USER), ['2026-03-01T14:59:00Z', consentWithdrawn.of(analytics)]),
    ]);
    expect(await found()).toEqual(new Map());
  });

  test('nor of an account that is erased, whatever it is', async () => {
    const record = recorder();
    await deliver(database, warehouseFeed, [
      record(userStream(USER), ['2026-03-01T00:00:00Z', opened], ['2026-03-02T00:00:00Z', userErased.of({})]),
      record(activityStream(USER), ['2026-03-01T00:00:00Z', used]),
    ]);
    expect(await found()).toEqual(new Map());
  });
});
