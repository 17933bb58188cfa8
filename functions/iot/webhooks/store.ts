import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { MOST_WEBHOOKS, tooManyWebhooks, webhookNotFound } from './kinds.ts';

export type DisabledReason = 'operator' | 'failing' | 'gone';

/** A webhook as it stands in its row. */
export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly location_id: string | null;
  readonly secret_version: number;
  readonly previous_secret_until: Date | null;
  readonly state: 'active' | 'disabled';
  readonly disabled_reason: DisabledReason | null;
  readonly disabled_at: Date | null;
  readonly failures: number;
  readonly failing_since: Date | null;
  readonly last_delivered_at: Date | null;
  readonly created_at: Date;
}

export type NewWebhookRow = Pick<WebhookRow, 'id' | 'url' | 'description' | 'location_id'>;

/** @throws DomainError `too_many_webhooks` */
export async function insertWebhook(tx: Transaction, row: NewWebhookRow, now: Date): Promise<WebhookRow> {
  // One after another: each counts those before it.
  await tx`select pg_advisory_xact_lock(hashtextextended('alert webhooks', 0))`;
  const [counted] = await tx<[{ count: number }]>`select count(*)::int as count from alert_webhooks`;
  if (counted.count >= MOST_WEBHOOKS) throw new DomainError(tooManyWebhooks);
  const [inserted] = await tx<[WebhookRow]>`
    insert into alert_webhooks ${tx({ ...row, created_at: now, updated_at: now })} returning ${columns(tx)}`;
  return inserted;
}

/** The latest registered first. */
export function listWebhookRows(sql: Sql): Promise<readonly WebhookRow[]> {
  return sql<WebhookRow[]>`select ${columns(sql)} from alert_webhooks order by created_at desc, id desc`;
}

/** @throws DomainError `webhook_not_found` */
export async function findWebhook(sql: Sql, id: string): Promise<WebhookRow> {
  return found(await sql<WebhookRow[]>`select ${columns(sql)} from alert_webhooks where id = ${id}`);
}

/**
 * A webhook that nobody else changes until the transaction ends.
 * @throws DomainError `webhook_not_found`
 */
export async function lockWebhook(tx: Transaction, id: string): Promise<WebhookRow> {
  return found(await tx<WebhookRow[]>`select ${columns(tx)} from alert_webhooks where id = ${id} for update`);
}

/** Has a locked webhook signed for with a new secret; with the one before until then, too. */
export async function rotateSecret(tx: Transaction, id: string, previousUntil: Date, now: Date): Promise<WebhookRow> {
  return found(
    await tx<WebhookRow[]>`
      update alert_webhooks set secret_version = secret_version + 1, previous_secret_until = ${previousUntil}, updated_at = ${now}
      where id = ${id} returning ${columns(tx)}`,
  );
}

/** Tells a locked webhook of alerts again, as one that has never failed. */
export async function enable(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`
    update alert_webhooks set state = 'active', disabled_reason = null, disabled_at = null, failures = 0,
      failing_since = null, updated_at = ${now}
    where id = ${id}`;
}

/** Tells a locked webhook nothing more, nor what it was still to be told. */
export async function disable(tx: Transaction, id: string, reason: DisabledReason, now: Date): Promise<void> {
  await tx`
    update alert_webhooks set state = 'disabled', disabled_reason = ${reason}, disabled_at = ${now}, updated_at = ${now}
    where id = ${id}`;
  await tx`
    update alert_deliveries set state = 'cancelled', next_attempt_at = null, ended_at = ${now}
    where webhook_id = ${id} and state = 'pending'`;
}

/** With its deliveries. @throws DomainError `webhook_not_found` */
export async function deleteWebhookRow(tx: Transaction, id: string): Promise<void> {
  found(await tx<WebhookRow[]>`delete from alert_webhooks where id = ${id} returning ${columns(tx)}`);
}

function found([row]: readonly WebhookRow[]): WebhookRow {
  if (row === undefined) throw new DomainError(webhookNotFound);
  return row;
}

function columns(sql: Sql) {
  return sql`id, url, description, location_id, secret_version, previous_secret_until, state, disabled_reason, disabled_at,
    failures, failing_since, last_delivered_at, created_at`;
}
