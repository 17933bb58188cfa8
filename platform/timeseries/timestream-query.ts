import type { RawReadingsQuery } from './time-series-store.ts';
import { MEASURE_NAME } from './timestream-record.ts';
import type { TimestreamTable } from './timestream-table.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TYPE = /^[a-z][a-z_]{0,29}$/;

/**
 * The statement that reads raw history. Timestream's Query takes no parameters (PrepareQuery only validates), so values are
 * written into its text: of a shape in which nothing can be hidden, or not at all, and quoted all the same. All columns are
 * asked for, since a measure that was never written is none yet, and naming it would be refused.
 * @throws TypeError for a value of another shape
 */
export function rawReadingsQuery(
  { database, table }: TimestreamTable,
  { deviceId, type, from, to, limit }: RawReadingsQuery,
): string {
  if (!UUID.test(deviceId) || !TYPE.test(type))
    throw new TypeError('A device and a type of readings are asked for by id');
  return [
    `SELECT * FROM ${identifier(database)}.${identifier(table)}`,
    `WHERE device_id = ${text(deviceId.toLowerCase())} AND reading_type = ${text(type)}`,
    `AND measure_name = ${text(MEASURE_NAME)}`,
    `AND time >= from_milliseconds(${instant(from)}) AND time < from_milliseconds(${instant(to)})`,
    `ORDER BY time DESC LIMIT ${whole(limit)}`,
  ].join(' ');
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Nothing was recorded before 1970, nor after what 64 bits of nanoseconds can say, which is refused. */
const LAST_INSTANT = 9_223_372_036_854;

function instant(milliseconds: number): string {
  return whole(Math.min(Math.max(milliseconds, 0), LAST_INSTANT));
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError('Times and limits are whole numbers');
  return String(value);
}
