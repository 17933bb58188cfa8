import { beforeEach, describe, expect, test } from 'vitest';
import { sajuFunction } from './saju-function.ts';

const { database, clock, ownerWithPerson, accesses } = await sajuFunction();

beforeEach(() => {
  clock.now = new Date(clock.now.getTime() + 60_000);
});

/** A user who has sent each write on a chart under a key, and sends it again. */
async function writer() {
  const user = await ownerWithPerson();
  const { call, charts } = user;
  const headers = { 'Idempotency-Key': 'k' };
  const chart = () => call('POST', charts, { body: {}, headers });
  const one = `${charts}/${(await chart()).json.id}`;
  const texts = `${one}/interpretations`;
  const send = {
    chart,
    interpretation: () => call('POST', texts, { body: { type: 'wealth' }, headers }),
    rating: () => call('PUT', `${texts}/wealth/rating`, { body: { rating: 2, feedback: '글쎄요' }, headers }),
    request: () => call('PUT', `${texts}/wealth/review-request`, { body: { consent: true }, headers }),
  };
  const first = {
    chart: await chart(),
    interpretation: await send.interpretation(),
    rating: await send.rating(),
    request: await send.request(),
  };
  return { ...user, one, texts, send, first };
}

const kinds = ['chart', 'interpretation', 'rating', 'request'] as const;

describe('a write on a stored chart that comes again under its key', () => {
  test('is answered with what there is by then', async () => {
    const { call, one, texts, send, first } = await writer();
    await call('PUT', `${texts}/wealth/rating`, { body: { rating: 5, feedback: '다시 보니 맞아요' } });
    await call('DELETE', `${texts}/wealth/review-request`);
    const again = { headers: { 'idempotency-replayed': 'true', 'cache-control': 'no-store' } };
    expect(await send.chart()).toMatchObject({ ...again, status: 201, json: (await call('GET', one)).json });
    expect(await send.rating()).toMatchObject({ ...again, json: { rating: 5, feedback: '다시 보니 맞아요' } });
    expect(await send.request()).toMatchObject({ ...again, json: { status: 'not_requested', requestedAt: null } });
    const told = await send.interpretation();
    expect(told).toMatchObject({ ...again, status: 201, json: (await call('GET', `${texts}/wealth`)).json });
    expect(first.interpretation.json).toMatchObject({ id: told.json.id, rating: null });
    expect(told.json.rating).toMatchObject({ rating: 5 });
  });

  test.each(kinds)('gives nothing back of what went with the former birth: %s', async kind => {
    const { me, personId, send } = await writer();
    await me('PATCH', `/v1/me/people/${personId}`, { body: { birth: { date: '1991-01-01' } } });
    const again = await send[kind]();
    expect(again.status).toBe(404);
    expect(again.text).not.toMatch(/1990|경진|庚|글쎄요/);
  });

  test.each(kinds)('is refused while the account is suspended: %s', async kind => {
    const { me, send } = await writer();
    await me('PUT', '/v1/me/suspension');
    expect(await send[kind]()).toMatchObject({ status: 403, json: { code: 'account_suspended' } });
  });

  test.each([
    ['chart', [['saju_pillars', 'encrypted_chart']]],
    [
      'interpretation',
      [
        ['saju_interpretations', 'ai_interpretation'],
        ['saju_interpretations', 'user_feedback'],
      ],
    ],
    ['rating', [['saju_interpretations', 'user_feedback']]],
  ] as const)('is recorded as a reading of what it gives: %s', async (kind, columns) => {
    const { userId, send } = await writer();
    const before = (await accesses(userId)).length;
    await send[kind]();
    const last = (await accesses(userId)).slice(before).at(-1)!;
    expect(last.places.map(({ table, column }) => [table, column])).toEqual(columns);
  });

  test('is told that there is no request any more where the review is there', async () => {
    const { userId, send } = await writer();
    await database.sql`
      update saju_interpretations set review_status = 'reviewed', reviewed_at = ${clock.now}, expert_review = ai_interpretation,
        expert_id = ${userId}
      where review_status = 'requested' and saju_pillar_id in (select id from saju_pillars where user_id = ${userId})`;
    expect(await send.request()).toMatchObject({ status: 409, json: { code: 'already_reviewed' } });
  });
});

test('of charts that are stored at once no more are kept than a person may have', async () => {
  const { call, charts, userId, personId } = await ownerWithPerson();
  await call('POST', charts, { body: {} });
  await database.sql`
    insert into saju_pillars (user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance)
    select user_id, person_id, gen_random_uuid(), encrypted_chart, engine_version, five_elements, element_balance
    from saju_pillars, generate_series(1, 98) where user_id = ${userId} and person_id = ${personId}`;
  const answers = await Promise.all(Array.from({ length: 6 }, () => call('POST', charts, { body: {} })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(5).fill(409)]);
});
