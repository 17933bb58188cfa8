import type { Thresholds } from '../readings/payload.ts';
import type { RefusalReason } from './refusal.ts';

/** What ingest knows of a device. */
export interface IngestDevice {
  readonly id: string;
  readonly locationId: string;
  readonly status: 'active' | 'inactive' | 'maintenance' | 'error';
  readonly retired: boolean;
  readonly thresholds: Thresholds;
  readonly samplingIntervalSeconds: number;
  /** Milliseconds since 1970, as all here. */
  readonly lastHeartbeat: number | null;
  readonly lastStatusAt: number | null;
}

/** Why nothing of a device is taken; undefined where it is. */
export function refusalOf(device: IngestDevice | undefined): RefusalReason | undefined {
  if (device === undefined) return 'unknown_device';
  if (device.retired) return 'device_retired';
  return device.status === 'inactive' ? 'device_inactive' : undefined;
}

/** A heartbeat is a row's change; offline, a device is after three intervals. */
const MOST_BETWEEN_HEARTBEATS_MS = 10_000;

/** Whether a message is worth writing down as a sign of life. */
export function isHeartbeat(device: IngestDevice, receivedAt: number): boolean {
  const { lastHeartbeat, samplingIntervalSeconds } = device;
  if (lastHeartbeat === null) return true;
  return receivedAt - lastHeartbeat >= Math.min(MOST_BETWEEN_HEARTBEATS_MS, samplingIntervalSeconds * 500);
}
