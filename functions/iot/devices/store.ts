import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import type { Thresholds } from '../readings/payload.ts';
import { type Connectivity, OFFLINE_AFTER_INTERVALS } from './connectivity.ts';
import type { DeviceType } from './device-types.ts';
import { deviceNotFound } from './kinds.ts';

export type DeviceStatus = 'active' | 'inactive' | 'maintenance' | 'error';

export interface InstallationPosition {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly description: string;
}

/** A device as it stands in its row, without its credential. */
export interface DeviceRow {
  readonly id: string;
  readonly device_serial: string;
  readonly device_type: DeviceType;
  readonly location_id: string;
  readonly installation_position: InstallationPosition;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly firmware_version: string | null;
  readonly status: DeviceStatus;
  readonly fault: string | null;
  readonly last_heartbeat: Date | null;
  readonly battery_level: number | null;
  readonly signal_strength: number | null;
  readonly sampling_interval_seconds: number;
  readonly alert_thresholds: Thresholds;
  readonly config_version: number;
  readonly pushed_config_version: number | null;
  readonly applied_config_version: number | null;
  readonly installed_at: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly credential_rotated_at: Date | null;
  readonly retired_at: Date | null;
}

/** What a registered device begins with: the rest is the table's. */
export type NewDeviceRow = Pick<
  DeviceRow,
  | 'id'
  | 'device_serial'
  | 'device_type'
  | 'location_id'
  | 'installation_position'
  | 'manufacturer'
  | 'model'
  | 'firmware_version'
  | 'sampling_interval_seconds'
  | 'alert_thresholds'
  | 'installed_at'
> & { readonly credential_hash: Uint8Array };

/** @returns undefined where its serial number is another's */
export async function insertDevice(tx: Transaction, row: NewDeviceRow, now: Date): Promise<DeviceRow | undefined> {
  const [inserted] = await tx<DeviceRow[]>`
    insert into iot_devices ${tx({
      ...row,
      installation_position: tx.json({ ...row.installation_position }) as never,
      alert_thresholds: tx.json({ ...row.alert_thresholds }) as never,
      credential_rotated_at: now,
      created_at: now,
      updated_at: now,
    })}
    on conflict (device_serial) do nothing returning ${columns(tx)}`;
  return inserted;
}

/** Whose a serial number is. */
export async function findBySerial(tx: Transaction, serial: string): Promise<Pick<DeviceRow, 'id' | 'retired_at'>> {
  const [row] = await tx<[DeviceRow]>`select id, retired_at from iot_devices where device_serial = ${serial}`;
  return row;
}

/** @throws DomainError `device_not_found` */
export async function findDevice(sql: Sql, id: string): Promise<DeviceRow> {
  const [row] = await sql<DeviceRow[]>`select ${columns(sql)} from iot_devices where id = ${id}`;
  if (row === undefined) throw new DomainError(deviceNotFound);
  return row;
}

/**
 * A device that nobody else changes until the transaction ends.
 * @throws DomainError `device_not_found`
 */
export async function lockDevice(tx: Transaction, id: string): Promise<DeviceRow> {
  const [row] = await tx<DeviceRow[]>`select ${columns(tx)} from iot_devices where id = ${id} for no key update`;
  if (row === undefined) throw new DomainError(deviceNotFound);
  return row;
}

/** Columns that operators change. */
export type DeviceChange = Partial<
  Pick<
    DeviceRow,
    | 'location_id'
    | 'installation_position'
    | 'installed_at'
    | 'manufacturer'
    | 'model'
    | 'status'
    | 'sampling_interval_seconds'
    | 'alert_thresholds'
    | 'config_version'
    | 'retired_at'
    | 'credential_rotated_at'
  >
> & { readonly credential_hash?: Uint8Array | null };

/** Changes a locked device. */
export async function changeDevice(tx: Transaction, id: string, change: DeviceChange, now: Date): Promise<DeviceRow> {
  const { installation_position: position, alert_thresholds: thresholds, ...plain } = change;
  const values = {
    ...plain,
    ...(position !== undefined && { installation_position: tx.json({ ...position }) as never }),
    ...(thresholds !== undefined && { alert_thresholds: tx.json({ ...thresholds }) as never }),
    updated_at: now,
  };
  const [row] = await tx<[DeviceRow]>`
    update iot_devices set ${tx(values)} where id = ${id} returning ${columns(tx)}`;
  return row;
}

export interface DeviceFilter {
  readonly locationId?: string | undefined;
  readonly serial?: string | undefined;
  readonly type?: DeviceType | undefined;
  readonly status?: DeviceStatus | undefined;
  readonly connectivity?: Connectivity | undefined;
  readonly retired: boolean;
}

/** The latest registered first. */
export function listDeviceRows(
  sql: Sql,
  { locationId, serial, type, status, connectivity, retired }: DeviceFilter,
  { limit, after, now }: { readonly limit: number; readonly after: ListPosition | undefined; readonly now: Date },
): Promise<readonly DeviceRow[]> {
  return sql<DeviceRow[]>`
    select ${columns(sql)} from iot_devices
    where ${retired ? sql`retired_at is not null` : sql`retired_at is null`}
      ${locationId === undefined ? sql`` : sql`and location_id = ${locationId}`}
      ${serial === undefined ? sql`` : sql`and device_serial = ${serial}`}
      ${type === undefined ? sql`` : sql`and device_type = ${type}`}
      ${status === undefined ? sql`` : sql`and status = ${status}`}
      ${connectivity === undefined ? sql`` : sql`and ${isConnected(sql, connectivity, now)}`}
      ${after === undefined ? sql`` : sql`and (created_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by created_at desc, id desc limit ${limit}`;
}

/** As `connectivityOf` has it. */
function isConnected(sql: Sql, connectivity: Connectivity, now: Date) {
  const since = sql`(${now}::timestamptz - make_interval(secs => ${OFFLINE_AFTER_INTERVALS} * sampling_interval_seconds))`;
  switch (connectivity) {
    case 'never_seen':
      return sql`last_heartbeat is null`;
    case 'online':
      return sql`last_heartbeat >= ${since}`;
    case 'offline':
      return sql`last_heartbeat < ${since}`;
  }
}

function columns(sql: Sql) {
  return sql`id, device_serial, device_type, location_id, installation_position, manufacturer, model, firmware_version,
    status, fault, last_heartbeat, battery_level, signal_strength, sampling_interval_seconds, alert_thresholds,
    config_version, pushed_config_version, applied_config_version, installed_at, created_at, updated_at,
    credential_rotated_at, retired_at`;
}
