import type { Sql, Transaction } from '../../../platform/db/database.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import type { DeliveryOutcome } from './outcomes.ts';

export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'cancelled';

/** A delivery as operators see it. */
export interface DeliveryRow {
  readonly id: string;
  readonly event_type: string;
  readonly alert_id: string;
  readonly state: DeliveryState;
  readonly next_attempt_at: Date | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  /** Its attempts, the first one first. */
  readonly log: readonly {
    readonly attempt: number;
    readonly startedAt: string;
    readonly durationMs: number;
    readonly outcome: DeliveryOutcome;
    readonly status: number | null;
  }[];
}

interface DeliveryFilter {
  readonly webhookId: string;
  readonly deliveryId?: string;
  readonly state?: DeliveryState | undefined;
}

/** The latest first. */
export function listDeliveryRows(
  sql: Sql,
  { webhookId, deliveryId, state }: DeliveryFilter,
  limit: number,
  after?: ListPosition,
): Promise<readonly DeliveryRow[]> {
  return sql<DeliveryRow[]>`
    select id, event_type, alert_id, state, next_attempt_at, created_at, ended_at, (
      select coalesce(jsonb_agg(jsonb_build_object('attempt', attempt, 'startedAt', started_at, 'durationMs', duration_ms,
        'outcome', outcome, 'status', status) order by attempt), '[]')
      from alert_delivery_attempts where delivery_id = delivery.id
    ) as log
    from alert_deliveries as delivery
    where webhook_id = ${webhookId}
      ${deliveryId === undefined ? sql`` : sql`and id = ${deliveryId}`}
      ${state === undefined ? sql`` : sql`and state = ${state}`}
      ${after === undefined ? sql`` : sql`and (created_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by created_at desc, id desc limit ${limit}`;
}

/** Makes a delivery of a webhook due now, as one that was not tried yet. */
export async function deliverAgain(tx: Transaction, webhookId: string, deliveryId: string, now: Date): Promise<void> {
  await tx`
    update alert_deliveries set state = 'pending', next_attempt_at = ${now}, ended_at = null, attempts_in_turn = 0
    where id = ${deliveryId} and webhook_id = ${webhookId}`;
}
