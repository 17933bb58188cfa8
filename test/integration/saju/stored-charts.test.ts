import { ENGINE_VERSION } from '@heal7/saju-engine';
import { beforeEach, describe, expect, test } from 'vitest';
import { openChart, sealChart } from '../../../functions/saju/people-charts/sealed-chart.ts';
import { SELF, sajuFunction } from './saju-function.ts';

const { database, clock, dependencies, ownerWithPerson, accesses, anyone } = await sajuFunction();

beforeEach(() => {
  clock.now = new Date(clock.now.getTime() + 60_000);
});

const later = () => {
  clock.now = new Date(clock.now.getTime() + 1_000);
};

describe('a stored chart', () => {
  test('is the one that the person’s birth and the options make', async () => {
    const { call, charts, personId } = await ownerWithPerson();
    const created = await call('POST', charts, { body: {} });
    expect(created).toMatchObject({
      status: 201,
      headers: { 'cache-control': 'no-store' },
      json: {
        personId,
        engineVersion: ENGINE_VERSION,
        createdAt: clock.now.toISOString(),
        chart: { pillars: { day: { hangul: '경진' } }, solarDate: '1990-05-15', place: { name: '서울특별시' } },
      },
    });
    expect(
      await database.sql`
      select access_count, last_accessed_at from user_sensitive_info where id = ${personId}`,
    ).toEqual([{ access_count: 1, last_accessed_at: clock.now }]);
    later();
    const byClock = await call('POST', charts, { body: { options: { timeBasis: 'clock' } } });
    expect(byClock.json.chart.options.timeBasis).toBe('clock');
    expect((await call('GET', `${charts}/${created.json.id}`)).json).toEqual(created.json);
    expect((await call('GET', `${charts}/${byClock.json.id}`)).json).toEqual(byClock.json);
  });

  test('has clear beside it only tens of percent', async () => {
    const { call, charts } = await ownerWithPerson();
    const { json } = await call('POST', charts, { body: {} });
    const numbers = [...Object.values<number>(json.fiveElements), json.accuracyScore];
    expect(numbers.every(number => number % 10 === 0)).toBe(true);
    const [row] = await database.sql`
      select person_id, calculation_id, engine_version, five_elements, element_balance, calculation_method, accuracy_score
      from saju_pillars where id = ${json.id}`;
    expect(JSON.stringify(row)).not.toMatch(/1990|05-15|14:30|경진|庚|서울/);
  });

  test('is stored once for a key, with the event of it, and its answer is sealed', async () => {
    const { call, charts, userId, personId } = await ownerWithPerson();
    const send = () => call('POST', charts, { body: {}, headers: { 'Idempotency-Key': 'once' } });
    const first = await send();
    const again = await send();
    expect(again).toMatchObject({ status: 201, text: first.text, headers: { 'idempotency-replayed': 'true' } });
    expect((await call('GET', charts)).json.charts).toHaveLength(1);
    expect(await database.sql`select type, data from events where stream_id = ${`chart-${first.json.id}`}`).toEqual([
      { type: 'chart.stored', data: { userId, personId, engineVersion: ENGINE_VERSION } },
    ]);
    const [{ stored }] = await database.sql<[{ stored: Uint8Array }]>`
      select stored from idempotency_keys where caller = ${userId}`;
    expect(Buffer.from(stored).toString('latin1')).not.toContain('1990');
  });

  test('is not stored of a birth that was corrected in the meantime', async () => {
    const { charts, call, personId, userId } = await ownerWithPerson();
    let storing: Promise<unknown> | undefined;
    await database.transaction(async tx => {
      await tx`select from user_sensitive_info where id = ${personId} for update`;
      storing = call('POST', charts, { body: {} });
      // It has read the birth, calculated, and waits for the row.
      while ((await waiting()) === 0) await new Promise(resolve => setImmediate(resolve));
      await tx`update user_sensitive_info set encrypted_sex = encrypted_birth_location where id = ${personId}`;
    });
    expect(await storing).toMatchObject({ status: 409, json: { code: 'person_changed' } });
    expect(await database.sql`select from saju_pillars where user_id = ${userId}`).toHaveLength(0);
  });

  test('is refused from the hundred and first on', async () => {
    const { call, charts, userId, personId } = await ownerWithPerson();
    await call('POST', charts, { body: {} });
    await database.sql`
      insert into saju_pillars (user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance)
      select user_id, person_id, gen_random_uuid(), encrypted_chart, engine_version, five_elements, element_balance
      from saju_pillars, generate_series(1, 99) where user_id = ${userId} and person_id = ${personId}`;
    expect(await call('POST', charts, { body: {} })).toMatchObject({ status: 409, json: { code: 'too_many_charts' } });
  });
});

const waiting = async () => {
  const [{ count }] = await database.sql<[{ count: number }]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return count;
};

describe('the list of charts', () => {
  test('has the newest first, page by page, without a record of access: nothing personal is read', async () => {
    const { call, charts, userId } = await ownerWithPerson();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      later();
      ids.unshift((await call('POST', charts, { body: {} })).json.id);
    }
    const before = (await accesses(userId)).length;
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { json } = await call('GET', `${charts}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      found.push(...json.charts.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
    }
    expect(found).toEqual(ids);
    expect(await accesses(userId)).toHaveLength(before);
  });

  test('refuses cursors that were made up, changed, or are of another list or user', async () => {
    const one = await ownerWithPerson();
    const other = await ownerWithPerson();
    const friend = (await one.me('POST', '/v1/me/people', { body: { ...SELF, relation: 'friend' } })).json.id;
    for (const { call, charts } of [one, other]) {
      for (let n = 0; n < 2; n++) await call('POST', charts, { body: {} });
    }
    const cursorOf = async ({ call, charts }: typeof one): Promise<string> =>
      (await call('GET', `${charts}?limit=1`)).json.nextCursor;
    const cursor = await cursorOf(one);
    expect(await one.call('GET', `${one.charts}?cursor=${cursor}`)).toMatchObject({ status: 200 });
    const bytes = Buffer.from(cursor, 'base64url');
    const changed = Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))).toString(
      'base64url',
    );
    const plain = Buffer.from(JSON.stringify([new Date(0), one.personId])).toString('base64url');
    for (const forged of [await cursorOf(other), changed, plain, 'x', cursor.slice(0, -4), `${cursor}=`]) {
      const answer = await one.call('GET', `${one.charts}?cursor=${encodeURIComponent(forged)}`);
      expect(answer, forged).toMatchObject({ status: 400, json: { errors: [{ path: 'cursor' }] } });
    }
    // Of the same user, but of another person's list.
    expect(await one.call('GET', `/v1/me/people/${friend}/charts?cursor=${cursor}`)).toMatchObject({ status: 400 });
  });
});

describe('charts of others', () => {
  test('are not there, nor are their people: 404, as of what never was', async () => {
    const one = await ownerWithPerson();
    const { json } = await one.call('POST', one.charts, { body: {} });
    await one.call('POST', `${one.charts}/${json.id}/interpretations`, { body: { type: 'wealth' } });
    const other = await ownerWithPerson();
    const nothing = { personId: crypto.randomUUID(), chartId: crypto.randomUUID() };
    const before = (await accesses(one.userId)).length;
    for (const [personId, chartId] of [
      [one.personId, json.id],
      [other.personId, json.id],
      [nothing.personId, nothing.chartId],
    ]) {
      const charts = `/v1/me/people/${personId}/charts`;
      const one = `${charts}/${chartId}`;
      for (const [method, target, body] of [
        ['GET', one],
        ['GET', `${one}/interpretations/wealth`],
        ['POST', `${one}/interpretations`, { type: 'health' }],
        ['PUT', `${one}/interpretations/wealth/rating`, { rating: 1 }],
        ['PUT', `${one}/interpretations/wealth/review-request`, { consent: true }],
        ['DELETE', `${one}/interpretations/wealth/review-request`],
      ] as const) {
        expect(await other.call(method, target, { body }), `${method} ${target}`).toMatchObject({ status: 404 });
      }
    }
    for (const personId of [one.personId, nothing.personId]) {
      const charts = `/v1/me/people/${personId}/charts`;
      for (const [method, target, body] of [
        ['GET', charts],
        ['GET', `${charts}/latest`],
        ['POST', charts, {}],
      ] as const) {
        expect(await other.call(method, target, { body }), `${method} ${target}`).toMatchObject({ status: 404 });
      }
    }
    expect(await accesses(one.userId)).toHaveLength(before);
    expect((await one.call('GET', one.charts)).json.charts).toHaveLength(1);
  });

  test('need an account at all', async () => {
    const { charts } = await ownerWithPerson();
    expect(await anyone('GET', charts)).toMatchObject({ status: 401 });
  });

  test('are not made while the account is suspended, and can still be read', async () => {
    const { call, charts, me } = await ownerWithPerson();
    const { json } = await call('POST', charts, { body: {} });
    await me('PUT', '/v1/me/suspension', { body: {} });
    expect(await call('POST', charts, { body: {} })).toMatchObject({
      status: 403,
      json: { code: 'account_suspended' },
    });
    expect(await call('GET', `${charts}/${json.id}`)).toMatchObject({ status: 200 });
  });
});

describe('an interpretation', () => {
  const types = ['personality', 'wealth', 'health', 'relationship'];

  test('of each type is kept, one of each, and comes with the latest chart', async () => {
    const { call, charts, userId } = await ownerWithPerson();
    await call('POST', charts, { body: {} });
    later();
    const { json: chart } = await call('POST', charts, { body: {} });
    const told = [];
    for (const type of types) {
      later();
      const { status, json } = await call('POST', `${charts}/${chart.id}/interpretations`, { body: { type } });
      expect(status).toBe(201);
      expect(json).toMatchObject({
        type,
        modelVersion: `rules-${ENGINE_VERSION}`,
        confidence: chart.accuracyScore,
        review: { status: 'not_requested', text: null },
        rating: null,
      });
      expect(json.section.sentences.length).toBeGreaterThan(0);
      expect((await call('GET', `${charts}/${chart.id}/interpretations/${type}`)).json).toEqual(json);
      told.push(json);
    }
    expect(await call('POST', `${charts}/${chart.id}/interpretations`, { body: { type: 'wealth' } })).toMatchObject({
      status: 409,
      json: { code: 'interpretation_exists' },
    });
    expect((await call('GET', `${charts}/latest`)).json).toEqual({ ...chart, interpretations: told });
    const [row] = await database.sql<[{ ai_interpretation: Uint8Array }]>`
      select ai_interpretation from saju_interpretations
      where saju_pillar_id in (select id from saju_pillars where user_id = ${userId}) limit 1`;
    expect(Buffer.from(row.ai_interpretation).toString()).not.toContain('sentences');
  });

  test('is rated, with words that are sealed, and rated again', async () => {
    const { call, charts } = await ownerWithPerson();
    const { json: chart } = await call('POST', charts, { body: {} });
    const at = `${charts}/${chart.id}/interpretations`;
    await call('POST', at, { body: { type: 'health' } });
    const rating = { rating: 4, feedback: '건강 풀이가 잘 맞아요' };
    expect((await call('PUT', `${at}/health/rating`, { body: rating })).json).toEqual(rating);
    expect((await call('GET', `${at}/health`)).json.rating).toEqual(rating);
    expect((await call('GET', `${charts}/latest`)).json.interpretations[0].rating).toEqual(rating);
    const [row] = await database.sql<[{ user_feedback: Uint8Array }]>`
      select user_feedback from saju_interpretations where saju_pillar_id = ${chart.id}`;
    expect(Buffer.from(row.user_feedback).toString()).not.toContain('건강');
    await call('PUT', `${at}/health/rating`, { body: { rating: 2 } });
    expect((await call('GET', `${charts}/latest`)).json.interpretations[0].rating).toEqual({
      rating: 2,
      feedback: null,
    });
    expect(await call('PUT', `${at}/health/rating`, { body: { rating: 6 } })).toMatchObject({ status: 400 });
  });

  test('is not made of a chart of earlier rules', async () => {
    const { call, charts, userId } = await ownerWithPerson();
    const { json: chart } = await call('POST', charts, { body: {} });
    const { input } = await openChart(dependencies.cipher, userId, chart.id, await sealedOf(chart.id));
    const earlier = { input, chart: { ...chart.chart, engineVersion: '0.9.0+tz.2024a' } };
    const sealed = await sealChart(dependencies.cipher, userId, chart.id, earlier);
    await database.sql`update saju_pillars set encrypted_chart = ${sealed} where id = ${chart.id}`;
    expect(await call('POST', `${charts}/${chart.id}/interpretations`, { body: { type: 'wealth' } })).toMatchObject({
      status: 409,
      json: { code: 'chart_outdated' },
    });
  });
});

const sealedOf = async (chartId: string) => {
  const [row] = await database.sql<[{ encrypted_chart: Uint8Array }]>`
    select encrypted_chart from saju_pillars where id = ${chartId}`;
  return row.encrypted_chart;
};

test('one who asks for a chart of a person without one is told so', async () => {
  const { call, charts } = await ownerWithPerson();
  expect(await call('GET', `${charts}/latest`)).toMatchObject({ status: 404, json: { code: 'chart_not_found' } });
});
