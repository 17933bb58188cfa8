import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { userChart } from '../../../platform/cache/keys.ts';
import { meFunction } from './me-function.ts';

const { database, clock, cache, member } = await meFunction();

const SELF = {
  relation: 'self',
  label: '나',
  birth: { date: '1990-05-15', time: '14:30' },
  place: { name: '서울' },
  sex: 'female',
};

const PEOPLE = '/v1/me/people';

describe('a person', () => {
  test('is given back as they were told, however the birth was told', async () => {
    const { call } = await member();
    const lunar = {
      relation: 'family',
      birth: { calendar: 'lunar', date: '1971-05-15', isLeapMonth: true, hourBranch: '축시' },
      place: { latitude: 40.7, longitude: -74, timeZone: 'America/New_York' },
      sex: 'male',
    };
    const unknown = { relation: 'friend', birth: { date: '1988-07-01' }, sex: 'male' };
    for (const sent of [SELF, lunar, unknown]) {
      clock.now = new Date(clock.now.getTime() + 1_000);
      const created = await call('POST', PEOPLE, { body: sent });
      expect(created.status).toBe(201);
      const got = await call('GET', `${PEOPLE}/${created.json.id}`);
      expect(got.json).toEqual(created.json);
    }
    const { json } = await call('GET', PEOPLE);
    expect(json.nextCursor).toBeNull();
    expect(json.people).toMatchObject([
      {
        relation: 'self',
        label: '나',
        birth: { calendar: 'solar', date: '1990-05-15', time: '14:30', hourBranch: null },
        place: { name: expect.stringContaining('서울'), timeZone: 'Asia/Seoul' },
        sex: 'female',
      },
      {
        label: null,
        birth: { calendar: 'lunar', date: '1971-05-15', isLeapMonth: true, time: null, hourBranch: 'chuk' },
        place: { name: null, latitude: 40.7, longitude: -74, timeZone: 'America/New_York' },
      },
      { birth: { date: '1988-07-01', time: null, hourBranch: null }, place: null },
    ]);
  });

  test('is encrypted column by column, and an unknown hour is null', async () => {
    const { call, userId } = await member();
    const { json } = await call('POST', PEOPLE, { body: { ...SELF, birth: { date: '1990-05-15' } } });
    const [row] = await database.sql`select * from user_sensitive_info where id = ${json.id}`;
    expect(row).toMatchObject({ user_id: userId, encrypted_birth_time: null, encryption_algorithm: 'AES-256-GCM' });
    const text = JSON.stringify(row, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    for (const secret of ['1990', '05-15', 'Seoul', 'female']) expect(text).not.toContain(secret);
  });

  test('is one self at most, by adding and by correcting', async () => {
    const { call } = await member();
    expect(await call('POST', PEOPLE, { body: SELF })).toMatchObject({ status: 201 });
    expect(await call('POST', PEOPLE, { body: SELF })).toMatchObject({ status: 409, json: { code: 'self_exists' } });
    const { json: friend } = await call('POST', PEOPLE, { body: { ...SELF, relation: 'friend' } });
    expect(await call('PATCH', `${PEOPLE}/${friend.id}`, { body: { relation: 'self' } })).toMatchObject({
      status: 409,
      json: { code: 'self_exists' },
    });
  });

  test.each([
    ['there is no such day', { birth: { date: '1990-02-30' } }, 'birth.date', 'invalid_date'],
    ['the clock skipped that hour', { birth: { date: '1988-05-08', time: '02:30' } }, 'birth.time', 'nonexistent_time'],
    ['the place is not known', { place: { name: '아틀란티스' } }, 'place.name', 'unknown_place'],
    ['more is sent than there is', { userId: 'another' }, 'userId', 'unknown_field'],
  ])('is refused where %s', async (_, change, path, code) => {
    const { call } = await member();
    const refused = await call('POST', PEOPLE, { body: { ...SELF, ...change } });
    expect(refused).toMatchObject({ status: 400, json: { errors: [expect.objectContaining({ path, code })] } });
    expect((await call('GET', PEOPLE)).json.people).toEqual([]);
  });

  test('that is sent again under its key is added once', async () => {
    const { call } = await member();
    const sent = { body: SELF, headers: { 'Idempotency-Key': 'k-1' } };
    const first = await call('POST', PEOPLE, sent);
    const again = await call('POST', PEOPLE, sent);
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect((await call('GET', PEOPLE)).json.people).toHaveLength(1);
  });

  test('of somebody else is not there', async () => {
    const [owner, stranger] = [await member(), await member()];
    const { json } = await owner.call('POST', PEOPLE, { body: SELF });
    const at = `${PEOPLE}/${json.id}`;
    for (const [method, sent] of [
      ['GET', {}],
      ['PATCH', { body: { label: '남' } }],
      ['DELETE', {}],
    ] as const) {
      expect(await stranger.call(method, at, sent)).toMatchObject({ status: 404, json: { code: 'person_not_found' } });
    }
    expect((await owner.call('GET', at)).json).toEqual(json);
  });
});

describe('a correction', () => {
  const chartOf = (userId: string, compute: () => Promise<number>) =>
    cache.get(userChart(userId, 'hash'), { schema: z.number(), compute, observe: () => {} });

  test('of the birth deletes what was made from it, in the database and in the cache', async () => {
    const { call, userId } = await member();
    const { json: person } = await call('POST', PEOPLE, { body: SELF });
    const elements = { wood: 30, fire: 20, earth: 20, metal: 0, water: 30 };
    await database.sql`
      insert into saju_pillars (user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance)
      values (${userId}, ${person.id}, gen_random_uuid(), '\\x00', '1', ${database.sql.json(elements)}, '{}')`;
    expect(await chartOf(userId, async () => 1)).toBe(1);
    const charts = async () => (await database.sql`select from saju_pillars where user_id = ${userId}`).count;

    const at = `${PEOPLE}/${person.id}`;
    expect((await call('PATCH', at, { body: { label: '엄마', relation: 'family' } })).json).toMatchObject({
      label: '엄마',
      relation: 'family',
      birth: person.birth,
      place: person.place,
    });
    expect(await charts()).toBe(1);
    expect(await chartOf(userId, async () => 2)).toBe(1);

    clock.now = new Date(clock.now.getTime() + 1_000);
    const corrected = await call('PATCH', at, { body: { birth: { date: '1991-06-16' }, place: null } });
    expect(corrected.json).toMatchObject({
      label: '엄마',
      birth: { date: '1991-06-16', time: null },
      place: null,
      sex: 'female',
      updatedAt: clock.now.toISOString(),
    });
    expect((await call('GET', at)).json).toEqual(corrected.json);
    expect(await charts()).toBe(0);
    expect(await chartOf(userId, async () => 3)).toBe(3);
  });

  test('made at once with others is lost by none of them', async () => {
    const { call } = await member();
    const { json: person } = await call('POST', PEOPLE, { body: SELF });
    const at = `${PEOPLE}/${person.id}`;
    const changes = [{ label: '하나' }, { sex: 'male' }, { relation: 'friend' }, { birth: { date: '1980-01-01' } }];
    await Promise.all(changes.map(body => call('PATCH', at, { body })));
    expect((await call('GET', at)).json).toMatchObject({
      label: '하나',
      sex: 'male',
      relation: 'friend',
      birth: { date: '1980-01-01', time: null },
    });
  });
});

describe('the list', () => {
  test('comes in pages whose cursors are good for nobody and nothing else', async () => {
    const [owner, stranger] = [await member(), await member()];
    for (let added = 0; added < 5; added++) {
      await owner.call('POST', PEOPLE, { body: { ...SELF, relation: 'friend', label: `${added}` } });
    }
    const labels: string[] = [];
    let cursor: string | null = null;
    const cursors: string[] = [];
    do {
      const page = await owner.call('GET', `${PEOPLE}?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      labels.push(...page.json.people.map(({ label }: { label: string }) => label));
      cursor = page.json.nextCursor;
      if (cursor !== null) cursors.push(cursor);
    } while (cursor !== null);
    expect(labels.toSorted()).toEqual(['0', '1', '2', '3', '4']);

    const [own] = cursors;
    const flipped = `${own!.slice(0, -2)}${own!.at(-2) === 'A' ? 'B' : 'A'}${own!.at(-1)}`;
    for (const [who, target] of [
      [stranger, `${PEOPLE}?cursor=${own}`],
      [owner, `${PEOPLE}?cursor=${flipped}`],
      [owner, `${PEOPLE}?cursor=${Buffer.from('["2026-01-01T00:00:00Z","x"]').toString('base64url')}`],
      [owner, `/v1/me/access-history?cursor=${own}`],
    ] as const) {
      expect(await who.call('GET', target)).toMatchObject({
        status: 400,
        json: { errors: [{ in: 'query', path: 'cursor', code: 'invalid_value' }] },
      });
    }
  });
});
