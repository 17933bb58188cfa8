import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import { webhookDisabled, webhookStream } from '../events.ts';
import { type DisabledReason, disable } from '../webhooks/store.ts';
import { DISABLED_AFTER_MS, nextAttemptAt } from './backoff.ts';
import type { Attempted } from './outcomes.ts';

export interface WebhookReceiver {
  readonly webhookId: string;
  readonly url: string;
  readonly secretVersion: number;
  readonly previousSecretUntil: Date | null;
}

/** Whom a delivery is for. */
export type Receiver = 'topic' | WebhookReceiver;

export interface ClaimedDelivery {
  /** The `webhook-id`. */
  readonly id: string;
  readonly body: string;
  /** Of all attempts, which this is. */
  readonly attempt: number;
  readonly attemptInTurn: number;
}

/** Longer than any attempt: one that is not heard of by then was cut off, and is made again. */
const LEASE_MS = 60_000;

/** Those who have something due. @param proven only webhooks whose last attempt was taken: nobody waits for the others */
export async function dueReceivers(sql: Sql, now: Date, proven: boolean): Promise<readonly Receiver[]> {
  const rows = await sql<(WebhookReceiver | { readonly webhookId: null })[]>`
    select null as "webhookId", null as url, null as "secretVersion", null as "previousSecretUntil"
    where exists (
      select from alert_deliveries where webhook_id is null and state = 'pending' and next_attempt_at <= ${now}
    )
    union all
    select id, url, secret_version, previous_secret_until from alert_webhooks as webhook
    where state = 'active' ${proven ? sql`and failures = 0` : sql``}
      and exists (
        select from alert_deliveries where webhook_id = webhook.id and state = 'pending' and next_attempt_at <= ${now}
      )`;
  return rows.map(row => (row.webhookId === null ? 'topic' : row));
}

/** Takes what is due of a receiver, the oldest first, so that nobody else takes it meanwhile. */
export function claimDue(sql: Sql, receiver: Receiver, now: Date, most: number): Promise<readonly ClaimedDelivery[]> {
  return sql<ClaimedDelivery[]>`
    update alert_deliveries set attempts = attempts + 1, attempts_in_turn = attempts_in_turn + 1,
      next_attempt_at = ${new Date(now.getTime() + LEASE_MS)}
    where id in (
      select id from alert_deliveries
      where ${receiver === 'topic' ? sql`webhook_id is null` : sql`webhook_id = ${receiver.webhookId}`}
        and state = 'pending' and next_attempt_at <= ${now}
      order by next_attempt_at limit ${most} for update skip locked
    )
    returning id, body, attempts as attempt, attempts_in_turn as "attemptInTurn"`;
}

/** An attempt that was made. */
export interface Made extends Attempted {
  readonly delivery: ClaimedDelivery;
  readonly startedAt: Date;
  readonly durationMs: number;
}

/**
 * Writes down what became of attempts, and of their webhook. One that was deleted meanwhile took its deliveries with it.
 * @returns whether the webhook was disabled by it
 */
export async function settle(
  tx: Transaction,
  receiver: Receiver,
  made: readonly Made[],
  now: Date,
  random: () => number,
): Promise<boolean> {
  const webhookId = receiver === 'topic' ? null : receiver.webhookId;
  // First the webhook, then its deliveries, as all do who change both.
  const [webhook] =
    webhookId === null
      ? []
      : await tx<{ readonly state: string; readonly failing_since: Date | null }[]>`
          select state, failing_since from alert_webhooks where id = ${webhookId} for update`;
  if (webhookId !== null && webhook === undefined) return false;
  await logAttempts(tx, made, now, random);
  if (webhook === undefined) return false;

  if (made.some(({ outcome }) => outcome === 'delivered')) {
    await tx`
      update alert_webhooks set failures = 0, failing_since = null, last_delivered_at = ${now} where id = ${webhookId}`;
    return false;
  }
  const since = webhook.failing_since ?? now;
  await tx`
    update alert_webhooks set failures = failures + ${made.length}, failing_since = ${since} where id = ${webhookId}`;
  const gone = made.some(({ outcome }) => outcome === 'gone');
  const tooLong = now.getTime() - since.getTime() >= DISABLED_AFTER_MS;
  if (webhook.state === 'disabled' || !(gone || tooLong)) return false;
  const reason: DisabledReason = gone ? 'gone' : 'failing';
  await disable(tx, webhookId!, reason, now);
  await append(tx, webhookStream(webhookId!), 'any', [webhookDisabled.of({ webhookId: webhookId!, reason })], {
    occurredAt: now,
  });
  return true;
}

async function logAttempts(tx: Transaction, made: readonly Made[], now: Date, random: () => number): Promise<void> {
  const rows = made.map(({ delivery, outcome, status, startedAt, durationMs }) => {
    const next = outcome === 'delivered' ? undefined : nextAttemptAt(delivery.attemptInTurn, now, random());
    const state = outcome === 'delivered' ? 'delivered' : next === undefined ? 'failed' : 'pending';
    return {
      ...{ id: delivery.id, attempt: delivery.attempt, attemptInTurn: delivery.attemptInTurn },
      ...{ outcome, status, startedAt, durationMs: Math.round(durationMs) },
      ...{ state, next: next ?? null, ended: next === undefined ? now : null },
    };
  });
  const recorded = tx`jsonb_to_recordset(${tx.json(rows as never)}) as made (
    id uuid, attempt integer, "attemptInTurn" integer, outcome text, status smallint, "startedAt" timestamptz,
    "durationMs" integer, state text, next timestamptz, ended timestamptz
  )`;
  // What came to its end meanwhile, or was asked for again (another turn), stays as it is, unless this attempt was the one that
  // was taken.
  await tx`
    update alert_deliveries as delivery set state = made.state, next_attempt_at = made.next, ended_at = made.ended
    from ${recorded}
    where delivery.id = made.id
      and (
        made.state = 'delivered'
        or (delivery.state = 'pending' and delivery.attempts = made.attempt and delivery.attempts_in_turn = made."attemptInTurn")
      )`;
  await tx`
    insert into alert_delivery_attempts (delivery_id, attempt, started_at, duration_ms, outcome, status)
    select made.id, made.attempt, made."startedAt", made."durationMs", made.outcome, made.status
    from ${recorded} join alert_deliveries as delivery on delivery.id = made.id
    on conflict (delivery_id, attempt) do nothing`;
}
