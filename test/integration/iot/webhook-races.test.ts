import { afterEach, describe, expect, test } from 'vitest';
import { disable, lockWebhook } from '../../../functions/iot/webhooks/store.ts';
import { at } from './alerting.ts';
import { answering, webhookReceiver } from './webhook-receiver.ts';
import { webhookWorld } from './webhook-world.ts';

const world = await webhookWorld();
const { call, clock, database, owner, register, deliveries, raise, publish, retry, pass } = world;
const receiver = await webhookReceiver();

afterEach(async () => {
  await database.sql`delete from alert_webhooks`;
  await database.sql`delete from alert_deliveries`;
  receiver.received.length = 0;
  receiver.behavior.respond = answering(204);
});

/** A webhook whose last attempt was not taken: it is told by the job alone. */
async function failingWebhook(): Promise<string> {
  const { id } = await register(receiver.url);
  await database.sql`update alert_webhooks set failures = 1, failing_since = ${clock.now} where id = ${id}`;
  return id;
}

/** Whether somebody waits for what another transaction holds. */
async function somebodyWaits(): Promise<boolean> {
  const [{ waiting }] = await owner.sql<[{ waiting: boolean }]>`
    select exists (
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    ) as waiting`;
  return waiting;
}

test('a webhook that is disabled while an alert is taken for it has nothing pending, and nobody is overdue', async () => {
  clock.now = new Date(at(0));
  const id = await failingWebhook();
  const [held, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const disabling = database.transaction(async tx => {
    await lockWebhook(tx, id);
    await disable(tx, id, 'operator', clock.now);
    held.resolve();
    await gate.promise;
  });
  await held.promise;
  await raise();
  let published = false;
  const publishing = publish().then(() => {
    published = true;
  });
  await expect.poll(async () => published || (await somebodyWaits()), { timeout: 5_000 }).toBe(true);
  gate.resolve();
  await Promise.all([disabling, publishing]);

  expect(await deliveries(id, '?state=pending')).toEqual([]);
  pass(20);
  expect(await retry()).toMatchObject({ overdue: 0 });
  expect(receiver.received).toEqual([]);
});

describe('an attempt that is under way', () => {
  /** Begins one, has something happen meanwhile, and lets it fail. */
  async function failsAfter(id: string, meanwhile: (deliveryId: string) => Promise<unknown>): Promise<void> {
    const answer = Promise.withResolvers<void>();
    receiver.behavior.respond = async response => {
      await answer.promise;
      answering(500)(response);
    };
    const attempting = world.deliverNow();
    await expect.poll(() => receiver.received.length, { timeout: 5_000 }).toBe(1);
    const [delivery] = await deliveries(id);
    await meanwhile(delivery.id);
    answer.resolve();
    await attempting;
    receiver.behavior.respond = answering(204);
  }

  test.each([
    ['the first', 0],
    ['the last', 8],
  ])('and fails, %s of its turn, leaves the delivery due that was asked for meanwhile', async (_, attempts) => {
    clock.now = new Date(at(0));
    const id = await failingWebhook();
    await raise();
    await publish();
    await database.sql`
      update alert_deliveries set attempts = ${attempts}, attempts_in_turn = ${attempts} where webhook_id = ${id}`;
    await failsAfter(id, async deliveryId => {
      const { status } = await call('POST', `/v1/iot/webhooks/${id}/deliveries/${deliveryId}/redeliveries`);
      expect(status).toBe(202);
    });

    expect(await deliveries(id)).toMatchObject([
      { state: 'pending', nextAttemptAt: clock.now.toISOString(), attempts: [{ outcome: 'http_error' }] },
    ]);
    expect(await retry()).toMatchObject({ delivered: 1 });
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: [{}, { outcome: 'delivered' }] }]);
  });

  test('and fails leaves the delivery cancelled whose webhook was disabled meanwhile', async () => {
    clock.now = new Date(at(0));
    const id = await failingWebhook();
    await raise();
    await publish();
    await failsAfter(id, () => call('PATCH', `/v1/iot/webhooks/${id}`, { body: { enabled: false } }));
    expect(await deliveries(id)).toMatchObject([{ state: 'cancelled', attempts: [{ outcome: 'http_error' }] }]);
  });
});
