import type { Sql } from '../../../platform/db/database.ts';
import { findLatest, type LatestRow, listDevices } from '../latest/store.ts';

/** Where devices stand, by their ids: those of some locations whose readings are taken. */
export async function devicesAt(sql: Sql, locationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ id: string; location_id: string }[]>`
    select id, location_id from iot_devices
    where location_id = any(${[...locationIds]}::text[]) and status <> 'inactive'`;
  return new Map(rows.map(({ id, location_id }) => [id, location_id]));
}

/** Whether a device that is not retired stands at a location. */
export async function hasDevices(sql: Sql, locationId: string): Promise<boolean> {
  const rows = await sql`
    select from iot_devices where location_id = ${locationId} and retired_at is null limit 1`;
  return rows.length > 0;
}

/** More than any location has. */
const MOST_DEVICES = 1_000;

/** What the devices of a location measured last. */
export async function latestAt(sql: Sql, locationId: string): Promise<readonly LatestRow[]> {
  const devices = await listDevices(sql, locationId, MOST_DEVICES);
  const latest = await findLatest(
    sql,
    devices.map(({ id }) => id),
  );
  return [...latest.values()].flat();
}
