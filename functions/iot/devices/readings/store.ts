import type { Sql } from '../../../../platform/db/database.ts';
import type { ReadingType } from '../../readings/reading-types.ts';
import type { BucketResolution, TimeRange } from '../../readings/time-range.ts';

export interface MeasuringDevice {
  readonly device_type: string;
  /** Whether it has ever sent a reading of the type. */
  readonly measured: boolean;
}

/** Of a device, whether it is retired or not. */
export async function findMeasuringDevice(
  sql: Sql,
  deviceId: string,
  type: ReadingType,
): Promise<MeasuringDevice | undefined> {
  const [row] = await sql<MeasuringDevice[]>`
    select device_type, exists (
      select from sensor_latest where device_id = iot_devices.id and reading_type = ${type}
    ) as measured
    from iot_devices where id = ${deviceId}`;
  return row;
}

export interface BucketRow {
  readonly start: Date;
  readonly count: number;
  readonly average: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
}

export interface BucketsQuery extends TimeRange {
  readonly deviceId: string;
  readonly type: ReadingType;
  readonly resolution: BucketResolution;
  readonly limit: number;
}

/** The last minutes or hours of a range with readings, the latest first. */
export function listBuckets(
  sql: Sql,
  { deviceId, type, resolution, from, to, limit }: BucketsQuery,
): Promise<readonly BucketRow[]> {
  const [table, start] =
    resolution === '1m' ? [sql`sensor_minute_aggregates`, sql`minute`] : [sql`sensor_hourly_aggregates`, sql`hour`];
  return sql<BucketRow[]>`
    select ${start} as start, reading_count::float8 as count, round(value_sum / reading_count, 4)::float8 as average,
      value_min::float8 as min, value_max::float8 as max, value_sum::float8 as sum
    from ${table}
    where device_id = ${deviceId} and reading_type = ${type}
      and ${start} >= ${new Date(from)} and ${start} < ${new Date(to)}
    order by ${start} desc limit ${limit}`;
}
