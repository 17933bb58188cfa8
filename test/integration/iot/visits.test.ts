import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { getVisitStatistics } from '../../../functions/iot/visit-statistics/contract.ts';
import { getVisitStatisticsHandler } from '../../../functions/iot/visit-statistics/get.http.ts';
import { visitOperations } from '../../../functions/iot/visits/contract.ts';
import { visitRoutes } from '../../../functions/iot/visits/routes.ts';
import { keepVisits } from '../../../functions/iot/visits/upkeep.ts';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import { refusedCredentials } from '../../../platform/http/authorise.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { route } from '../../../platform/http/route.ts';
import type { Role } from '../../../platform/tokens/caller.ts';
import { clientOf } from '../../contract/client.ts';
import { meFunction } from '../users/me-function.ts';

const { database, owner, clock, member } = await meFunction();
const now = () => clock.now;
const operations = [...visitOperations, getVisitStatistics];
const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
let roles: readonly Role[] = ['member'];
const call = clientOf(
  [
    {
      domain: { name: 'iot', purpose: 'Tests', http, alarms: [] },
      http,
      handler: httpFunction({
        name: 'iot',
        release: '1',
        now,
        routes: [
          ...visitRoutes({ database, newId: randomUUID }),
          route(getVisitStatistics, getVisitStatisticsHandler({ database })),
        ],
        authenticate: async ({ headers }) => {
          const [userId, sessionId] = (headers.authorization ?? '').replace('Bearer ', '').split('/');
          if (userId === undefined || sessionId === undefined) throw refusedCredentials();
          return { kind: 'user', userId, sessionId, roles };
        },
      }),
      loadedInMs: 0,
    },
  ],
  await openApiDocument({ operations, version: '1.0.0' }),
);

const DAY = Date.parse('2026-03-02T00:00:00+09:00');
/** So many minutes after the Korean midnight. */
const at = (minutes: number) => new Date(DAY + minutes * 60_000);
/** A quarter past ten in the morning. */
const ARRIVAL = 615;

let locationId = '';
let device = '';

beforeEach(async () => {
  roles = ['member'];
  await owner.sql`truncate visits, user_behavior_patterns`;
  clock.now = at(ARRIVAL);
  locationId = `tea-${randomUUID().slice(0, 8)}`;
  device = await newDevice('tea table', { x: 1, y: 2, z: 0 });
});

async function newDevice(description: string, position: object): Promise<string> {
  const [row] = await database.sql<[{ id: string }]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    values (${randomUUID()}, 'multi', ${locationId}, ${database.sql.json({ ...position, description })}) returning id`;
  return row.id;
}

/** What a device measured in a minute. */
async function measured(minute: number, values: Readonly<Record<string, number>>): Promise<void> {
  for (const [type, value] of Object.entries(values)) {
    await database.sql`
      insert into sensor_minute_aggregates (device_id, reading_type, minute, reading_count, value_sum, value_min, value_max)
      values (${device}, ${type}, ${at(minute)}, 2, ${2 * value}, ${value}, ${value})`;
  }
}

/** A user who consents, and what they send. */
async function visitor() {
  const user = await member();
  const version = CONSENT_VERSIONS.location;
  expect((await user.call('PUT', '/v1/me/consents/location', { body: { version } })).status).toBe(200);
  return { ...user, call: user.through(call) };
}

type Visitor = Awaited<ReturnType<typeof visitor>>;

async function checkedIn(user: Visitor): Promise<string> {
  const { status, json, text } = await user.call('POST', '/v1/me/visits', { body: { locationId } });
  expect(status, text).toBe(201);
  return json.id;
}

const checkOut = (user: Visitor, id: string) => user.call('POST', `/v1/me/visits/${id}/check-out`);

const run = () => keepVisits({ now, database, arguments: [], progress: () => {} });

describe('a visit', () => {
  test('shows, when it ends, how the user was there: where, how long, in what air', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    await measured(ARRIVAL + 1, { presence: 1, motion: 3, temperature: 21.25, humidity: 45 });
    await measured(ARRIVAL + 2, { presence: 1, motion: 0, temperature: 22.25 });
    await measured(ARRIVAL + 3, { presence: 0, motion: 0 });
    await measured(ARRIVAL + 41, { presence: 1 });
    clock.now = at(ARRIVAL + 40);
    const { status, json, text } = await checkOut(user, id);
    expect(status, text).toBe(200);
    expect(json).toEqual({
      id,
      locationId,
      checkedInAt: at(ARRIVAL).toISOString(),
      checkedOutAt: at(ARRIVAL + 40).toISOString(),
      forgotten: false,
      comfortLevel: null,
      patterns: [
        {
          date: '2026-03-02',
          timeSlot: 'morning',
          dwellMinutes: 40,
          interactionPoints: [
            {
              deviceId: device,
              description: 'tea table',
              minutes: 2,
              minutesAlone: 2,
              movements: 6,
              firstAt: at(ARRIVAL + 1).toISOString(),
              lastAt: at(ARRIVAL + 2).toISOString(),
            },
          ],
          movement: { path: [device], distance: 0, movingMinutes: 1, stillMinutes: 1, alone: 1 },
          preferences: { favourite: device, shares: { [device]: 1 } },
          environment: { temperature: 21.75, humidity: 45 },
          comfort: { level: 5, source: 'inferred' },
        },
      ],
    });
    expect((await user.call('GET', `/v1/me/visits/${id}`)).json).toEqual(json);
  });

  test('over noon is in both parts of the day, each with its own minutes', async () => {
    const user = await visitor();
    clock.now = at(700);
    const id = await checkedIn(user);
    clock.now = at(735);
    const { json } = await checkOut(user, id);
    expect(
      json.patterns.map((part: { timeSlot: string; dwellMinutes: number }) => [part.timeSlot, part.dwellMinutes]),
    ).toEqual([
      ['morning', 20],
      ['afternoon', 15],
    ]);
  });

  test('counts what others may have done apart from what the user did alone', async () => {
    const [user, other] = [await visitor(), await visitor()];
    const id = await checkedIn(user);
    await measured(ARRIVAL + 1, { presence: 1 });
    clock.now = at(ARRIVAL + 5);
    const theirs = await checkedIn(other);
    await measured(ARRIVAL + 6, { presence: 1 });
    clock.now = at(ARRIVAL + 10);
    await checkOut(other, theirs);
    const [pattern] = (await checkOut(user, id)).json.patterns;
    expect(pattern.interactionPoints).toMatchObject([{ minutes: 2, minutesAlone: 1 }]);
    expect(pattern.movement.alone).toBe(0.5);
  });

  test('has the comfort that its user tells, during it or after it', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    await measured(ARRIVAL, { temperature: 40 });
    const comfort = (level: number) => user.call('PUT', `/v1/me/visits/${id}/comfort`, { body: { level } });
    expect((await comfort(2)).json).toMatchObject({ id, comfortLevel: 2 });
    clock.now = at(ARRIVAL + 10);
    expect((await checkOut(user, id)).json.patterns[0].comfort).toEqual({ level: 2, source: 'asked' });
    await comfort(4);
    const { json } = await user.call('GET', `/v1/me/visits/${id}`);
    expect(json.patterns[0].comfort).toEqual({ level: 4, source: 'asked' });
  });

  test('ends once: checking out again changes nothing', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    clock.now = at(ARRIVAL + 10);
    const first = await checkOut(user, id);
    clock.now = at(ARRIVAL + 20);
    expect((await checkOut(user, id)).json).toEqual(first.json);
  });

  test('is one at a time: another check-in says where to check out, also of two at once', async () => {
    const user = await visitor();
    const answers = await Promise.all(
      [1, 2, 3].map(() => user.call('POST', '/v1/me/visits', { body: { locationId } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const { id } = answers.find(({ status }) => status === 201)!.json;
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.json).toMatchObject({ code: 'visit_open', detail: expect.stringContaining(id) });
  });

  test('needs the consent, a place with a device in use, and an account that is not suspended', async () => {
    const stranger = await member();
    const asked = (user: { call: Visitor['call'] }, place: string) =>
      user.call('POST', '/v1/me/visits', { body: { locationId: place } });
    expect((await asked({ call: stranger.through(call) }, locationId)).json).toMatchObject({
      status: 403,
      code: 'location_consent_needed',
    });
    const user = await visitor();
    expect((await asked(user, 'nowhere')).json).toMatchObject({ status: 404, code: 'location_not_found' });
    await database.sql`update iot_devices set retired_at = ${now()}, status = 'inactive' where id = ${device}`;
    expect((await asked(user, locationId)).json).toMatchObject({ status: 404, code: 'location_not_found' });
    expect((await asked(user, 'No Such Form')).json).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('is nobody else’s to see, to end or to judge', async () => {
    const [user, other] = [await visitor(), await visitor()];
    const id = await checkedIn(user);
    const answers = [
      await other.call('GET', `/v1/me/visits/${id}`),
      await checkOut(other, id),
      await other.call('PUT', `/v1/me/visits/${id}/comfort`, { body: { level: 1 } }),
    ];
    expect(answers.map(({ json }) => json.code)).toEqual(Array(3).fill('visit_not_found'));
    expect((await user.call('GET', `/v1/me/visits/${id}`)).json).toMatchObject({
      checkedOutAt: null,
      comfortLevel: null,
    });
  });

  test('stands in a list, the latest first, page by page', async () => {
    const user = await visitor();
    const ids: string[] = [];
    for (const minute of [0, 10, 20]) {
      clock.now = at(ARRIVAL + minute);
      ids.unshift(await checkedIn(user));
      await checkOut(user, ids[0]!);
    }
    const first = await user.call('GET', '/v1/me/visits?limit=2');
    const second = await user.call('GET', `/v1/me/visits?limit=2&cursor=${first.json.nextCursor}`);
    const listed = [first, second].flatMap(({ json }) => json.visits.map(({ id }: { id: string }) => id));
    expect(listed).toEqual(ids);
    expect(second.json.nextCursor).toBeNull();
  });
});

describe('the hourly upkeep', () => {
  test('counts readings that came after the check-out, and changes nothing the second time', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    clock.now = at(ARRIVAL + 30);
    await checkOut(user, id);
    await measured(ARRIVAL + 7, { presence: 1, motion: 1 });
    expect(await run()).toMatchObject({ changed: 1 });
    const { json } = await user.call('GET', `/v1/me/visits/${id}`);
    expect(json.patterns[0].interactionPoints).toMatchObject([{ deviceId: device, minutes: 1 }]);
    expect(await run()).toMatchObject({ changed: 0, deleted: 0, forgotten: 0 });
  });

  test('deletes visits and patterns of who withdrew the consent, and nobody else’s', async () => {
    const [user, other] = [await visitor(), await visitor()];
    for (const each of [user, other]) {
      const id = await checkedIn(each);
      clock.now = new Date(clock.now.getTime() + 60_000);
      await checkOut(each, id);
    }
    await database.sql`
      insert into consents (id, user_id, kind, version, given, decided_at)
      values (${randomUUID()}, ${user.userId}, 'location', ${CONSENT_VERSIONS.location}, false, ${now()})`;
    expect(await run()).toMatchObject({ deleted: 2 });
    expect((await user.call('GET', '/v1/me/visits')).json.visits).toEqual([]);
    expect((await other.call('GET', '/v1/me/visits')).json.visits).toHaveLength(1);
    const patterns = await owner.sql`select user_id from user_behavior_patterns where location_id = ${locationId}`;
    expect(patterns.map(({ user_id }) => user_id)).toEqual([other.userId]);
  });

  test('ends visits without a check-out after twelve hours, of which nothing follows and nothing is changed', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    clock.now = at(ARRIVAL + 12 * 60 - 1);
    expect(await run()).toMatchObject({ forgotten: 0 });
    clock.now = at(ARRIVAL + 12 * 60);
    expect(await run()).toMatchObject({ forgotten: 1 });
    expect((await user.call('GET', `/v1/me/visits/${id}`)).json).toMatchObject({
      forgotten: true,
      checkedOutAt: at(ARRIVAL + 12 * 60).toISOString(),
      patterns: [],
    });
    expect((await checkOut(user, id)).json).toMatchObject({ status: 409, code: 'visit_forgotten' });
    expect(await checkedIn(user)).not.toBe(id);
  });
});

describe('operators', () => {
  const query = () => `/v1/iot/visit-statistics?locationId=${locationId}&from=2026-03-01&to=2026-03-31`;

  async function visits(many: number, minutes: number): Promise<Visitor> {
    let last: Visitor | undefined;
    for (let each = 0; each < many; each++) {
      last = await visitor();
      clock.now = at(ARRIVAL);
      const id = await checkedIn(last);
      clock.now = at(ARRIVAL + minutes);
      await checkOut(last, id);
    }
    return last!;
  }

  test('see how a place is used, of five visitors or more together', async () => {
    await measured(ARRIVAL + 1, { presence: 1, temperature: 22 });
    const one = await visits(5, 10);
    roles = ['operator'];
    const { status, json, text } = await one.call('GET', query());
    expect(status, text).toBe(200);
    expect(json).toEqual({
      parts: [
        {
          date: '2026-03-02',
          timeSlot: 'morning',
          visitors: 5,
          averageDwellMinutes: 10,
          averageComfort: 5,
          askedComfort: 0,
          points: [{ deviceId: device, visitors: 5, minutes: 5 }],
        },
      ],
      withheld: 0,
    });
  });

  test('are told nothing of four, but that there were some', async () => {
    const one = await visits(4, 10);
    roles = ['operator'];
    expect((await one.call('GET', query())).json).toEqual({ parts: [], withheld: 1 });
  });

  test('are told which range is none', async () => {
    const one = await visitor();
    roles = ['operator'];
    for (const range of ['from=2026-03-02&to=2026-03-01', 'from=2026-01-01&to=2026-04-03']) {
      const { json } = await one.call('GET', `/v1/iot/visit-statistics?locationId=${locationId}&${range}`);
      expect(json).toMatchObject({ status: 400, errors: [{ path: 'to', code: 'invalid_range' }] });
    }
  });
});
