import { beforeEach, describe, expect, test } from 'vitest';
import { chartEvents, chartStream } from '../../../functions/saju/events.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import { sajuFunction } from './saju-function.ts';

const { database, clock, owner, ownerWithPerson, accesses } = await sajuFunction();

const REVIEWS = '/v1/expert/reviews';
const REVIEW = '용신을 잘 짚은 풀이입니다';

beforeEach(() => {
  clock.now = new Date(clock.now.getTime() + 60_000);
});

/** A user with an interpretation, and the address of its request for review. */
async function ownerWithInterpretation() {
  const user = await ownerWithPerson();
  const { json: chart } = await user.call('POST', user.charts, { body: {} });
  const at = `${user.charts}/${chart.id}/interpretations`;
  const { json: told } = await user.call('POST', at, { body: { type: 'wealth' } });
  return { ...user, chart, told, at: `${at}/wealth`, request: `${at}/wealth/review-request` };
}

async function requested() {
  const user = await ownerWithInterpretation();
  expect(await user.call('PUT', user.request, { body: { consent: true } })).toMatchObject({ status: 200 });
  return user;
}

describe('a request for review', () => {
  test('takes consent, and stays as it is when it is sent again', async () => {
    const user = await ownerWithInterpretation();
    for (const body of [{}, { consent: false }, { consent: 'true' }]) {
      expect(await user.call('PUT', user.request, { body })).toMatchObject({ status: 400 });
    }
    const first = await user.call('PUT', user.request, { body: { consent: true } });
    expect(first.json).toMatchObject({ status: 'requested', requestedAt: clock.now.toISOString() });
    clock.now = new Date(clock.now.getTime() + 1_000);
    expect((await user.call('PUT', user.request, { body: { consent: true } })).json).toEqual(first.json);
    expect(
      await database.sql`
      select from events where stream_id = ${`chart-${user.chart.id}`} and type = 'chart.review_requested'`,
    ).toHaveLength(1);
  });

  test('lets an expert read the pillars and the words, recorded as the expert’s reading of the user’s data', async () => {
    const user = await requested();
    const expert = await owner('expert');
    const listed = (await expert.call('GET', `${REVIEWS}?limit=100`)).json.requests;
    expect(listed).toContainEqual({
      interpretationId: user.told.id,
      type: 'wealth',
      requestedAt: clock.now.toISOString(),
    });
    const before = (await accesses(user.userId)).length;
    const { json, text } = await expert.call('GET', `${REVIEWS}/${user.told.id}`);
    expect(json).toMatchObject({ chart: { pillars: { day: { hangul: '경진' } } }, section: user.told.section });
    expect(text).not.toMatch(/1990|"place"|solarDate|서울/);
    expect((await accesses(user.userId)).slice(before)).toEqual([
      {
        actor_id: expert.userId,
        purpose: 'GET /v1/expert/reviews/{interpretationId}',
        outcome: 'granted',
        places: [
          { table: 'saju_pillars', column: 'encrypted_chart', rowId: user.chart.id },
          { table: 'saju_interpretations', column: 'ai_interpretation', rowId: user.told.id },
        ],
      },
    ]);
  });

  test('can be withdrawn: from then on nobody reads it', async () => {
    const user = await requested();
    const expert = await owner('expert');
    expect(await user.call('DELETE', user.request)).toMatchObject({ status: 204 });
    for (const [method, body] of [
      ['GET', undefined],
      ['POST', { review: REVIEW }],
    ] as const) {
      expect(await expert.call(method, `${REVIEWS}/${user.told.id}`, { body })).toMatchObject({ status: 404 });
    }
    expect((await user.call('GET', user.at)).json.review).toMatchObject({ status: 'not_requested', requestedAt: null });
  });
});

describe('a review', () => {
  test('is the user’s to read, sealed under the user’s key, and ends what the expert may read', async () => {
    const user = await requested();
    const expert = await owner('expert');
    await user.call('GET', `${user.charts}/latest`);
    const key = { 'Idempotency-Key': 'review' };
    const send = () => expert.call('POST', `${REVIEWS}/${user.told.id}`, { body: { review: REVIEW }, headers: key });
    const given = await send();
    expect(given).toMatchObject({ status: 201, json: { interpretationId: user.told.id } });
    expect(await send()).toMatchObject({ status: 201, text: given.text, headers: { 'idempotency-replayed': 'true' } });

    const review = { status: 'reviewed', text: REVIEW, reviewedAt: clock.now.toISOString() };
    expect((await user.call('GET', user.at)).json.review).toMatchObject(review);
    expect((await user.call('GET', `${user.charts}/latest`)).json.interpretations[0].review).toMatchObject(review);
    expect(await expert.call('GET', `${REVIEWS}/${user.told.id}`)).toMatchObject({ status: 404 });
    const [row] = await database.sql<[{ expert_review: Uint8Array }]>`
      select expert_review from saju_interpretations where id = ${user.told.id}`;
    expect(Buffer.from(row.expert_review).toString()).not.toContain('용신');
  });

  test('is one of the events of the chart, each of which says whose it is', async () => {
    const user = await ownerWithInterpretation();
    const expert = await owner('expert');
    await user.call('PUT', user.request, { body: { consent: true } });
    await user.call('DELETE', user.request);
    await user.call('PUT', user.request, { body: { consent: true } });
    await expert.call('POST', `${REVIEWS}/${user.told.id}`, { body: { review: REVIEW } });
    await user.call('PUT', `${user.at}/rating`, { body: { rating: 4 } });
    const { userId } = user;
    const interpretationId = user.told.id;
    const events = await readStream(database.sql, chartStream(user.chart.id), chartEvents);
    expect(events.map(({ type, data }) => [type, data])).toMatchObject([
      ['chart.stored', { userId, personId: user.personId }],
      ['chart.interpreted', { userId, interpretationId, type: 'wealth' }],
      ['chart.review_requested', { userId, interpretationId }],
      ['chart.review_withdrawn', { userId, interpretationId }],
      ['chart.review_requested', { userId, interpretationId }],
      ['chart.interpretation_reviewed', { userId, interpretationId, expertId: expert.userId }],
      ['chart.interpretation_rated', { userId, interpretationId, rating: 4 }],
    ]);
  });

  test('is given once: by one of two experts, and neither asked for nor withdrawn after', async () => {
    const user = await requested();
    const [one, other] = [await owner('expert'), await owner('expert')];
    const answers = await Promise.all(
      [one, other].map(({ call }) => call('POST', `${REVIEWS}/${user.told.id}`, { body: { review: REVIEW } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    const winner = answers[0]!.status === 201 ? one : other;
    expect(await winner.call('POST', `${REVIEWS}/${user.told.id}`, { body: { review: REVIEW } })).toMatchObject({
      status: 409,
      json: { code: 'already_reviewed' },
    });
    expect(await user.call('PUT', user.request, { body: { consent: true } })).toMatchObject({ status: 409 });
    expect(await user.call('DELETE', user.request)).toMatchObject({ status: 409 });
  });

  test('is for experts, and not of their own charts', async () => {
    const user = await requested();
    for (const roles of [[], ['premium'], ['operator'], ['admin']]) {
      const { call } = await owner(...roles);
      expect(await call('GET', REVIEWS)).toMatchObject({ status: 403 });
      expect(await call('GET', `${REVIEWS}/${user.told.id}`)).toMatchObject({ status: 403 });
      expect(await call('POST', `${REVIEWS}/${user.told.id}`, { body: { review: REVIEW } })).toMatchObject({
        status: 403,
      });
    }
    await database.sql`insert into user_roles (user_id, role, granted_at) values (${user.userId}, 'expert', now())`;
    expect(await user.call('GET', `${REVIEWS}/${user.told.id}`)).toMatchObject({ status: 404 });
    const listed = (await user.call('GET', `${REVIEWS}?limit=100`)).json.requests;
    expect(listed.map(({ interpretationId }: { interpretationId: string }) => interpretationId)).not.toContain(
      user.told.id,
    );
  });

  test('is not given to an interpretation that nobody asked about, nor of a suspended account', async () => {
    const expert = await owner('expert');
    const quiet = await ownerWithInterpretation();
    const suspended = await requested();
    await suspended.me('PUT', '/v1/me/suspension', { body: {} });
    for (const { told } of [quiet, suspended]) {
      expect(await expert.call('GET', `${REVIEWS}/${told.id}`)).toMatchObject({ status: 404 });
      expect(await expert.call('POST', `${REVIEWS}/${told.id}`, { body: { review: REVIEW } })).toMatchObject({
        status: 404,
      });
    }
  });
});

test('requests come oldest first, page by page, and a cursor is of the expert who got it', async () => {
  const expert = await owner('expert');
  for (let n = 0; n < 3; n++) {
    clock.now = new Date(clock.now.getTime() + 1_000);
    await requested();
  }
  const first = (await expert.call('GET', `${REVIEWS}?limit=2`)).json;
  const second = (await expert.call('GET', `${REVIEWS}?limit=2&cursor=${first.nextCursor}`)).json;
  const times = [...first.requests, ...second.requests].map(({ requestedAt }) => requestedAt);
  expect(times).toEqual([...times].sort());
  const other = await owner('expert');
  expect(await other.call('GET', `${REVIEWS}?cursor=${first.nextCursor}`)).toMatchObject({ status: 400 });
});
