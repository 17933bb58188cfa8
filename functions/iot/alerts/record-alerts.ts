import type { Transaction } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import { alertCleared, alertRaised, alertStream } from '../events.ts';
import type { ReadingType } from '../readings/reading-types.ts';
import type { AlertKind, ClearReason } from './alert-kinds.ts';
import type { Episode } from './threshold-rule.ts';

/** What an alert is about. */
export interface AlertSubject {
  readonly deviceId: string;
  readonly locationId: string;
  readonly kind: AlertKind;
  readonly readingType: ReadingType | null;
  readonly limit: number | null;
  readonly fault: string | null;
}

export interface NewAlert extends AlertSubject {
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly openedValue: number | null;
  /** Of one about readings; it may be over already. */
  readonly episode?: Episode;
}

/** The end of an alert. */
export interface AlertEnd {
  readonly alertId: string;
  /** Milliseconds since 1970. */
  readonly clearedAt: number;
  readonly clearedValue: number | null;
  readonly reason: ClearReason;
}

/**
 * Raises alerts with their events, in the writer's transaction, but for those of which one is open.
 * @returns how many were raised, and of those cleared
 */
export async function raiseAlerts(tx: Transaction, alerts: readonly NewAlert[], now: Date): Promise<number> {
  if (alerts.length === 0) return 0;
  const byId = new Map(alerts.map(alert => [crypto.randomUUID() as string, alert]));
  const rows = [...byId].map(([id, { episode, ...alert }]) => ({
    id,
    ...alert,
    openedAt: new Date(alert.openedAt),
    ...(episode && episodeColumns(episode)),
  }));
  const raised = await tx<{ id: string }[]>`
    insert into sensor_alerts (id, device_id, location_id, kind, reading_type, limit_value, fault, opened_at, opened_value,
      raised_at, last_breach_at, worst_value, breaches, last_outside_at, cleared_at, cleared_value, clear_reason)
    select id, "deviceId", "locationId", kind, "readingType", "limit", fault, "openedAt", "openedValue",
      ${now}, "lastBreachAt", "worstValue", breaches, "lastOutsideAt", "clearedAt", "clearedValue", "clearReason"
    from jsonb_to_recordset(${tx.json(rows as never)}) as alert (
      id uuid, "deviceId" uuid, "locationId" text, kind text, "readingType" text, "limit" numeric, fault text,
      "openedAt" timestamptz, "openedValue" numeric, "lastBreachAt" timestamptz, "worstValue" numeric, breaches integer,
      "lastOutsideAt" timestamptz, "clearedAt" timestamptz, "clearedValue" numeric, "clearReason" text
    )
    on conflict (device_id, kind, reading_type) where cleared_at is null do nothing
    returning id`;
  let changes = 0;
  for (const { id: alertId } of raised) {
    const { openedAt, openedValue: value, episode, ...subject } = byId.get(alertId)!;
    const about = { alertId, ...subject };
    const events = [
      alertRaised.of({ ...about, openedAt: new Date(openedAt).toISOString(), value }),
      ...(episode?.cleared === undefined
        ? []
        : [
            alertCleared.of({
              ...about,
              clearedAt: new Date(episode.cleared.recordedAt).toISOString(),
              value: episode.cleared.value,
              reason: 'recovered',
            }),
          ]),
    ];
    await append(tx, alertStream(alertId), 'none', events, { occurredAt: now });
    changes += events.length;
  }
  return changes;
}

/**
 * Clears alerts that are open, with their events, in the writer's transaction.
 * @returns how many were
 */
export async function clearAlerts(tx: Transaction, ends: readonly AlertEnd[], now: Date): Promise<number> {
  if (ends.length === 0) return 0;
  const rows = ends.map(({ clearedAt, ...end }) => ({ ...end, clearedAt: new Date(clearedAt) }));
  const cleared = await tx<ClearedRow[]>`
    update sensor_alerts as alert set
      cleared_at = ended."clearedAt", cleared_value = ended."clearedValue", clear_reason = ended.reason
    from jsonb_to_recordset(${tx.json(rows as never)}) as ended (
      "alertId" uuid, "clearedAt" timestamptz, "clearedValue" numeric, reason text
    )
    where alert.id = ended."alertId" and alert.cleared_at is null
    returning alert.id as "alertId", alert.device_id as "deviceId", alert.location_id as "locationId", alert.kind,
      alert.reading_type as "readingType", alert.limit_value::float8 as "limit", alert.fault,
      alert.cleared_at as "clearedAt", alert.cleared_value::float8 as value, alert.clear_reason as reason`;
  for (const { clearedAt, ...row } of cleared) {
    const event = alertCleared.of({ ...row, clearedAt: clearedAt.toISOString() });
    await append(tx, alertStream(row.alertId), 'any', [event], { occurredAt: now });
  }
  return cleared.length;
}

interface ClearedRow extends AlertSubject {
  readonly alertId: string;
  readonly clearedAt: Date;
  readonly value: number | null;
  readonly reason: ClearReason;
}

/** What the row of an alert says of its readings. */
export function episodeColumns({ lastBreachAt, worstValue, breaches, lastOutsideAt, cleared }: Episode) {
  return {
    lastBreachAt: new Date(lastBreachAt),
    worstValue,
    breaches,
    lastOutsideAt: new Date(lastOutsideAt),
    ...(cleared && {
      clearedAt: new Date(cleared.recordedAt),
      clearedValue: cleared.value,
      clearReason: 'recovered',
    }),
  };
}
