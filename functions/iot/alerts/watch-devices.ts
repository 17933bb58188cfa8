import type { Transaction } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { OFFLINE_AFTER_INTERVALS } from '../devices/connectivity.ts';
import { type AlertEnd, clearAlerts, type NewAlert, raiseAlerts } from './record-alerts.ts';

/** In a transaction: each has an event of its own. */
const MOST_AT_ONCE = 100;

/**
 * Silence is measured up to the last sign of life of any device: while ingest is behind, or the database away, nobody is heard
 * from, and nobody is offline for it. But no further back than this: a centre that falls silent as a whole is offline.
 */
const MOST_BEHIND_SECONDS = 60;

/**
 * Raises alerts of devices that have missed three of their intervals, clears those of devices that are back where ingest has not
 * (it looked before the alert was there), and of what nobody watches any more: a device that was switched off, retired or is in
 * maintenance, a threshold that was taken away.
 */
export const watchDevices: Job = async ({ now, database, progress }) => {
  let offline = 0;
  let back = 0;
  let unwatched = 0;
  for (;;) {
    const at = now();
    const [raised, returned, dropped] = await database.transaction(async tx => [
      await raiseAlerts(tx, await silentDevices(tx, at), at),
      await clearAlerts(tx, await devicesBack(tx, at), at),
      await clearAlerts(tx, await unwatchedAlerts(tx, at), at),
    ]);
    offline += raised;
    back += returned;
    unwatched += dropped;
    progress({ offline, back, unwatched });
    if (Math.max(raised, returned, dropped) < MOST_AT_ONCE) return { offline, back, unwatched };
  }
};

/** Up to when signs of life are known, at a time. */
function heardUpTo(tx: Transaction, at: Date) {
  return tx`greatest(
    least((select max(last_heartbeat) from iot_devices), ${at}::timestamptz),
    ${at}::timestamptz - make_interval(secs => ${MOST_BEHIND_SECONDS})
  )`;
}

async function silentDevices(tx: Transaction, at: Date): Promise<readonly NewAlert[]> {
  const rows = await tx<{ readonly id: string; readonly location_id: string; readonly silent_since: Date }[]>`
    select id, location_id,
      last_heartbeat + make_interval(secs => ${OFFLINE_AFTER_INTERVALS} * sampling_interval_seconds) as silent_since
    from iot_devices as device
    where status in ('active', 'error')
      and last_heartbeat + make_interval(secs => ${OFFLINE_AFTER_INTERVALS} * sampling_interval_seconds) < ${heardUpTo(tx, at)}
      and not exists (
        select from sensor_alerts where device_id = device.id and kind = 'offline' and cleared_at is null
      )
    order by id limit ${MOST_AT_ONCE}`;
  return rows.map(({ id, location_id, silent_since }) => ({
    ...{ deviceId: id, locationId: location_id, kind: 'offline', readingType: null, limit: null, fault: null },
    ...{ openedAt: silent_since.getTime(), openedValue: null },
  }));
}

async function devicesBack(tx: Transaction, at: Date): Promise<readonly AlertEnd[]> {
  const rows = await tx<{ readonly id: string; readonly last_heartbeat: Date }[]>`
    select alert.id, device.last_heartbeat
    from sensor_alerts as alert join iot_devices as device on device.id = alert.device_id
    where alert.kind = 'offline' and alert.cleared_at is null and device.last_heartbeat > alert.opened_at
      and device.last_heartbeat + make_interval(secs => ${OFFLINE_AFTER_INTERVALS} * sampling_interval_seconds)
        >= ${heardUpTo(tx, at)}
    order by alert.id limit ${MOST_AT_ONCE}`;
  return rows.map(({ id, last_heartbeat }) => ({
    ...{ alertId: id, clearedAt: last_heartbeat.getTime(), clearedValue: null },
    reason: 'recovered',
  }));
}

async function unwatchedAlerts(tx: Transaction, at: Date): Promise<readonly AlertEnd[]> {
  const rows = await tx<{ readonly id: string }[]>`
    select alert.id
    from sensor_alerts as alert join iot_devices as device on device.id = alert.device_id
    where alert.cleared_at is null and (
      device.status in ('inactive', 'maintenance')
      or (alert.kind = 'above_maximum' and (device.alert_thresholds -> alert.reading_type -> 'max') is null)
      or (alert.kind = 'below_minimum' and (device.alert_thresholds -> alert.reading_type -> 'min') is null)
    )
    order by alert.id limit ${MOST_AT_ONCE}`;
  return rows.map(({ id }) => ({
    ...{ alertId: id, clearedAt: at.getTime(), clearedValue: null },
    reason: 'not_watched',
  }));
}
