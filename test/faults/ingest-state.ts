import { arrayLiteral, jsonArrayLiteral } from '../../platform/db/array-literal.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { SentReading } from './ingest-input.ts';

/** What ingest keeps, by table: what has to be the same, as a statement; and what it is by the input alone. */
const TABLES: Readonly<Record<string, { readonly kept: string; readonly computed: string }>> = {
  sensor_readings: {
    kept: `select device_id, reading_type, recorded_at, value, unit, accuracy, ambient_conditions, user_presence
      from sensor_readings`,
    computed: 'select distinct * from sent.readings',
  },
  sensor_minute_aggregates: {
    kept: `select device_id, reading_type, minute, reading_count, value_sum, value_min, value_max
      from sensor_minute_aggregates`,
    computed: `select device_id, reading_type, date_trunc('minute', recorded_at), count(*), sum(value), min(value), max(value)
      from (select distinct * from sent.readings) as readings group by 1, 2, 3`,
  },
  sensor_hourly_aggregates: {
    kept: `select device_id, reading_type, hour, reading_count, value_sum, value_min, value_max
      from sensor_hourly_aggregates`,
    computed: `select device_id, reading_type, date_trunc('hour', recorded_at), count(*), sum(value), min(value), max(value)
      from (select distinct * from sent.readings) as readings group by 1, 2, 3`,
  },
  sensor_latest: {
    kept: 'select device_id, reading_type, recorded_at, value, unit, user_presence from sensor_latest',
    computed: `select distinct on (device_id, reading_type) device_id, reading_type, recorded_at, value, unit, user_presence
      from sent.readings order by device_id, reading_type, recorded_at desc`,
  },
};

const ROWS_A_STATEMENT = 20_000;

/**
 * Puts what devices sent into a plain table, each reading once, and computes from it in one statement a table what ingest has
 * to have. Nothing of ingest's code has a part in it.
 * @returns tables that differ, with how many rows and one of them
 */
export async function differencesFrom(sql: Sql, readings: readonly SentReading[]): Promise<readonly string[]> {
  await sql.unsafe(`
    create schema sent;
    create unlogged table sent.readings (
      device_id uuid, reading_type text, recorded_at timestamptz(3), value numeric(10,4), unit text,
      accuracy numeric(5,2), ambient_conditions jsonb, user_presence boolean
    )`);
  for (let at = 0; at < readings.length; at += ROWS_A_STATEMENT)
    await insert(sql, readings.slice(at, at + ROWS_A_STATEMENT));
  const found: string[] = [];
  for (const [table, { kept, computed }] of Object.entries(TABLES)) {
    const [lacking, others] = await Promise.all([except(sql, computed, kept), except(sql, kept, computed)]);
    if (lacking.count + others.count === 0) continue;
    found.push(
      `${table} lacks ${lacking.count} rows and has ${others.count} others: ${lacking.example ?? others.example}`,
    );
  }
  return found;
}

async function insert(sql: Sql, readings: readonly SentReading[]): Promise<void> {
  type Value = string | number | boolean | null;
  const column = (value: (reading: SentReading) => Value) => arrayLiteral(readings.map(value));
  await sql`
    insert into sent.readings
    select device_id, reading_type, to_timestamp(recorded_at / 1000.0), value, unit, accuracy, ambient_conditions, user_presence
    from unnest(
      ${column(({ deviceId }) => deviceId)}::text::uuid[], ${column(({ type }) => type)}::text::text[],
      ${column(({ recordedAt }) => recordedAt)}::text::bigint[], ${column(({ value }) => value)}::text::numeric[],
      ${column(({ unit }) => unit)}::text::text[], ${column(({ accuracy }) => accuracy ?? null)}::text::numeric[],
      ${jsonArrayLiteral(readings.map(({ ambientConditions }) => ambientConditions ?? null))}::text::jsonb[],
      ${column(({ userPresence }) => userPresence ?? null)}::text::boolean[]
    ) as sent (device_id, reading_type, recorded_at, value, unit, accuracy, ambient_conditions, user_presence)`;
}

/** Rows of one that the other has not: none of either means that both are the same, since neither has a row twice. */
async function except(sql: Sql, one: string, other: string): Promise<{ count: number; example: string | null }> {
  const [found] = await sql.unsafe<[{ count: number; example: string | null }]>(`
    with rows as ((${one}) except (${other}))
    select count(*)::int as count, min(rows::text) as example from rows`);
  return found;
}
