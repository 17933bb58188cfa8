import type { Transaction } from '../../../platform/db/database.ts';
import type { ReadingType } from '../readings/reading-types.ts';
import type { Environment } from './comfort.ts';
import type { ActiveMinute, Behavior, Position } from './pattern.ts';
import type { SlotOfDay, Span } from './time-slots.ts';

/** A visit that has ended, as far as it lies in a stretch of time. */
export interface Stay extends Span {
  readonly askedComfort: number | null;
}

/** Of a user at a place, in order. */
export async function findStays(
  tx: Transaction,
  userId: string,
  locationId: string,
  { from, to }: Span,
): Promise<readonly Stay[]> {
  const rows = await tx<{ from: Date; to: Date; comfort_level: number | null }[]>`
    select greatest(checked_in_at, ${new Date(from)}) as from, least(checked_out_at, ${new Date(to)}) as to, comfort_level
    from visits
    where user_id = ${userId} and location_id = ${locationId} and not forgotten
      and checked_in_at < ${new Date(to)} and checked_out_at > ${new Date(from)}
    order by checked_in_at`;
  return rows.map(row => ({ from: row.from.getTime(), to: row.to.getTime(), askedComfort: row.comfort_level }));
}

/** When other users were at the place. One who is still there counts as well. */
export async function findOthers(
  tx: Transaction,
  userId: string,
  locationId: string,
  { from, to }: Span,
): Promise<readonly Span[]> {
  const rows = await tx<{ from: Date; to: Date }[]>`
    select greatest(checked_in_at, ${new Date(from)}) as from,
      least(coalesce(checked_out_at, ${new Date(to)}), ${new Date(to)}) as to
    from visits
    where user_id <> ${userId} and location_id = ${locationId} and checked_in_at < ${new Date(to)}
      and (checked_out_at is null or checked_out_at > ${new Date(from)})`;
  return rows.map(row => ({ from: row.from.getTime(), to: row.to.getTime() }));
}

/** Minutes in which devices of a place noticed somebody. */
export async function findActivity(
  tx: Transaction,
  locationId: string,
  { from, to }: Span,
): Promise<readonly ActiveMinute[]> {
  const rows = await tx<{ device_id: string; installation: Installation; minute: Date; movements: number }[]>`
    select device_id, installation_position as installation, minute,
      coalesce(sum(value_sum) filter (where reading_type = 'motion'), 0)::float8 as movements
    from sensor_minute_aggregates join iot_devices on iot_devices.id = device_id
    where location_id = ${locationId} and reading_type in ('motion', 'presence') and value_max > 0
      and minute >= date_trunc('minute', ${new Date(from)}::timestamptz, 'UTC') and minute < ${new Date(to)}
    group by device_id, installation_position, minute`;
  return rows.map(({ device_id: deviceId, installation, minute, movements }) => {
    const { description = '', x = 0, y = 0, z = 0 } = installation;
    return { deviceId, description, position: { x, y, z }, minute: minute.getTime(), movements };
  });
}

interface Installation extends Partial<Position> {
  readonly description?: string;
}

/** What a place was like on average in some stretches of time, each reading counting the same. */
export async function findEnvironment(
  tx: Transaction,
  locationId: string,
  spans: readonly Span[],
): Promise<Environment> {
  const rows = await tx<{ reading_type: ReadingType; average: number }[]>`
    select reading_type, round(sum(value_sum) / sum(reading_count), 2)::float8 as average
    from sensor_minute_aggregates join iot_devices on iot_devices.id = device_id
    join unnest(${spans.map(span => instant(span.from))}::text[], ${spans.map(span => instant(span.to))}::text[])
      as span (starts, ends) on minute >= date_trunc('minute', starts::timestamptz, 'UTC') and minute < ends::timestamptz
    where location_id = ${locationId} and reading_type in ('temperature', 'humidity', 'light', 'air_quality')
    group by reading_type order by reading_type`;
  return Object.fromEntries(rows.map(row => [row.reading_type, row.average]));
}

function instant(at: number): string {
  return new Date(at).toISOString();
}

/** Writes what follows, in place of what followed before. @returns whether it is new or other than before */
export async function writeBehavior(
  tx: Transaction,
  userId: string,
  locationId: string,
  { date, slot }: SlotOfDay,
  { dwellMinutes, interactionPoints, movement, preferences, environment, comfort }: Behavior,
): Promise<boolean> {
  const { count } = await tx`
    insert into user_behavior_patterns as stored (
      user_id, location_id, visit_date, time_slot, dwell_time_minutes, interaction_points, movement_pattern,
      preference_indicators, comfort_level, comfort_source, environmental_preferences
    ) values (
      ${userId}, ${locationId}, ${date}, ${slot}, ${dwellMinutes}, ${tx.json(interactionPoints.map(point => ({ ...point })))},
      ${tx.json({ ...movement })}, ${tx.json({ ...preferences })}, ${comfort?.level ?? null}, ${comfort?.source ?? null},
      ${tx.json({ ...environment })}
    )
    on conflict (user_id, location_id, visit_date, time_slot) do update set
      dwell_time_minutes = excluded.dwell_time_minutes, interaction_points = excluded.interaction_points,
      movement_pattern = excluded.movement_pattern, preference_indicators = excluded.preference_indicators,
      comfort_level = excluded.comfort_level, comfort_source = excluded.comfort_source,
      environmental_preferences = excluded.environmental_preferences
    where (stored.dwell_time_minutes, stored.interaction_points, stored.movement_pattern, stored.preference_indicators,
        stored.comfort_level, stored.comfort_source, stored.environmental_preferences)
      is distinct from (excluded.dwell_time_minutes, excluded.interaction_points, excluded.movement_pattern,
        excluded.preference_indicators, excluded.comfort_level, excluded.comfort_source, excluded.environmental_preferences)`;
  return count > 0;
}
