import * as z from 'zod';
import type { Transaction } from '../../../platform/db/database.ts';
import { USUAL_DAYS } from './aggregates-store.ts';
import type { Anomaly, Hour, Series } from './anomalies.ts';

/** A day of one type of readings of one device. */
export interface DeviceSeries extends Series {
  readonly deviceId: string;
  readonly readingType: string;
}

interface HourRow {
  readonly device_id: string;
  readonly reading_type: string;
  readonly hour: number;
  readonly active: boolean;
  readonly alert_thresholds: unknown;
  readonly average: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly usual_days: number | null;
  readonly usual_average: number | null;
  readonly usual_deviation: number | null;
}

/** By type of reading: `{"temperature": {"min": 10, "max": 35}}`. */
const thresholds = z.record(z.string(), z.object({ min: z.number().optional(), max: z.number().optional() })).catch({});

/** Some devices after another, by id. */
export async function readDevices(tx: Transaction, limit: number, after?: string): Promise<readonly string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from iot_devices ${after === undefined ? tx`` : tx`where id > ${after}::uuid`} order by id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** What devices measured on a day or on the 28 days before it, hour by hour. */
export async function readSeries(
  tx: Transaction,
  day: string,
  devices: readonly string[],
): Promise<readonly DeviceSeries[]> {
  const rows = await tx<HourRow[]>`
    with hours as (
      select device_id, reading_type, extract(hour from hour at time zone 'Asia/Seoul')::int as hour, korean_date(hour) as date,
        (value_sum / reading_count)::float8 as average, value_min::float8 as min, value_max::float8 as max
      from sensor_hourly_aggregates
      where device_id = any(${devices}::uuid[])
        and hour >= korean_midnight(${day}::date - ${USUAL_DAYS}::int) and hour < korean_midnight(${day}::date + 1)
    ), usual as (
      select device_id, reading_type, hour, count(*)::int as usual_days, avg(average) as usual_average,
        coalesce(stddev_samp(average), 0) as usual_deviation
      from hours where date < ${day} group by device_id, reading_type, hour
    )
    select device_id, reading_type, hour, status = 'active' as active, alert_thresholds,
      average, min, max, usual_days, usual_average, usual_deviation
    from (select * from hours where date = ${day}) as measured
    full join usual using (device_id, reading_type, hour)
    join iot_devices on iot_devices.id = device_id
    order by device_id, reading_type, hour`;
  const series = Map.groupBy(rows, row => JSON.stringify([row.device_id, row.reading_type]));
  return [...series.values()].map(seriesOf);
}

function seriesOf(rows: readonly HourRow[]): DeviceSeries {
  const { device_id: deviceId, reading_type: readingType, active, alert_thresholds } = rows[0]!;
  return {
    deviceId,
    readingType,
    active,
    limits: thresholds.parse(alert_thresholds)[readingType] ?? {},
    hours: rows.map(hourOf),
  };
}

function hourOf(row: HourRow): Hour {
  const { hour, average, min, max, usual_days: days } = row;
  return {
    hour,
    ...(average !== null && { measured: { average, min: min!, max: max! } }),
    ...(days !== null && { usual: { days, average: row.usual_average!, deviation: row.usual_deviation! } }),
  };
}

/**
 * Makes the anomalies of a day of some devices these.
 * @returns how many are new, and how many rows are new, other than before or gone
 */
export async function replaceAnomalies(
  tx: Transaction,
  day: string,
  devices: readonly string[],
  found: readonly (Anomaly & Pick<DeviceSeries, 'deviceId' | 'readingType'>)[],
): Promise<{ readonly added: number; readonly changed: number }> {
  const fresh = tx`(
    select device_id, reading_type, kind, korean_midnight(${day}::date) + make_interval(hours => hour) as started_at, hours, details
    from jsonb_to_recordset(${tx.json(found.map(recordOf) as never)})
      as rows (device_id uuid, reading_type text, kind text, hour int, hours smallint, details jsonb)
  ) as fresh`;
  // Readings that came late fill gaps.
  const gone = await tx`
    delete from sensor_anomalies as stored
    where stat_date = ${day} and device_id = any(${devices}::uuid[]) and not exists (
      select from ${fresh}
      where (fresh.device_id, fresh.reading_type, fresh.kind, fresh.started_at)
        = (stored.device_id, stored.reading_type, stored.kind, stored.started_at))`;
  const written = await tx<{ added: boolean }[]>`
    insert into sensor_anomalies as stored (stat_date, device_id, reading_type, kind, started_at, hours, details)
    select ${day}, device_id, reading_type, kind, started_at, hours, details from ${fresh}
    on conflict (device_id, reading_type, kind, started_at) do update
    set hours = excluded.hours, details = excluded.details
    where to_jsonb(stored) is distinct from to_jsonb(excluded)
    -- Of a row that was there before, the version before is named.
    returning xmax = 0 as added`;
  return { added: written.filter(({ added }) => added).length, changed: gone.count + written.length };
}

function recordOf({ deviceId, readingType, ...anomaly }: Anomaly & Pick<DeviceSeries, 'deviceId' | 'readingType'>) {
  return { device_id: deviceId, reading_type: readingType, ...anomaly };
}

/** How many anomalies a day has. */
export async function countAnomalies(tx: Transaction, day: string): Promise<number> {
  const [{ count }] = await tx<[{ count: number }]>`
    select count(*)::int as count from sensor_anomalies where stat_date = ${day}`;
  return count;
}
