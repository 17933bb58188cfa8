import { readingTypeNames } from '../../functions/iot/readings/reading-types.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { SimulatedDevice } from './registration.ts';

/** Looks what became of the readings of some devices since a time. */
export interface Arrivals {
  /** By their minutes, which are counted in the transaction that stores: milliseconds, however many there are. */
  counted(): Promise<number>;
  /** Row by row. */
  stored(): Promise<number>;
  /** That were refused, by reason. */
  refused(): Promise<Readonly<Record<string, number>>>;
}

export async function watchArrivals(sql: Sql, devices: readonly SimulatedDevice[], since: Date): Promise<Arrivals> {
  const ids = devices.map(({ id }) => id);
  const total = async () => {
    const [{ count }] = await sql<[{ count: string }]>`
      select coalesce(sum(reading_count), 0) as count from sensor_minute_aggregates
      where device_id = any(${ids}::uuid[]) and reading_type = any(${readingTypeNames}::text[])
        and minute >= date_trunc('minute', ${since}::timestamptz)`;
    return Number(count);
  };
  // The minute may have readings of an earlier run.
  const before = await total();
  return {
    counted: async () => (await total()) - before,
    async stored() {
      const [{ count }] = await sql<[{ count: string }]>`
        select count(*) from sensor_readings where device_id = any(${ids}::uuid[]) and recorded_at >= ${since}`;
      return Number(count);
    },
    async refused() {
      // A dead letter has the readings of a message that were refused for a reason, as if it were a message of them.
      const rows = await sql<{ reason: string; count: string }[]>`
        with messages as (
          select reason, convert_from(decode(convert_from(record, 'UTF8')::jsonb ->> 'payload', 'base64'), 'UTF8')::jsonb as sent
          from dead_letters
          where consumer = 'ingest' and partition_key = any(${ids}::text[]) and dead_lettered_at >= ${since}
        )
        select reason, sum(case jsonb_typeof(sent) when 'array' then jsonb_array_length(sent) else 1 end) as count
        from messages group by reason order by reason`;
      return Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]));
    },
  };
}
