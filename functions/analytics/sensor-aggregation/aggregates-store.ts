import type { Transaction } from '../../../platform/db/database.ts';

/** Days of what is usual at an hour. */
export const USUAL_DAYS = 28;

/**
 * The Korean days to aggregate for one: that day, and those of the month before it to which readings were added since a week
 * before it, so that a week of runs that failed is made up for by the next.
 */
export async function daysToAggregate(tx: Transaction, day: string): Promise<readonly string[]> {
  const rows = await tx<{ day: string }[]>`
    select ${day}::date as day
    union
    select distinct korean_date(hour) from sensor_hourly_aggregates
    where updated_at >= korean_midnight(${day}::date - 7)
      and hour >= korean_midnight(${day}::date - 30) and hour < korean_midnight(${day}::date)
    order by 1`;
  return rows.map(row => row.day);
}

/**
 * Sums the hours of a day up, exactly. A day whose hours are gone keeps what it had.
 * @returns how many rows are new or other than before
 */
export async function writeDailyAggregates(tx: Transaction, day: string): Promise<number> {
  const { count } = await tx`
    insert into sensor_daily_aggregates as stored
      (stat_date, device_id, reading_type, reading_count, value_sum, value_min, value_max, hours)
    select ${day}::date, device_id, reading_type, sum(reading_count), sum(value_sum), min(value_min), max(value_max), count(*)
    from sensor_hourly_aggregates
    where hour >= korean_midnight(${day}::date) and hour < korean_midnight(${day}::date + 1)
    group by device_id, reading_type
    on conflict (device_id, reading_type, stat_date) do update
    set reading_count = excluded.reading_count, value_sum = excluded.value_sum, value_min = excluded.value_min,
      value_max = excluded.value_max, hours = excluded.hours
    where to_jsonb(stored) is distinct from to_jsonb(excluded)`;
  return count;
}

/**
 * What each place was like at each hour of a day, and is at that hour on the 28 days before: averages of what its devices
 * (those it has now) measured in an hour on average.
 * @returns how many rows are new or other than before
 */
export async function writeEnvironment(tx: Transaction, day: string): Promise<number> {
  const { count } = await tx`
    with hours as (
      select location_id, reading_type, extract(hour from hour at time zone 'Asia/Seoul')::smallint as hour_of_day,
        korean_date(hour) as date, value_sum / reading_count as average
      from sensor_hourly_aggregates join iot_devices on iot_devices.id = device_id
      where hour >= korean_midnight(${day}::date - ${USUAL_DAYS}::int) and hour < korean_midnight(${day}::date + 1)
    )
    insert into sensor_environment_daily as stored
      (stat_date, location_id, reading_type, hour_of_day, devices, value_avg, usual_avg, usual_days)
    select ${day}::date, location_id, reading_type, hour_of_day, count(*) filter (where date = ${day}),
      avg(average) filter (where date = ${day}), round(avg(average) filter (where date < ${day}), 4),
      count(distinct date) filter (where date < ${day})
    from hours
    group by location_id, reading_type, hour_of_day
    having count(*) filter (where date = ${day}) > 0
    on conflict (location_id, reading_type, stat_date, hour_of_day) do update
    set devices = excluded.devices, value_avg = excluded.value_avg, usual_avg = excluded.usual_avg,
      usual_days = excluded.usual_days
    where to_jsonb(stored) is distinct from to_jsonb(excluded)`;
  return count;
}
