import type { Sql } from '../../../platform/db/database.ts';
import type { ReadingType } from '../readings/reading-types.ts';
import type { BucketResolution, TimeRange } from '../readings/time-range.ts';

export interface LocationBucketRow {
  readonly start: Date;
  readonly devices: number;
  readonly count: number;
  readonly average: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
}

export interface LocationBucketsQuery extends TimeRange {
  readonly locationId: string;
  readonly type: ReadingType;
  readonly resolution: BucketResolution;
}

/**
 * The minutes or hours with readings of a location's devices, the latest first: each device counts the same. The devices are
 * looked up first, as an array: joined, all minutes of all devices are read once the range is a large part of the table
 * (200 devices, 10 of them, a day of two: 154 ms instead of 413).
 */
export function listLocationBuckets(
  sql: Sql,
  { locationId, type, resolution, from, to }: LocationBucketsQuery,
): Promise<readonly LocationBucketRow[]> {
  const [table, start] =
    resolution === '1m' ? [sql`sensor_minute_aggregates`, sql`minute`] : [sql`sensor_hourly_aggregates`, sql`hour`];
  return sql<LocationBucketRow[]>`
    select ${start} as start, count(*)::int as devices, sum(reading_count)::float8 as count,
      round(avg(value_sum / reading_count), 4)::float8 as average, min(value_min)::float8 as min,
      max(value_max)::float8 as max, sum(value_sum)::float8 as sum
    from ${table}
    where device_id = any(array(select id from iot_devices where location_id = ${locationId})) and reading_type = ${type}
      and ${start} >= ${new Date(from)} and ${start} < ${new Date(to)}
    group by ${start} order by ${start} desc`;
}

/** How many devices a location has, retired ones too. */
export async function countDevices(sql: Sql, locationId: string): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from iot_devices where location_id = ${locationId}`;
  return row.count;
}
