import { beforeEach, describe, expect, test } from 'vitest';
import { userTables } from '../../../functions/users/me/user-tables.ts';
import { analyticsFunction } from './analytics-function.ts';

const { database, owner, clock, consenting, functionWith, at, used, recorded } = await analyticsFunction();

beforeEach(() => {
  // A window of the limit later.
  clock.now = new Date(clock.now.getTime() + 60_000);
});

const SESSION = '2f1c8a54-0b6e-4f0e-9d0c-5a7c3f1d9b20';

describe('what an app reports', () => {
  test('is recorded with whose it is and when it happened, in the order in which it happened', async () => {
    const user = await consenting();
    const events = [
      { type: 'activity.content_read', occurredAt: at(-10), category: 'wealth', seconds: 85 },
      { type: 'activity.page_viewed', occurredAt: '2026-03-01T08:59:00+09:00', page: 'chart', category: null },
      used(-20),
    ];
    const { status, json, headers, text } = await user.call('POST', '/v1/events', {
      body: { appSessionId: SESSION, events },
    });
    expect(status, text).toBe(202);
    expect(json).toEqual({
      accepted: 3,
      byType: { 'activity.content_read': 1, 'activity.page_viewed': 1, 'activity.feature_used': 1 },
    });
    const common = { userId: user.userId, appSessionId: SESSION };
    const metadata = { requestId: headers['x-request-id'] };
    expect(await recorded(user.userId)).toMatchObject([
      {
        version: 1,
        type: 'activity.page_viewed',
        occurredAt: new Date('2026-02-28T23:59:00Z'),
        data: { ...common, page: 'chart', category: null },
        metadata,
      },
      {
        version: 2,
        type: 'activity.feature_used',
        occurredAt: new Date(at(-20)),
        data: { ...common, category: 'luck' },
      },
      {
        version: 3,
        type: 'activity.content_read',
        occurredAt: new Date(at(-10)),
        data: { ...common, category: 'wealth', seconds: 85 },
      },
    ]);
  });

  test('is taken a hundred at a time, in one statement, and in each of its types', async () => {
    const statements: string[] = [];
    const counting = functionWith({
      database: {
        ...database,
        transaction: work =>
          database.transaction(tx =>
            work(
              new Proxy(tx, {
                apply(target, self, args) {
                  if (Array.isArray(args[0]) && 'raw' in args[0]) statements.push(args[0].join('?'));
                  return Reflect.apply(target as never, self, args);
                },
              }),
            ),
          ),
      },
    });
    const user = await consenting(counting);
    const offers = ['activity.offer_shown', 'activity.offer_taken', 'activity.offer_dismissed'];
    const events = Array.from({ length: 100 }, (_, n) =>
      n % 4 === 3 ? used(-n) : { type: offers[n % 4], occurredAt: at(-n), category: 'wealth' },
    );
    const { status, json } = await user.call('POST', '/v1/events', { body: { events } });
    expect([status, json.accepted]).toEqual([202, 100]);
    expect(statements.filter(text => text.includes('insert into events'))).toHaveLength(1);
    const stored = await recorded(user.userId);
    expect(stored.map(({ version }) => version)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(stored[0]!.occurredAt).toEqual(new Date(at(-99)));
    expect(stored[0]!.data.appSessionId).toBeNull();
  });

  test('is refused with every wrong field of every event, and nothing of it is recorded', async () => {
    const user = await consenting();
    const events = [
      used(),
      { type: 'activity.page_viewed', occurredAt: at(0), page: 'my diary', category: null },
      { type: 'activity.searched', occurredAt: at(0), text: '홍길동' },
      { ...used(), note: 'hello', category: undefined },
      { ...used(), occurredAt: 'yesterday' },
      { type: 'activity.content_read', occurredAt: at(0), category: 'wealth', seconds: -1 },
    ];
    const { status, json, text } = await user.call('POST', '/v1/events', {
      body: { appSessionId: 'kim@example.com', events },
    });
    expect(status).toBe(400);
    expect(json.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`).sort()).toEqual([
      'appSessionId invalid_format',
      'events.1.page invalid_value',
      'events.2.type invalid_value',
      'events.3.category required',
      'events.3.note unknown_field',
      'events.4.occurredAt invalid_format',
      'events.5.seconds too_small',
    ]);
    expect(text).not.toMatch(/diary|홍길동|kim@/);
    expect(await recorded(user.userId)).toEqual([]);
  });

  test.each([
    ['none', 0, 'too_few'],
    ['101', 101, 'too_many'],
  ])('is refused with %s events', async (_, length, code) => {
    const user = await consenting();
    const { json } = await user.call('POST', '/v1/events', { body: { events: Array.from({ length }, () => used()) } });
    expect(json.errors).toMatchObject([{ path: 'events', code }]);
  });

  test('of another week, or of the future, is named by its place', async () => {
    const user = await consenting();
    const WEEK = 7 * 86_400;
    const edges = [used(300), used(-WEEK)];
    expect(await user.call('POST', '/v1/events', { body: { events: edges } })).toMatchObject({ status: 202 });
    const { status, json } = await user.call('POST', '/v1/events', {
      body: { events: [used(), used(301), used(-WEEK - 1)] },
      headers: { 'Accept-Language': 'ko' },
    });
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([
      { path: 'events.1.occurredAt', code: 'occurred_in_the_future', detail: expect.stringMatching(/기기의 시계/) },
      { path: 'events.2.occurredAt', code: 'occurred_too_long_ago', detail: expect.stringMatching(/7일/) },
    ]);
    expect(await recorded(user.userId)).toHaveLength(2);
  });

  test('sent again under its key is recorded once and answered alike', async () => {
    const user = await consenting();
    const old = used(-7 * 86_400 + 60);
    const sent = { body: { events: [old, used()] }, headers: { 'Idempotency-Key': 'batch-1' } };
    const first = await user.call('POST', '/v1/events', sent);
    // One would be too old by now: that makes no difference to what was taken.
    clock.now = new Date(clock.now.getTime() + 3_600_000);
    const again = await user.call('POST', '/v1/events', sent);
    expect(again).toMatchObject({ status: 202, text: first.text, headers: { 'idempotency-replayed': 'true' } });
    expect(await recorded(user.userId)).toHaveLength(2);
  });

  test('sent again under its key is refused while the account is suspended', async () => {
    const user = await consenting();
    const sent = { body: { events: [used()] }, headers: { 'Idempotency-Key': 'batch-1' } };
    expect(await user.call('POST', '/v1/events', sent)).toMatchObject({ status: 202 });
    await database.sql`update users set account_status = 'suspended' where id = ${user.userId}`;
    expect(await user.call('POST', '/v1/events', sent)).toMatchObject({
      status: 403,
      json: { code: 'account_suspended' },
    });
  });

  test('stands or falls whole: where the answer cannot be kept, nothing is recorded', async () => {
    const user = await consenting();
    await owner.sql`alter table idempotency_keys add constraint refuse_one check (key <> 'refused')`;
    const sent = { body: { events: [used(), used(1)] }, headers: { 'Idempotency-Key': 'refused' } };
    expect(await user.call('POST', '/v1/events', sent)).toMatchObject({ status: 500 });
    expect(await recorded(user.userId)).toEqual([]);
  });
});

test('a user’s apps may send 30 requests a minute, and others are not kept from theirs', async () => {
  const [user, other] = [await consenting(), await consenting()];
  const report = () => user.call('POST', '/v1/events', { body: { events: [used()] } });
  for (let n = 0; n < 30; n++) expect((await report()).status).toBe(202);
  const refused = await report();
  expect(refused).toMatchObject({ status: 429, json: { code: 'rate_limited' } });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(await recorded(user.userId)).toHaveLength(30);
  expect(await other.call('POST', '/v1/events', { body: { events: [used()] } })).toMatchObject({ status: 202 });
});

test('events of a user are in the copy of their data', async () => {
  const user = await consenting();
  await user.call('POST', '/v1/events', { body: { events: [used()] } });
  const events = userTables.find(({ name }) => name === 'events')!;
  const rows = await database.sql<{ type: string }[]>`
    select type from events where ${events.rowsOf(database.sql, user.userId)} order by global_position`;
  expect(rows.map(({ type }) => type)).toEqual(['user.consent_given', 'activity.feature_used']);
});
