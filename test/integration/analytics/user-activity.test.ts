import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { activityStream, featureUsed } from '../../../functions/analytics/events.ts';
import { userActivity } from '../../../functions/analytics/user-activity/consumer.ts';
import {
  consentGiven,
  consentWithdrawn,
  sessionOpened,
  userErased,
  userStream,
} from '../../../functions/users/events.ts';
import type { Event } from '../../../platform/events/event-type.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { contentOf, deliver, empty } from './delivery.ts';
import { burstOf, sessionsOf } from './models.ts';
import { cut, interleaved, type LogEvent, randomLog, recorder, shuffled } from './random-log.ts';

const { database } = await testDatabase();
const { tables } = userActivity.projection!;

beforeEach(() => empty(database, tables));

const content = () => contentOf(database, tables);

/** What the tables must say of sessions and alerts. */
function expected(events: readonly LogEvent[]) {
  const sessions = sessionsOf(events).map(session => ({ session, burst: burstOf(session) }));
  return {
    sessions: sessions.map(({ session: { userId, times } }) => ({
      userId,
      from: new Date(times[0]!),
      to: new Date(times.at(-1)!),
      entries: times.length,
    })),
    alerts: sessions.flatMap(({ session: { userId, times }, burst }) =>
      burst === undefined
        ? []
        : [{ userId, session: new Date(times[0]!), from: new Date(burst.began), to: new Date(burst.reached) }],
    ),
  };
}

async function found() {
  const { sql } = database;
  return {
    sessions: [
      ...(await sql`
        select user_id as "userId", started_at as "from", ended_at as "to", entries from activity_sessions
        order by user_id, started_at`),
    ],
    alerts: [
      ...(await sql`
        select user_id as "userId", session_started_at as session, began_at as "from", reached_at as "to"
        from activity_alerts order by user_id, began_at`),
    ],
  };
}

const SEED = Number(process.env.FC_SEED ?? 1);
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('whatever the order of streams and the size of batches,', () => {
  test('sessions and alerts are those of the whole log, and all tables are the same', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async seed => {
        const log = randomLog(seed);
        const random = seededRandom(seed);
        await empty(database, tables);
        await deliver(database, userActivity, [log.flat()]);
        const atOnce = await content();
        expect(await found()).toEqual(expected(log.flat()));
        for (const order of [interleaved, interleaved, shuffled]) {
          await empty(database, tables);
          await deliver(database, userActivity, cut(order(log, random), random));
          expect(await content()).toEqual(atOnce);
        }
      }),
      { numRuns: 12, seed: SEED },
    );
  });

  test('also where shards are worked on at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async seed => {
        const log = randomLog(seed);
        const random = seededRandom(seed);
        await empty(database, tables);
        const shards = [0, 1, 2, 3].map(shard => log.filter((_, stream) => stream % 4 === shard));
        await Promise.all(
          shards.map(shard => deliver(database, userActivity, cut(interleaved(shard, random), random, 20))),
        );
        expect(await found()).toEqual(expected(log.flat()));
      }),
      { numRuns: 6, seed: SEED },
    );
  });
});

test('a burst is found whenever its events come, and it is the first of its session', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async seed => {
      const random = seededRandom(seed);
      const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
      let second = 0;
      const dense = Array.from({ length: 450 }, () => {
        // 101 of these take about 300 seconds, give or take; now and then the session ends.
        second += random() < 0.005 ? 1_801 : pick([0, 1, 2, 3, 4, 5, 6]);
        return second;
      });
      const events = app(...dense);
      await empty(database, tables);
      await deliver(database, userActivity, cut(shuffled([events], random), random, pick([20, 100, 450])));
      expect(await found()).toEqual(expected(events));
    }),
    { numRuns: 20, seed: SEED },
  );
});

const USER = '11111111-1111-4111-8111-111111111111';
const record = recorder();

/** Events of one user's stream, at seconds of a morning; in the store in the order of the calls. */
function at(streamId: string, ...events: readonly (readonly [number, Event])[]): readonly LogEvent[] {
  const instant = (second: number) => new Date(Date.parse('2026-03-02T00:00:00Z') + second * 1_000).toISOString();
  return record(streamId, ...events.map(([second, event]) => [instant(second), event] as const));
}

const used = featureUsed.of({ userId: USER, appSessionId: null, category: 'luck' });
const app = (...seconds: readonly number[]) =>
  at(activityStream(USER), ...seconds.map(second => [second, used] as const));
const account = (...events: readonly (readonly [number, Event])[]) => at(userStream(USER), ...events);
const analytics = { kind: 'analytics', version: '2026-01-01' } as const;
const opened = sessionOpened.of({ sessionId: USER, method: 'password' });

async function entries(): Promise<readonly number[]> {
  return (await found()).sessions.map(session => session.entries as number);
}

describe('a session', () => {
  test('goes on after a pause of 30 minutes, and ends with a longer one', async () => {
    await deliver(database, userActivity, [app(0, 1_800, 3_601)]);
    expect(await entries()).toEqual([2, 1]);
  });

  test('is joined to the next by what comes late', async () => {
    await deliver(database, userActivity, [app(0, 10), app(3_600, 3_610)]);
    expect(await entries()).toEqual([2, 2]);
    await deliver(database, userActivity, [app(1_800)]);
    expect(await entries()).toEqual([5]);
  });

  test('is of one user', async () => {
    const other = USER.replace('1', '2');
    const theirs = at(activityStream(other), [0, featureUsed.of({ ...used.data, userId: other })]);
    await deliver(database, userActivity, [[...app(0), ...theirs]]);
    expect(await entries()).toEqual([1, 1]);
  });
});

describe('what is amiss', () => {
  /** `count` events, the last of them so many seconds after the first. */
  const burst = (count: number, seconds: number, from = 0) =>
    app(...Array.from({ length: count }, (_, n) => from + (n * seconds) / (count - 1)));

  async function reported(...batches: readonly (readonly LogEvent[])[]): Promise<number> {
    const lines: string[] = [];
    const former = logTo(line => lines.push(line));
    try {
      await deliver(database, userActivity, batches, { live: true });
    } finally {
      logTo(former);
    }
    return lines.reduce((sum, line) => sum + JSON.parse(line).activity_anomalies, 0);
  }

  test.each([
    [100, 10, 0],
    [101, 299.999, 1],
    [101, 300, 0],
    [250, 60, 1],
  ])('%i events within %f seconds give %i alerts, told of once', async (count, seconds, alerts) => {
    expect(await reported(burst(count, seconds))).toBe(alerts);
    expect((await found()).alerts).toHaveLength(alerts);
  });

  test('is told of when the event that makes it so comes, and never again', async () => {
    const events = burst(101, 200);
    expect(await reported(events.slice(0, 50), events.slice(51))).toBe(0);
    expect(await reported(events.slice(50, 51))).toBe(1);
    expect(await reported(app(250), app(900))).toBe(0);
    // Earlier ones give the session another beginning.
    expect(await reported(app(-600))).toBe(0);
    expect((await found()).alerts).toHaveLength(1);
  });

  test('in two sessions is told of twice, and stays one alert when they are joined', async () => {
    expect(await reported(burst(101, 60), burst(101, 60, 3_600))).toBe(2);
    expect((await found()).alerts).toHaveLength(2);
    expect(await reported(app(1_800))).toBe(0);
    const began = new Date('2026-03-02T00:00:00Z');
    expect((await found()).alerts).toMatchObject([
      { session: began, from: began, to: new Date('2026-03-02T00:01:00Z') },
    ]);
  });

  test('is not told of while the projection is built again', async () => {
    const lines: string[] = [];
    const former = logTo(line => lines.push(line));
    await deliver(database, userActivity, [burst(101, 60)]);
    logTo(former);
    expect(lines).toEqual([]);
    expect((await found()).alerts).toHaveLength(1);
  });
});

describe('a withdrawal', () => {
  const withdrawn = [100, consentWithdrawn.of(analytics)] as const;

  test('deletes what apps told until then, and keeps what is known from the service', async () => {
    await deliver(database, userActivity, [app(0, 10, 100), account([20, opened], withdrawn)]);
    expect((await found()).sessions).toMatchObject([{ entries: 1, from: new Date('2026-03-02T00:00:20Z') }]);
  });

  test('lets nothing come back that happened before it and comes later', async () => {
    await deliver(database, userActivity, [account(withdrawn), app(0, 99.999, 100)]);
    expect(await entries()).toEqual([]);
  });

  test('lets nothing stay that was told before it by a clock that is fast', async () => {
    const [fast, withdrawal] = [app(300), account(withdrawn)];
    await deliver(database, userActivity, [fast, withdrawal]);
    expect(await entries()).toEqual([]);
    await empty(database, tables);
    await deliver(database, userActivity, [withdrawal, fast]);
    expect(await entries()).toEqual([]);
  });

  test('counts until the consent is given again: then from that instant on, also what came before the withdrawal did', async () => {
    const again = [200, consentGiven.of(analytics)] as const;
    const [decided, told] = [account(withdrawn, again), app(0, 150, 200, 201, 260)];
    await deliver(database, userActivity, [told, decided]);
    expect(await entries()).toEqual([2]);
  });

  test('of another consent changes nothing', async () => {
    const marketing = consentWithdrawn.of({ kind: 'marketing', version: '2026-01-01' });
    await deliver(database, userActivity, [app(0, 10), account([100, marketing])]);
    expect(await entries()).toEqual([2]);
  });
});

test('of who is erased nothing is kept but that, whatever comes later', async () => {
  const erased = account([0, opened], [10, consentWithdrawn.of(analytics)], [100, userErased.of({})]);
  await deliver(database, userActivity, [app(50), erased, app(20, 5_000)]);
  expect(await content()).toEqual({
    activity_alerts: [],
    activity_sessions: [],
    activity_entries: [],
    activity_users: [{ user_id: USER, erased: true, decisions: [] }],
  });
});
