import type { OutputOf } from '../../../platform/http/operation.ts';
import { connectivityOf } from './connectivity.ts';
import type { getDevice, updateDevice } from './contract.ts';
import { topicsOfDevice } from './device-topics.ts';
import { measuresOf } from './device-types.ts';
import type { DeviceRow } from './store.ts';

/** What devices are told of the broker. */
export interface Broker {
  /** Host and port. */
  readonly endpoint: string;
  /** The stage in the names of topic rules. */
  readonly rulesStage: string;
}

/** A device as it is answered. */
export function deviceAnswer(row: DeviceRow, now: Date): OutputOf<typeof updateDevice> {
  const { last_heartbeat: lastHeartbeat, sampling_interval_seconds: samplingIntervalSeconds } = row;
  return {
    id: row.id,
    serial: row.device_serial,
    type: row.device_type,
    measures: measuresOf(row.device_type),
    locationId: row.location_id,
    installationPosition: row.installation_position,
    manufacturer: row.manufacturer,
    model: row.model,
    firmwareVersion: row.firmware_version,
    status: row.status,
    fault: row.fault,
    connectivity: connectivityOf({ lastHeartbeat, samplingIntervalSeconds }, now),
    lastHeartbeat: lastHeartbeat?.toISOString() ?? null,
    batteryLevel: row.battery_level,
    signalStrength: row.signal_strength,
    samplingIntervalSeconds,
    alertThresholds: row.alert_thresholds,
    configVersion: row.config_version,
    pushedConfigVersion: row.pushed_config_version,
    appliedConfigVersion: row.applied_config_version,
    installedAt: row.installed_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    credentialRotatedAt: row.credential_rotated_at?.toISOString() ?? null,
    retiredAt: row.retired_at?.toISOString() ?? null,
  };
}

/** With how it connects. */
export function connectedDeviceAnswer(row: DeviceRow, broker: Broker, now: Date): OutputOf<typeof getDevice> {
  const { endpoint, rulesStage } = broker;
  return {
    ...deviceAnswer(row, now),
    connection: { endpoint, clientId: row.id, username: row.id, qos: 1, ...topicsOfDevice(row.id, rulesStage) },
  };
}
