import type { OutputOf } from '../../../platform/http/operation.ts';
import type { DeliveryRow } from '../deliveries/delivery-log.ts';
import type { redeliverToWebhook, registerWebhook, updateWebhook } from './contract.ts';
import { secretText } from './signature.ts';
import type { WebhookRow } from './store.ts';

/** A webhook as it is answered. */
export function webhookAnswer(row: WebhookRow): OutputOf<typeof updateWebhook> {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    locationId: row.location_id,
    state: row.state,
    disabledReason: row.disabled_reason,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    failures: row.failures,
    failingSince: row.failing_since?.toISOString() ?? null,
    lastDeliveredAt: row.last_delivered_at?.toISOString() ?? null,
    previousSecretUntil: row.previous_secret_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

/** With its secret, once. */
export function webhookWithSecretAnswer(row: WebhookRow, secret: Uint8Array): OutputOf<typeof registerWebhook> {
  return { ...webhookAnswer(row), secret: secretText(secret) };
}

/** A delivery as it is answered. */
export function deliveryAnswer(row: DeliveryRow): OutputOf<typeof redeliverToWebhook> {
  return {
    id: row.id,
    type: row.event_type,
    alertId: row.alert_id,
    state: row.state,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    attempts: row.log.map(({ attempt, startedAt, durationMs, outcome, status }) => ({
      ...{ attempt, durationMs, outcome, status },
      startedAt: new Date(startedAt).toISOString(),
    })),
  };
}
