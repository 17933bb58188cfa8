import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { activityStream } from '../../../functions/analytics/events.ts';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import { analyticsFunction } from './analytics-function.ts';

const { database, owner, appUser, consenting, functionWith, used, recorded } = await analyticsFunction();

describe('without the consent', () => {
  const NEEDED = { status: 403, json: { code: 'analytics_consent_needed' } };

  test('that was never given nothing is taken, and the answer says what to do', async () => {
    const user = await appUser();
    for (const [language, told] of [
      ['ko', /동의하면 PUT \/v1\/me\/consents\/analytics/],
      ['en', /if they agree, PUT \/v1\/me\/consents\/analytics/],
    ] as const) {
      const refused = await user.call('POST', '/v1/events', {
        body: { events: [used()] },
        headers: { 'Accept-Language': language },
      });
      expect(refused).toMatchObject(NEEDED);
      expect(refused.json.detail).toMatch(told);
    }
    expect(await recorded(user.userId)).toEqual([]);
  });

  test('that was withdrawn no more is taken; given again, it is', async () => {
    const user = await consenting();
    const report = () => user.call('POST', '/v1/events', { body: { events: [used()] } });
    expect(await report()).toMatchObject({ status: 202 });
    expect(await user.me('DELETE', '/v1/me/consents/analytics')).toMatchObject({ status: 200, json: { given: false } });
    expect(await report()).toMatchObject(NEEDED);
    await user.me('PUT', '/v1/me/consents/analytics', { body: { version: CONSENT_VERSIONS.analytics } });
    expect(await report()).toMatchObject({ status: 202 });
    expect(await recorded(user.userId)).toHaveLength(2);
  });

  test('of marketing and location it is another one', async () => {
    const user = await appUser();
    for (const kind of ['marketing', 'location'] as const) {
      await user.me('PUT', `/v1/me/consents/${kind}`, { body: { version: CONSENT_VERSIONS[kind] } });
    }
    expect(await user.call('POST', '/v1/events', { body: { events: [used()] } })).toMatchObject(NEEDED);
  });
});

test('a withdrawal waits for what is being taken, so that what was taken stands before it in the log', async () => {
  const user = await consenting();
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  let appended = () => {};
  const isAppended = new Promise<void>(resolve => {
    appended = resolve;
  });
  // Commits when it is told to.
  const slow = functionWith({
    database: {
      ...database,
      transaction: work =>
        database.transaction(async tx => {
          const result = await work(tx);
          appended();
          await held;
          return result;
        }),
    },
  });
  const [{ id }] = await database.sql<[{ id: string }]>`select id from sessions where user_id = ${user.userId}`;
  const headers = { authorization: `Bearer ${user.userId}/${id}` };
  const taking = slow('POST', '/v1/events', { body: { events: [used()] }, headers });
  await isAppended;
  const withdrawing = user.me('DELETE', '/v1/me/consents/analytics');
  // Until the database says that it waits.
  for (let waiting = 0; waiting === 0; await wait(5)) {
    const [row] = await owner.sql<[{ waiting: number }]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%for no key update%'`;
    waiting = row.waiting;
  }
  release();
  expect(await taking).toMatchObject({ status: 202 });
  expect(await withdrawing).toMatchObject({ status: 200, json: { given: false } });
  const rows = await database.sql<{ type: string }[]>`
    select type from events where stream_id in (${activityStream(user.userId)}, ${`user-${user.userId}`})
    order by global_position`;
  expect(rows.map(({ type }) => type)).toEqual([
    'user.consent_given',
    'activity.feature_used',
    'user.consent_withdrawn',
  ]);
});

test('while processing is suspended nothing is taken, and of an account that is gone nothing', async () => {
  const user = await consenting();
  const report = () => user.call('POST', '/v1/events', { body: { events: [used()] } });
  await user.me('PUT', '/v1/me/suspension');
  expect(await report()).toMatchObject({ status: 403, json: { code: 'account_suspended' } });
  await user.me('DELETE', '/v1/me/suspension');
  expect(await report()).toMatchObject({ status: 202 });
  await owner.sql`update users set account_status = 'deleted', email = null, email_hash = null where id = ${user.userId}`;
  expect(await report()).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
  expect(await recorded(user.userId)).toHaveLength(1);
});
