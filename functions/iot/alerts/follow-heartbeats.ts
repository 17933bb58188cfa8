import { arrayLiteral } from '../../../platform/db/array-literal.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { Heartbeat } from '../ingest/plan.ts';
import { clearAlerts } from './record-alerts.ts';

/**
 * Clears the offline alerts of devices that are heard from again, in the transaction of ingest. (The job `watch-devices` raises
 * them.)
 *
 * @param heartbeats those that are written down, one a device
 * @returns how many alerts were cleared
 */
export async function followHeartbeats(tx: Transaction, heartbeats: readonly Heartbeat[], now: Date): Promise<number> {
  if (heartbeats.length === 0) return 0;
  const receivedAt = new Map(heartbeats.map(beat => [beat.deviceId, beat.receivedAt]));
  const open = await tx<{ readonly id: string; readonly device_id: string; readonly opened_at: Date }[]>`
    select id, device_id, opened_at from sensor_alerts
    where device_id = any (${arrayLiteral([...receivedAt.keys()])}::text::uuid[]) and kind = 'offline' and cleared_at is null`;
  // A message that was on its way when the device fell silent says nothing new.
  const ends = open
    .map(({ id, device_id, opened_at }) => ({
      alertId: id,
      openedAt: opened_at.getTime(),
      clearedAt: receivedAt.get(device_id)!,
    }))
    .filter(({ openedAt, clearedAt }) => clearedAt > openedAt)
    .map(({ alertId, clearedAt }) => ({ alertId, clearedAt, clearedValue: null, reason: 'recovered' as const }));
  return clearAlerts(tx, ends, now);
}
