import { afterEach, describe, expect, test } from 'vitest';
import { at } from './alerting.ts';
import { answering, isSignedBy, silent, webhookReceiver } from './webhook-receiver.ts';
import { webhookWorld } from './webhook-world.ts';

const world = await webhookWorld();
const { clock, database, topic, settings, register, webhook, deliveries, raise, publish, retry, pass } = world;
const [receiver, other] = [await webhookReceiver(), await webhookReceiver()];

afterEach(async () => {
  await database.sql`delete from alert_webhooks`;
  await database.sql`delete from alert_deliveries`;
  for (const each of [receiver, other]) {
    each.received.length = 0;
    each.behavior.respond = answering(204);
  }
  topic.notices.length = 0;
  topic.away = false;
  settings.targets = 'any';
});

describe('an alert', () => {
  test('is told when it is raised and when it is cleared, at once, each signed and with an id of its own', async () => {
    clock.now = new Date(at(0));
    const { id, secret } = await register(receiver.url);
    const deviceId = await raise();
    await publish();
    expect(receiver.received).toHaveLength(1);
    clock.now = new Date(at(61));
    await world.deliver(world.readings(deviceId, [[61, 20]]));
    await publish();

    const bodies = receiver.received.map(({ body }) => JSON.parse(body));
    expect(bodies).toMatchObject([
      {
        type: 'alert.raised',
        timestamp: '2026-05-03T01:00:00.000Z',
        data: { deviceId, kind: 'above_maximum', readingType: 'temperature', limit: 28, value: 30, version: 1 },
      },
      { type: 'alert.cleared', data: { deviceId, reason: 'recovered', value: 20, version: 2 } },
    ]);
    expect(receiver.received.map(message => isSignedBy(message, secret))).toEqual([true, true]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    expect(receiver.received[0]!.headers['content-type']).toBe('application/json');
    expect(await webhook(id)).toMatchObject({ failures: 0, lastDeliveredAt: '2026-05-03T01:01:01.000Z' });
  });

  test('is told once, however often its event is delivered', async () => {
    clock.now = new Date(at(0));
    await register(receiver.url);
    await raise();
    await publish(3);
    expect(receiver.received).toHaveLength(1);
    expect(topic.notices).toHaveLength(1);
  });

  test('is told to those who care for its place', async () => {
    clock.now = new Date(at(0));
    await register(receiver.url, { locationId: 'busan-2f' });
    await register(other.url, { locationId: 'seoul-1f-tea' });
    await raise('seoul-1f-tea');
    await publish();
    expect([receiver.received.length, other.received.length]).toEqual([0, 1]);
  });

  test('is published to the topic, by the job where the topic was away', async () => {
    clock.now = new Date(at(0));
    topic.away = true;
    await raise();
    await publish();
    expect(topic.notices).toEqual([]);
    topic.away = false;
    pass(1);
    await retry();
    expect(topic.notices).toMatchObject([{ attributes: { type: 'alert.raised', location: 'seoul-1f-tea' } }]);
  });
});

describe('a receiver that', () => {
  test.each([
    ['answers 500', answering(500), 'http_error', 500],
    ['answers 404', answering(404), 'http_error', 404],
    ['leads elsewhere', answering(302, { location: 'http://169.254.169.254/' }), 'redirected', 302],
    ['hangs up', (response: { destroy(): void }) => response.destroy(), 'not_connected', null],
  ] as const)(
    '%s is told again after a minute, five, and fifteen, under the same id',
    async (_, respond, outcome, status) => {
      clock.now = new Date(at(0));
      const { id } = await register(receiver.url);
      receiver.behavior.respond = respond as never;
      await raise();
      await publish();
      const times: number[] = [0];
      for (let minute = 1; minute <= 22; minute++) {
        pass(1);
        const before = receiver.received.length;
        await retry();
        if (receiver.received.length > before) times.push(minute);
      }
      expect(times).toEqual([0, 1, 6, 21]);
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(4);
      const [delivery] = await deliveries(id);
      expect(delivery).toMatchObject({ state: 'pending', nextAttemptAt: new Date(at(81 * 60)).toISOString() });
      expect(delivery.attempts.map((each: object) => ({ ...each, startedAt: '', durationMs: 0 }))).toEqual(
        [1, 2, 3, 4].map(attempt => ({ attempt, startedAt: '', durationMs: 0, outcome, status })),
      );
      expect(await webhook(id)).toMatchObject({
        state: 'active',
        failures: 4,
        failingSince: new Date(at(0)).toISOString(),
      });

      receiver.behavior.respond = answering(200);
      pass(60);
      await retry();
      expect((await deliveries(id))[0]).toMatchObject({ state: 'delivered', nextAttemptAt: null });
      expect(await webhook(id)).toMatchObject({ failures: 0, failingSince: null });
    },
  );

  test('does not answer holds nobody up: it is waited for once, and then by the job alone', async () => {
    clock.now = new Date(at(0));
    const { id } = await register(receiver.url);
    await register(other.url);
    receiver.behavior.respond = silent;
    await raise();
    await publish();
    expect(await deliveries(id)).toMatchObject([{ attempts: [{ outcome: 'timed_out', status: null }] }]);
    expect([other.received.length, topic.notices.length]).toEqual([1, 1]);
    // Now it is known to be slow, and the next batch does not ask it.
    const asked = receiver.received.length;
    await raise();
    await publish();
    expect(receiver.received).toHaveLength(asked);
    expect([other.received.length, topic.notices.length]).toEqual([2, 2]);
    // The job asks it, and tells the others meanwhile.
    await database.sql`update alert_webhooks set failures = 1, failing_since = ${clock.now}`;
    await raise();
    await publish();
    expect(other.received).toHaveLength(2);
    pass(1);
    let ended = false;
    const run = world.deliverNow({ attemptMs: 1_000 }).finally(() => {
      ended = true;
    });
    await expect.poll(() => other.received.length, { timeout: 900 }).toBe(3);
    expect(ended).toBe(false);
    await run;
    expect(receiver.received.length).toBeGreaterThan(asked);
  });

  test('answers 410 is told nothing more', async () => {
    clock.now = new Date(at(0));
    const { id } = await register(receiver.url);
    receiver.behavior.respond = answering(410);
    await raise();
    await raise();
    await publish();
    expect(await webhook(id)).toMatchObject({ state: 'disabled', disabledReason: 'gone' });
    await raise();
    await publish();
    pass(10);
    await retry();
    expect(receiver.received).toHaveLength(2);
    expect((await deliveries(id)).map(({ state }: { state: string }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  test('takes nothing for a day is disabled, for all to see, and enabled again by an operator', async () => {
    clock.now = new Date(at(0));
    const { id } = await register(receiver.url);
    receiver.behavior.respond = answering(503);
    await raise();
    await publish();
    let disabled = 0;
    for (const minutes of [1, 5, 15, 60, 180, 360, 360]) {
      pass(minutes);
      disabled += (await retry()).disabled!;
    }
    expect([disabled, await webhook(id)]).toMatchObject([0, { state: 'active', failures: 8 }]);
    pass(480);
    expect(await retry()).toMatchObject({ disabled: 1 });
    expect(await webhook(id)).toMatchObject({ state: 'disabled', disabledReason: 'failing', failures: 9 });
    const [delivery] = await deliveries(id);
    expect([delivery.state, delivery.attempts.length]).toEqual(['failed', 9]);
    expect(receiver.received).toHaveLength(9);
    const [{ count }] = await database.sql<[{ count: number }]>`
      select count(*)::int as count from events where type = 'webhook.disabled' and data ->> 'webhookId' = ${id}`;
    expect(count).toBe(1);

    receiver.behavior.respond = answering(204);
    await world.call('PATCH', `/v1/iot/webhooks/${id}`, { body: { enabled: true } });
    await raise();
    await publish();
    expect(await webhook(id)).toMatchObject({ state: 'active', failures: 0 });
    expect(receiver.received).toHaveLength(10);
  });

  test('refuses one message for good is told the others', async () => {
    clock.now = new Date(at(0));
    const { id } = await register(receiver.url);
    let first = true;
    receiver.behavior.respond = response => {
      answering(first ? 400 : 204)(response);
      first = false;
    };
    for (let count = 0; count < 25; count++) await raise();
    await publish();
    const states = (await deliveries(id, '?limit=100')).map(({ state }: { state: string }) => state);
    expect(states.filter((state: string) => state === 'delivered')).toHaveLength(24);
    expect(await webhook(id)).toMatchObject({ state: 'active' });
  });

  test('is known under a name that leads to a private address is not asked', async () => {
    clock.now = new Date(at(0));
    const { id } = await register(`http://localhost:${receiver.port}/`);
    settings.targets = 'public';
    await database.sql`update alert_webhooks set url = ${`https://localhost:${receiver.port}/`}`;
    await raise();
    await publish();
    expect(await deliveries(id)).toMatchObject([{ attempts: [{ outcome: 'refused_address', status: null }] }]);
    expect(receiver.received).toEqual([]);
  });
});

test('what a process took and died over is sent by the job, once its time is up', async () => {
  clock.now = new Date(at(0));
  const { id } = await register(receiver.url);
  await raise();
  await publish();
  await database.sql`
    update alert_deliveries set state = 'pending', ended_at = null, next_attempt_at = ${new Date(at(60))} where webhook_id = ${id}`;
  await database.sql`delete from alert_delivery_attempts`;
  pass(0.5);
  await retry();
  expect(receiver.received).toHaveLength(1);
  pass(0.5);
  await retry();
  expect(receiver.received).toHaveLength(2);
  expect(await deliveries(id)).toMatchObject([
    { state: 'delivered', attempts: [{ attempt: 2, outcome: 'delivered' }] },
  ]);
});

test('two that send at once send each delivery once', async () => {
  clock.now = new Date(at(0));
  const { id } = await register(receiver.url);
  await database.sql`update alert_webhooks set failures = 1, failing_since = ${clock.now} where id = ${id}`;
  for (let count = 0; count < 30; count++) await raise();
  await publish();
  expect(receiver.received).toEqual([]);
  await Promise.all([retry(), retry(), retry()]);
  expect(receiver.received).toHaveLength(30);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
});

test('the job tells of what nobody was told for a quarter of an hour, and removes what ended 30 days ago', async () => {
  clock.now = new Date(at(0));
  await register(receiver.url);
  topic.away = true;
  await raise();
  await publish();
  pass(15);
  expect(await retry()).toMatchObject({ overdue: 0 });
  pass(1);
  expect(await retry()).toMatchObject({ overdue: 1, removed: 0 });
  topic.away = false;
  pass(30 * 24 * 60);
  // The webhook's is 30 days old; the topic's has only now been taken.
  expect(await retry()).toMatchObject({ delivered: 1, overdue: 0, removed: 1 });
});

test('nothing of a secret, and nothing of a receiver, is logged', async () => {
  clock.now = new Date(at(0));
  const { secret } = await register(receiver.url);
  receiver.behavior.respond = answering(500);
  await raise();
  await publish();
  const log = world.logLines.join('\n');
  expect(log).toContain('deliver-alerts');
  expect(log).not.toContain(secret.replace('whsec_', ''));
  expect(log).not.toContain(receiver.url);
});
