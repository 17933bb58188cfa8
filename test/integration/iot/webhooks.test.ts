import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { iotEvents, webhookStream } from '../../../functions/iot/events.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import { at } from './alerting.ts';
import { isSignedBy, webhookReceiver } from './webhook-receiver.ts';
import { OPERATOR, webhookWorld } from './webhook-world.ts';

const world = await webhookWorld();
const { call, clock, database, owner, logLines, settings, register, webhook, raise, publish } = world;
const receiver = await webhookReceiver();
const WEBHOOKS = '/v1/iot/webhooks';

afterEach(async () => {
  await database.sql`delete from alert_webhooks`;
  settings.targets = 'any';
  receiver.received.length = 0;
});

const eventsOf = (id: string) => readStream(database.sql, webhookStream(id), iotEvents);

describe('a webhook', () => {
  test('is registered with a secret that is shown once and stands nowhere', async () => {
    settings.targets = 'public';
    const url = 'https://hooks.example.com/heal7';
    const { status, json } = await call('POST', WEBHOOKS, { body: { url, description: '당직실' } });
    expect(status).toBe(201);
    const { secret, ...shown } = json;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await call('GET', WEBHOOKS)).json).toEqual({ webhooks: [shown] });
    expect(shown).toMatchObject({ url, state: 'active', failures: 0, locationId: null });

    const rows = await owner.sql`
      select to_jsonb(w)::text as text from alert_webhooks as w union all select to_jsonb(e)::text from events as e`;
    const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
    for (const form of [secret.replace('whsec_', ''), bytes.toString('hex')]) {
      expect(JSON.stringify(rows)).not.toContain(form);
      expect(logLines.join('\n')).not.toContain(form);
    }
    expect(await eventsOf(shown.id)).toMatchObject([
      { type: 'webhook.registered', metadata: { actor: OPERATOR }, data: { webhookId: shown.id } },
    ]);
  });

  test.each([
    ['http://hooks.example.com/', 'not_https'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    ['https://a:b@hooks.example.com/', 'credentials_in_url'],
    ['hooks.example.com', 'invalid_url'],
  ])('is not registered at %s: %s', async (url, code) => {
    settings.targets = 'public';
    const { status, json } = await call('POST', WEBHOOKS, { body: { url } });
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ in: 'body', path: 'url', code }]);
    expect((await call('GET', WEBHOOKS)).json.webhooks).toEqual([]);
  });

  test('is one of a hundred at most', async () => {
    await database.sql`
      insert into alert_webhooks (id, url, created_at, updated_at)
      select gen_random_uuid(), 'https://hooks.example.com/', now(), now() from generate_series(1, 100)`;
    const { status, json } = await call('POST', WEBHOOKS, { body: { url: receiver.url } });
    expect([status, json.code]).toEqual([409, 'too_many_webhooks']);
  });

  test('has messages signed by both secrets for a day after it was given a new one', async () => {
    clock.now = new Date(at(0));
    const { id, secret: former } = await register(receiver.url);
    const { status, json } = await call('POST', `${WEBHOOKS}/${id}/secret`);
    expect(status).toBe(201);
    expect(json.secret).not.toBe(former);
    await raise();
    await publish();
    world.pass(24 * 60);
    await raise();
    await publish();
    const [first, second] = receiver.received;
    expect([former, json.secret].map(secret => isSignedBy(first!, secret))).toEqual([true, true]);
    expect([former, json.secret].map(secret => isSignedBy(second!, secret))).toEqual([false, true]);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['webhook.registered', 'webhook.secret_rotated']);
  });

  test('is told nothing while it is disabled, and what was to be told is cancelled', async () => {
    clock.now = new Date(at(0));
    const { id } = await register(receiver.url);
    const path = `${WEBHOOKS}/${id}`;
    await database.sql`
      insert into alert_deliveries (webhook_id, alert_id, event_version, event_type, body, next_attempt_at, created_at)
      values (${id}, ${randomUUID()}, 1, 'alert.raised', '{}', ${new Date(at(60))}, ${clock.now})`;
    expect((await call('PATCH', path, { body: { enabled: false } })).json).toMatchObject({
      state: 'disabled',
      disabledReason: 'operator',
    });
    expect(await world.deliveries(id)).toMatchObject([{ state: 'cancelled', attempts: [] }]);
    await raise();
    await publish();
    expect(receiver.received).toEqual([]);

    for (const _ of [1, 2]) {
      expect((await call('PATCH', path, { body: { enabled: true } })).json).toMatchObject({ state: 'active' });
    }
    await raise();
    await publish();
    expect(receiver.received).toHaveLength(1);
    const types = (await eventsOf(id)).map(({ type }) => type);
    expect(types).toEqual(['webhook.registered', 'webhook.disabled', 'webhook.enabled']);
  });

  test('is gone when it is deleted, with what it was told', async () => {
    clock.now = new Date(at(0));
    const { id } = await register(receiver.url);
    await raise();
    await publish();
    expect(await world.deliveries(id)).toHaveLength(1);
    expect((await call('DELETE', `${WEBHOOKS}/${id}`)).status).toBe(204);
    expect(await webhook(id)).toBeUndefined();
    for (const [method, path] of [
      ['GET', `${WEBHOOKS}/${id}/deliveries`],
      ['DELETE', `${WEBHOOKS}/${id}`],
      ['POST', `${WEBHOOKS}/${id}/secret`],
    ] as const) {
      const { status, json } = await call(method, path);
      expect([status, json.code]).toEqual([404, 'webhook_not_found']);
    }
    const [{ count }] = await database.sql<[{ count: number }]>`
      select count(*)::int as count from alert_deliveries where webhook_id = ${id}`;
    expect(count).toBe(0);
  });
});

test('an operator has a delivery sent again, under the same id, and not to a webhook that is disabled', async () => {
  clock.now = new Date(at(0));
  const { id } = await register(receiver.url);
  await raise();
  await publish();
  const [delivery] = await world.deliveries(id);
  const path = `${WEBHOOKS}/${id}/deliveries/${delivery.id}/redeliveries`;
  const { status, json } = await call('POST', path);
  expect([status, json.state]).toEqual([202, 'pending']);
  await world.retry();
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([delivery.id, delivery.id]);
  expect(await world.deliveries(id)).toMatchObject([
    { state: 'delivered', attempts: [{ attempt: 1 }, { attempt: 2, outcome: 'delivered', status: 204 }] },
  ]);

  await call('PATCH', `${WEBHOOKS}/${id}`, { body: { enabled: false } });
  expect((await call('POST', path)).json.code).toBe('webhook_disabled');
  await call('PATCH', `${WEBHOOKS}/${id}`, { body: { enabled: true } });
  const missing = await call('POST', `${WEBHOOKS}/${id}/deliveries/${randomUUID()}/redeliveries`);
  expect([missing.status, missing.json.code]).toEqual([404, 'delivery_not_found']);
});

test('deliveries are listed in pages, and by how they stand', async () => {
  clock.now = new Date(at(0));
  const { id } = await register(receiver.url);
  for (const seconds of [1, 2, 3]) {
    clock.now = new Date(at(seconds));
    await raise();
    await publish();
  }
  const first = (await call('GET', `${WEBHOOKS}/${id}/deliveries?limit=2`)).json;
  const second = (await call('GET', `${WEBHOOKS}/${id}/deliveries?limit=2&cursor=${first.nextCursor}`)).json;
  expect([first.deliveries.length, second.deliveries.length, second.nextCursor]).toEqual([2, 1, null]);
  expect(await world.deliveries(id, '?state=pending')).toEqual([]);
});
