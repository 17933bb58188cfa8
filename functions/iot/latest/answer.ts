import type { Answer } from '../../../platform/http/operation.ts';
import { connectivityOf } from '../devices/connectivity.ts';
import type { deviceLatest } from './contract.ts';
import type { DeviceRow, LatestRow } from './store.ts';

/** A device and its latest readings as they are answered. */
export function deviceLatestAnswer(
  device: DeviceRow,
  readings: readonly LatestRow[],
  now: Date,
): Answer<typeof deviceLatest> {
  return {
    deviceId: device.id,
    locationId: device.location_id,
    deviceType: device.device_type,
    status: device.status,
    connectivity: connectivityOf(
      { lastHeartbeat: device.last_heartbeat, samplingIntervalSeconds: device.sampling_interval_seconds },
      now,
    ),
    lastHeartbeat: device.last_heartbeat?.toISOString() ?? null,
    readings: readings.map(row => ({
      type: row.reading_type,
      unit: row.unit,
      value: row.value,
      reliabilityScore: row.reliability_score,
      userPresence: row.user_presence,
      recordedAt: row.recorded_at.toISOString(),
      receivedAt: row.received_at.toISOString(),
    })),
  };
}
