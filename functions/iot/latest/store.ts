import type { Sql } from '../../../platform/db/database.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import type { ReadingType } from '../readings/reading-types.ts';

export interface DeviceRow {
  readonly id: string;
  readonly location_id: string;
  readonly device_type: string;
  readonly status: 'active' | 'inactive' | 'maintenance' | 'error';
  readonly last_heartbeat: Date | null;
  readonly sampling_interval_seconds: number;
  readonly created_at: Date;
}

export interface LatestRow {
  readonly device_id: string;
  readonly reading_type: ReadingType;
  readonly value: number;
  readonly unit: string;
  readonly reliability_score: number;
  readonly user_presence: boolean | null;
  readonly recorded_at: Date;
  readonly received_at: Date;
}

/** Of a device, whether it is retired or not. */
export async function findDevice(sql: Sql, deviceId: string): Promise<DeviceRow | undefined> {
  const [row] = await sql<DeviceRow[]>`select ${columns(sql)} from iot_devices where id = ${deviceId}`;
  return row;
}

/** Those at a place that are not retired, the latest first. */
export function listDevices(
  sql: Sql,
  locationId: string,
  limit: number,
  after?: ListPosition,
): Promise<readonly DeviceRow[]> {
  return sql<DeviceRow[]>`
    select ${columns(sql)} from iot_devices
    where location_id = ${locationId} and retired_at is null
      ${after === undefined ? sql`` : sql`and (created_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by created_at desc, id desc limit ${limit}`;
}

/** The latest of each type of some devices. */
export async function findLatest(
  sql: Sql,
  deviceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LatestRow[]>> {
  const rows = await sql<LatestRow[]>`
    select device_id, reading_type, value::float8 as value, unit, reliability_score::float8 as reliability_score,
      user_presence, recorded_at, received_at
    from sensor_latest where device_id = any(${[...deviceIds]}::uuid[])
    order by device_id, reading_type`;
  return Map.groupBy(rows, row => row.device_id);
}

function columns(sql: Sql) {
  return sql`id, location_id, device_type, status, last_heartbeat, sampling_interval_seconds, created_at`;
}
