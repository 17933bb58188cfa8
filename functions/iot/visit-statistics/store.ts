import type { Sql } from '../../../platform/db/database.ts';
import type { TimeSlot } from '../behavior/time-slots.ts';
import { FEWEST_VISITORS } from './contract.ts';

export interface PartRow {
  readonly date: string;
  readonly time_slot: TimeSlot;
  readonly visitors: number;
  readonly average_dwell: number;
  readonly average_comfort: number | null;
  readonly asked: number;
  readonly inferred: number;
  readonly points: readonly { readonly deviceId: string; readonly visitors: number; readonly minutes: number }[];
}

/** How a place was used in parts of days, in order: also those with few visitors, of whom nothing may be told. */
export function findParts(sql: Sql, locationId: string, from: string, to: string): Promise<readonly PartRow[]> {
  return sql<PartRow[]>`
    select visit_date::text as date, time_slot, count(*)::int as visitors,
      round(avg(dwell_time_minutes), 1)::float8 as average_dwell, round(avg(comfort_level), 2)::float8 as average_comfort,
      count(*) filter (where comfort_source = 'asked')::int as asked,
      count(*) filter (where comfort_source = 'inferred')::int as inferred,
      (
        select coalesce(jsonb_agg(point order by minutes desc, device_id), '[]')
        from (
          select device_id, sum(minutes) as minutes,
            jsonb_build_object('deviceId', device_id, 'visitors', count(*), 'minutes', sum(minutes)) as point
          from user_behavior_patterns as same,
            jsonb_to_recordset(same.interaction_points) as noticed ("deviceId" uuid, minutes integer),
            lateral (select "deviceId" as device_id) as device
          where same.location_id = ${locationId} and same.visit_date = patterns.visit_date
            and same.time_slot = patterns.time_slot
          group by device_id having count(*) >= ${FEWEST_VISITORS}
        ) as points
      ) as points
    from user_behavior_patterns as patterns
    where location_id = ${locationId} and visit_date between ${from} and ${to}
    group by visit_date, time_slot
    order by visit_date, array_position(array['morning', 'afternoon', 'evening']::text[], time_slot::text)`;
}
