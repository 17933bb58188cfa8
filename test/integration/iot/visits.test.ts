import { beforeEach, describe, expect, test } from 'vitest';
import { ARRIVAL, at, type Visitor, visiting } from './visiting.ts';

const { database, clock, now, member, place, call, reset, measured, visitor, checkedIn, checkOut, tellComfort, run } =
  await visiting();

beforeEach(reset);

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
      locationId: place.locationId,
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
              deviceId: place.device,
              description: 'tea table',
              minutes: 2,
              minutesAlone: 2,
              movements: 6,
              firstAt: at(ARRIVAL + 1).toISOString(),
              lastAt: at(ARRIVAL + 2).toISOString(),
            },
          ],
          movement: { path: [place.device], distance: 0, movingMinutes: 1, stillMinutes: 1, alone: 1 },
          preferences: { favourite: place.device, shares: { [place.device]: 1 } },
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
    expect((await tellComfort(user, id, 2)).json).toMatchObject({ id, comfortLevel: 2 });
    clock.now = at(ARRIVAL + 10);
    expect((await checkOut(user, id)).json.patterns[0].comfort).toEqual({ level: 2, source: 'asked' });
    await tellComfort(user, id, 4);
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
      [1, 2, 3].map(() => user.call('POST', '/v1/me/visits', { body: { locationId: place.locationId } })),
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
    expect((await asked({ call: stranger.through(call) }, place.locationId)).json).toMatchObject({
      status: 403,
      code: 'location_consent_needed',
    });
    const user = await visitor();
    expect((await asked(user, 'nowhere')).json).toMatchObject({ status: 404, code: 'location_not_found' });
    await database.sql`update iot_devices set retired_at = ${now()}, status = 'inactive' where id = ${place.device}`;
    expect((await asked(user, place.locationId)).json).toMatchObject({ status: 404, code: 'location_not_found' });
    expect((await asked(user, 'No Such Form')).json).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('is nobody else’s to see, to end or to judge', async () => {
    const [user, other] = [await visitor(), await visitor()];
    const id = await checkedIn(user);
    const answers = [
      await other.call('GET', `/v1/me/visits/${id}`),
      await checkOut(other, id),
      await tellComfort(other, id, 1),
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

  test('stands in no list that is asked for from a year that the database has not', async () => {
    const user = await visitor();
    const place = ['0000-01-01T00:00:00Z', '00000000-0000-4000-8000-000000000000'];
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    const { json } = await user.call('GET', `/v1/me/visits?cursor=${cursor}`);
    expect(json).toMatchObject({ status: 400, errors: [{ path: 'cursor', code: 'invalid_value' }] });
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
    expect(json.patterns[0].interactionPoints).toMatchObject([{ deviceId: place.device, minutes: 1 }]);
    expect(await run()).toMatchObject({ changed: 0, deleted: 0, forgotten: 0 });
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
