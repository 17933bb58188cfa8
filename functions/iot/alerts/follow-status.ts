import { arrayLiteral } from '../../../platform/db/array-literal.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { type AlertEnd, clearAlerts, type NewAlert, raiseAlerts } from './record-alerts.ts';

/** Percent: lithium cells have weeks left at it, and are flat soon after. */
const LOW_BATTERY = 15;
/** By how much it rises again without being charged, when the device warms up or sends less. */
const CHARGED = 25;

/** What a device says of itself in a status message that is newer than its last. */
export interface WatchedStatus {
  readonly deviceId: string;
  readonly locationId: string;
  /** Whether it may raise alerts: not while it is in maintenance. */
  readonly watched: boolean;
  /** Milliseconds since 1970, by the broker's clock. */
  readonly receivedAt: number;
  /** Percent; absent: it has no battery. */
  readonly batteryLevel?: number | undefined;
  /** In its maker's code; absent: nothing is wrong. */
  readonly fault?: string | undefined;
}

/** What a device's status says of alerts about the device itself. */
type StatusKind = 'low_battery' | 'fault';

interface Finding {
  readonly kind: StatusKind;
  readonly wrong: boolean;
  readonly value: number | null;
  readonly limit: number | null;
  readonly fault: string | null;
}

/** What is wrong and what is right, by a status; nothing of what is between. */
export function findingsOf({ batteryLevel, fault }: Pick<WatchedStatus, 'batteryLevel' | 'fault'>): readonly Finding[] {
  const findings: Finding[] = [
    { kind: 'fault', wrong: fault !== undefined, value: null, limit: null, fault: fault ?? null },
  ];
  // Between the two, it is as it was.
  if (batteryLevel !== undefined && (batteryLevel <= LOW_BATTERY || batteryLevel >= CHARGED)) {
    const wrong = batteryLevel <= LOW_BATTERY;
    findings.push({ kind: 'low_battery', wrong, value: batteryLevel, limit: LOW_BATTERY, fault: null });
  }
  return findings;
}

/**
 * Raises and clears alerts of batteries and of faults, with their events, in the transaction of ingest. A device in maintenance
 * raises none. Which alerts are open afterwards, and since when, does not depend on how statuses were cut into batches; what went
 * wrong and was right again within one is not told.
 *
 * @param statuses each newer than the device's last, in the order in which they were received
 * @returns how many alerts were raised or cleared
 */
export async function followStatus(tx: Transaction, statuses: readonly WatchedStatus[], now: Date): Promise<number> {
  if (statuses.length === 0) return 0;
  const open = new Map(await openAlerts(tx, [...new Set(statuses.map(({ deviceId }) => deviceId))]));
  const raised = new Map<string, NewAlert>();
  const ends: AlertEnd[] = [];
  for (const status of statuses) {
    const { deviceId, locationId, watched, receivedAt } = status;
    for (const { kind, wrong, value, limit, fault } of findingsOf(status)) {
      const key = `${deviceId} ${kind}`;
      const alertId = open.get(key);
      if (!wrong) {
        raised.delete(key);
        if (alertId === undefined) continue;
        ends.push({ alertId, clearedAt: receivedAt, clearedValue: value, reason: 'recovered' });
        open.delete(key);
      } else if (alertId === undefined && watched && !raised.has(key)) {
        raised.set(key, {
          ...{ deviceId, locationId, kind, readingType: null, limit, fault },
          ...{ openedAt: receivedAt, openedValue: value },
        });
      }
    }
  }
  return (await clearAlerts(tx, ends, now)) + (await raiseAlerts(tx, [...raised.values()], now));
}

/** Ids by device and kind. */
async function openAlerts(tx: Transaction, deviceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ readonly id: string; readonly device_id: string; readonly kind: StatusKind }[]>`
    select id, device_id, kind from sensor_alerts
    where device_id = any (${arrayLiteral(deviceIds)}::text::uuid[]) and kind in ('low_battery', 'fault')
      and cleared_at is null`;
  return new Map(rows.map(({ id, device_id, kind }) => [`${device_id} ${kind}`, id]));
}
