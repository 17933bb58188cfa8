import { expect, test } from 'vitest';
import { isExported, userTables } from '../../../functions/users/me/user-tables.ts';
import { testDatabase } from '../database.ts';

const { database, owner } = await testDatabase();

/** Tables without rows of a user. */
const OF_NOBODY: readonly string[] = [
  // What is so for everyone.
  'manse_calendar',
  'five_elements_relations',
  'ten_gods_properties',
  'reference_data',
  'schema_migrations',
  'board_categories',
  'dwh.dim_dates',
  // Of devices in experience centres.
  'iot_devices',
  'sensor_readings',
  'sensor_readings_template',
  'sensor_latest',
  'sensor_minute_aggregates',
  'sensor_hourly_aggregates',
  'dwh.fact_sensor_daily',
  'sensor_daily_aggregates',
  'sensor_environment_daily',
  'sensor_anomalies',
  // Of devices, and of whoever is told: who registered a webhook or acknowledged an alert is in the events.
  'sensor_alerts',
  'alert_webhooks',
  'alert_deliveries',
  'alert_delivery_attempts',
  // Numbers of a day.
  'saju_accuracy_daily',
  // Of a stream, made again from its events.
  'event_snapshots',
  // How far the relay has come, and consumers.
  'event_relay',
  'consumer_positions',
  // Keyed hashes that nobody can tell the user of.
  'login_attempts',
];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const columns = await owner.sql<Column[]>`
  select case nspname when 'public' then '' else nspname || '.' end || relname as table,
    attname as column, format_type(atttypid, null) as type
  from pg_attribute
  join pg_class on pg_class.oid = attrelid
  join pg_namespace on pg_namespace.oid = relnamespace
  where nspname in ('public', 'dwh') and relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped`;

test('every table is one of users, exported or not for a reason, or is said to be nobody’s', () => {
  const there = [...new Set(columns.map(({ table }) => table))].toSorted();
  const told = [...userTables.map(({ name }) => name), ...OF_NOBODY].toSorted();
  expect(told).toEqual(there);
});

test('every table of users says what becomes of its rows in an erasure', () => {
  for (const { name, erase, kept } of userTables)
    expect([name, (erase === undefined) === (kept !== undefined)]).toEqual([name, true]);
});

test('every encrypted or hashed column of an exported table is opened, or left out by name', () => {
  for (const { name, exported } of userTables) {
    if (!isExported(exported)) continue;
    const own = columns.filter(({ table }) => table === name);
    const named = [...Object.keys(exported.sealed ?? {}), ...exported.without, exported.orderBy];
    for (const column of named)
      expect(
        own.map(({ column }) => column),
        `${name}.${column}`,
      ).toContain(column);
    for (const { column, type } of own) {
      if (type === 'bytea') expect(named, `${name}.${column}`).toContain(column);
    }
  }
});

test('every section is read from the database as it is', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const { name, rowsOf, exported } of userTables) {
    const { sql } = database;
    const order = isExported(exported) ? sql`order by ${sql(exported.orderBy)}` : sql``;
    expect(await sql`select * from ${sql(name)} where ${rowsOf(sql, nobody)} ${order}`, name).toHaveLength(0);
  }
});
