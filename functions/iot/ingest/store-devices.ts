import * as z from 'zod';
import { arrayLiteral } from '../../../platform/db/array-literal.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { type Thresholds, thresholds } from '../readings/payload.ts';
import type { IngestDevice } from './device.ts';
import type { FreshStatus, Heartbeat } from './plan.ts';

interface DeviceRow {
  readonly id: string;
  readonly location_id: string;
  readonly status: IngestDevice['status'];
  readonly retired: boolean;
  readonly alert_thresholds: unknown;
  readonly sampling_interval_seconds: number;
  readonly last_heartbeat: Date | null;
  readonly last_status_at: Date | null;
}

let compiled: z.ZodType<Thresholds> | undefined;

/** What a transaction begins with. */
export interface Known {
  /** Those of the devices that there are, by their ids. */
  readonly devices: ReadonlyMap<string, IngestDevice>;
  /** Whether any dead letter of the consumer is on its way to it. */
  readonly anyResent: boolean;
}

/** Looks up devices and dead letters, in one round trip. */
export async function readKnown(tx: Transaction, ids: readonly string[], consumer: string): Promise<Known> {
  const rows = await tx<((DeviceRow | { readonly id: null }) & { readonly any_resent: boolean })[]>`
    select any_resent, id, location_id, status, retired_at is not null as retired, alert_thresholds,
      sampling_interval_seconds, last_heartbeat, last_status_at
    from (select exists (select from dead_letters where consumer = ${consumer} and state = 'resent') as any_resent) as letters
    left join (unnest(${arrayLiteral(ids)}::text::uuid[]) as asked (id) join iot_devices using (id)) on true`;
  const devices = new Map<string, IngestDevice>();
  for (const row of rows) if (row.id !== null) devices.set(row.id, deviceOf(row));
  return { devices, anyResent: rows[0]!.any_resent };
}

function deviceOf(row: DeviceRow): IngestDevice {
  compiled ??= z.compile(thresholds);
  // What an earlier version wrote may be of another shape: it raises nothing.
  const limits = compiled.safeParse(row.alert_thresholds);
  return {
    id: row.id,
    locationId: row.location_id,
    status: row.status,
    retired: row.retired,
    thresholds: limits.success ? limits.data : {},
    samplingIntervalSeconds: row.sampling_interval_seconds,
    lastHeartbeat: row.last_heartbeat?.getTime() ?? null,
    lastStatusAt: row.last_status_at?.getTime() ?? null,
  };
}

export async function storeHeartbeats(tx: Transaction, heartbeats: readonly Heartbeat[]): Promise<void> {
  await tx`
    update iot_devices as device set last_heartbeat = greatest(device.last_heartbeat, to_timestamp(beat.seconds))
    from unnest(
      ${arrayLiteral(heartbeats.map(({ deviceId }) => deviceId))}::text::uuid[],
      ${arrayLiteral(heartbeats.map(({ receivedAt }) => receivedAt / 1000))}::text::float8[]
    ) as beat (id, seconds)
    where device.id = beat.id`;
}

/**
 * Writes down what devices say of themselves: one status of each device. A device without battery or radio has none
 * of either; what it does not say of its firmware and configuration stays. A fault makes an active device one in error.
 */
export async function storeStatuses(tx: Transaction, statuses: readonly FreshStatus[]): Promise<void> {
  const said = statuses.map(({ device, receivedAt, status }) => ({
    id: device.id,
    receivedAt: new Date(receivedAt),
    ...status,
  }));
  await tx`
    update iot_devices as device set
      battery_level = said."batteryLevel",
      signal_strength = said."signalStrength",
      firmware_version = coalesce(said."firmwareVersion", device.firmware_version),
      applied_config_version = coalesce(said."configVersion", device.applied_config_version),
      fault = said.fault,
      status = case
        when device.status not in ('active', 'error') then device.status
        when said.fault is null then 'active'
        else 'error'
      end,
      last_status_at = said."receivedAt"
    from jsonb_to_recordset(${tx.json(said as never)}) as said (
      id uuid, "receivedAt" timestamptz, "batteryLevel" smallint, "signalStrength" smallint, "firmwareVersion" text,
      "configVersion" integer, fault text
    )
    where device.id = said.id and (device.last_status_at is null or device.last_status_at < said."receivedAt")`;
}
