import { arrayLiteral, jsonArrayLiteral } from '../../../platform/db/array-literal.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { Reading } from '../readings/reading.ts';
import { type ReadingType, readingTypeNames, readingTypes } from '../readings/reading-types.ts';
import { reliabilityOf } from '../readings/reliability.ts';
import type { LatestReading } from './plan.ts';

/** Which reading it is. */
interface ReadingKey {
  readonly deviceId: string;
  readonly type: string;
  readonly recordedAt: number;
}

/** What was new. */
export interface Stored {
  readonly count: number;
  /** Those of the devices that were asked for. Absent: all were new. */
  readonly ofWatched?: readonly ReadingKey[];
}

/**
 * Stores readings that are not there, and counts each of these: in the minute and the hour in which it was recorded, and as
 * its device's latest if it is. One statement, so that what it stored is what it counted.
 *
 * Aggregates are written in the order of their keys, so that two transactions with readings of the same devices (one of them
 * with dead letters that were sent again) wait for one another instead of locking each other out.
 *
 * @param latest of the readings: one of each device and type
 * @param watched ids of devices whose new readings are to be named
 */
export async function storeReadings(
  tx: Transaction,
  readings: readonly Reading[],
  latest: readonly LatestReading[],
  watched: readonly string[],
): Promise<Stored> {
  const [row] = await tx<[{ count: number; watched: [string, string, number][] | null }]>`
    with fresh as (
      insert into sensor_readings (
        device_id, reading_type, value, unit, accuracy, reliability_score, ambient_conditions, user_presence, recorded_at
      )
      ${rowsOf(tx, readings)}
      on conflict do nothing
      returning device_id, reading_type, value, recorded_at
    ), minutes as materialized (
      select device_id, reading_type, date_bin('1 minute', recorded_at, 'epoch') as minute, count(*) as reading_count,
        sum(value) as value_sum, min(value) as value_min, max(value) as value_max
      from fresh group by 1, 2, 3
    ), counted_minutes as (
      insert into sensor_minute_aggregates as stored
        (device_id, reading_type, minute, reading_count, value_sum, value_min, value_max, updated_at)
      select minutes.*, now() from minutes order by 1, 2, 3
      on conflict (device_id, reading_type, minute) do update set ${addUp(tx)}
    ), counted_hours as (
      insert into sensor_hourly_aggregates as stored
        (device_id, reading_type, hour, reading_count, value_sum, value_min, value_max, updated_at)
      select device_id, reading_type, date_bin('1 hour', minute, 'epoch'), sum(reading_count), sum(value_sum),
        min(value_min), max(value_max), date_bin('1 hour', now(), 'epoch')
      from minutes group by 1, 2, 3 order by 1, 2, 3
      on conflict (device_id, reading_type, hour) do update set ${addUp(tx)}
    ), newest as (
      insert into sensor_latest as stored
        (device_id, reading_type, value, unit, reliability_score, user_presence, recorded_at, received_at)
      select device_id, reading_type, value, unit, reliability_score, user_presence, to_timestamp(seconds),
        to_timestamp(received_seconds)
      from ${latestOf(tx, latest)}
      order by 1, 2
      on conflict (device_id, reading_type) do update set
        value = excluded.value, unit = excluded.unit, reliability_score = excluded.reliability_score,
        user_presence = excluded.user_presence, recorded_at = excluded.recorded_at, received_at = excluded.received_at
      where excluded.recorded_at > stored.recorded_at
    )
    select count, (
      select jsonb_agg(jsonb_build_array(device_id, reading_type, (extract(epoch from recorded_at) * 1000)::bigint))
      from unnest(${arrayLiteral(watched)}::text::uuid[]) as watched (device_id) join fresh using (device_id)
      where count < ${readings.length}
    ) as watched
    from (select count(*)::int as count from fresh) as counted`;
  const { count } = row;
  if (count === readings.length) return { count };
  return {
    count,
    ofWatched: (row.watched ?? []).map(([deviceId, type, recordedAt]) => ({ deviceId, type, recordedAt })),
  };
}

function addUp(sql: Transaction) {
  return sql`
    reading_count = stored.reading_count + excluded.reading_count, value_sum = stored.value_sum + excluded.value_sum,
    value_min = least(stored.value_min, excluded.value_min), value_max = greatest(stored.value_max, excluded.value_max),
    updated_at = greatest(stored.updated_at, excluded.updated_at)`;
}

const typeList = arrayLiteral(readingTypeNames);
const unitList = arrayLiteral(readingTypeNames.map(type => readingTypes[type].unit));
/** Positions in the lists, from 1. */
const typePosition = Object.fromEntries(readingTypeNames.map((type, at) => [type, at + 1])) as Record<
  ReadingType,
  number
>;

/**
 * Readings as rows, in their order. Devices, types and units are sent once, and named by their positions; times by what they are
 * after the first: a third of the bytes, and of the time that both sides take for them. What readings are without is an empty
 * array, of which `unnest` makes nulls.
 */
function rowsOf(sql: Transaction, readings: readonly Reading[]) {
  const devices = new Map<string, number>();
  const start = readings.reduce((first, { recordedAt }) => Math.min(first, recordedAt), Number.POSITIVE_INFINITY);
  const column = <Value>(value: (reading: Reading) => Value) => readings.map(value);
  const optional = <Value>(value: (reading: Reading) => Value | null) =>
    readings.some(reading => value(reading) !== null) ? column(value) : [];
  const positions = column(({ deviceId }) => {
    const position = devices.get(deviceId) ?? devices.size + 1;
    devices.set(deviceId, position);
    return position;
  });
  return sql`
    select (select ${arrayLiteral([...devices.keys()])}::text::uuid[])[device] as device_id,
      (select ${typeList}::text::text[])[type] as reading_type, value, (select ${unitList}::text::text[])[type] as unit,
      accuracy, reliability_score, ambient_conditions, user_presence, to_timestamp((${start}::float8 + after_ms) / 1000) as recorded_at
    from unnest(
      ${arrayLiteral(positions)}::text::int2[],
      ${arrayLiteral(column(({ type }) => typePosition[type]))}::text::int2[],
      ${arrayLiteral(column(({ value }) => value))}::text::numeric[],
      ${arrayLiteral(optional(({ accuracy }) => accuracy))}::text::numeric[],
      ${arrayLiteral(column(reliabilityOf))}::text::numeric[],
      ${jsonArrayLiteral(optional(({ ambientConditions }) => ambientConditions))}::text::jsonb[],
      ${arrayLiteral(optional(({ userPresence }) => userPresence))}::text::boolean[],
      ${arrayLiteral(column(({ recordedAt }) => recordedAt - start))}::text::int8[]
    ) as given (device, type, value, accuracy, reliability_score, ambient_conditions, user_presence, after_ms)`;
}

function latestOf(sql: Transaction, latest: readonly LatestReading[]) {
  const column = <Value>(value: (reading: Reading) => Value) => latest.map(({ reading }) => value(reading));
  return sql`unnest(
      ${arrayLiteral(column(({ deviceId }) => deviceId))}::text::uuid[],
      ${arrayLiteral(column(({ type }) => type))}::text::text[],
      ${arrayLiteral(column(({ value }) => value))}::text::numeric[],
      ${arrayLiteral(column(({ type }) => readingTypes[type].unit))}::text::text[],
      ${arrayLiteral(column(reliabilityOf))}::text::numeric[],
      ${arrayLiteral(column(({ userPresence }) => userPresence))}::text::boolean[],
      ${arrayLiteral(column(({ recordedAt }) => recordedAt / 1000))}::text::float8[],
      ${arrayLiteral(latest.map(({ receivedAt }) => receivedAt / 1000))}::text::float8[]
    ) as given (
      device_id, reading_type, value, unit, reliability_score, user_presence, seconds, received_seconds
    )`;
}
