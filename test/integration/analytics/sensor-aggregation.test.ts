import { beforeEach, describe, expect, test } from 'vitest';
import { aggregateSensorData } from '../../../functions/analytics/sensor-aggregation/aggregate.ts';
import { DAY } from '../../../platform/pipelines/day.ts';
import { testDatabase } from '../database.ts';
import { runnerOn } from '../jobs/runner.ts';

const { database, owner } = await testDatabase();
const { sql } = database;
const run = runnerOn(() => database);

/** Two in the morning of November 25th in Seoul: the day is the 24th. */
const NOW = new Date('2026-11-25T02:00:00+09:00');
const aggregate = (...args: string[]) => run(aggregateSensorData, NOW, 'aggregate-sensor-data', args, [DAY]);

beforeEach(async () => {
  await sql`delete from sensor_anomalies`;
  await sql`delete from sensor_environment_daily`;
  await sql`delete from sensor_daily_aggregates`;
  await sql`delete from sensor_hourly_aggregates`;
  // Functions may not: devices are never deleted.
  await owner.sql`delete from iot_devices`;
});

async function insertDevice(serial: string, fields: { location?: string; status?: string; thresholds?: object } = {}) {
  const { location = 'zone-1', status = 'active', thresholds = {} } = fields;
  const [row] = await sql<[{ id: string }]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position, status, alert_thresholds)
    values (${serial}, 'temperature', ${location}, '{}', ${status}, ${sql.json(thresholds as never)}) returning id`;
  return row.id;
}

interface Hour {
  readonly count?: number;
  readonly sum: number;
  readonly min?: number;
  readonly max?: number;
  /** Of its last reading; else the end of its hour. */
  readonly updatedAt?: string;
}

/** @param at the hour in Korea: '2026-11-24 09' */
const hour = (
  device: string,
  at: string,
  { count = 1, sum, min = sum / count, max = sum / count, updatedAt }: Hour,
) => sql`
  insert into sensor_hourly_aggregates (device_id, reading_type, hour, reading_count, value_sum, value_min, value_max, updated_at)
  values (${device}, 'temperature', ${`${at}:00+09:00`}::timestamptz, ${count}, ${sum}, ${min}, ${max},
    ${updatedAt ?? `${at}:59+09:00`}::timestamptz)
  on conflict (device_id, reading_type, hour) do update set reading_count = excluded.reading_count,
    value_sum = excluded.value_sum, value_min = excluded.value_min, value_max = excluded.value_max, updated_at = excluded.updated_at`;

/** Every hour of the Korean days from one to another, one reading of the same value. */
const hours = (device: string, first: string, last: string, value: number) => sql`
  insert into sensor_hourly_aggregates (device_id, reading_type, hour, reading_count, value_sum, value_min, value_max, updated_at)
  select ${device}, 'temperature', hour, 1, ${value}, ${value}, ${value}, hour + interval '59 minutes'
  from generate_series(korean_midnight(${first}), korean_midnight(${last}::date + 1) - interval '1 hour', interval '1 hour') as hour`;

const daily = () => sql`
  select stat_date, device_id, reading_count::int, value_sum::float8, value_min::float8, value_max::float8, hours
  from sensor_daily_aggregates order by stat_date, device_id`;
const environment = () => sql`
  select stat_date, location_id, hour_of_day, devices, value_avg::float8, usual_avg::float8, usual_days
  from sensor_environment_daily order by stat_date, location_id, hour_of_day`;
const anomalies = () => sql`
  select stat_date, device_id, kind, started_at, hours, details from sensor_anomalies order by started_at, device_id, kind`;

describe('a day of a device', () => {
  test('is the sum of its hours in Korea, worked out by hand', async () => {
    const device = await insertDevice('D-1', { status: 'maintenance' });
    // The last hour of the 23rd, the first and the last of the 24th, the first of the 25th.
    await hour(device, '2026-11-23 23', { count: 9, sum: 900 });
    await hour(device, '2026-11-24 00', { count: 2, sum: 41, min: 20, max: 21 });
    await hour(device, '2026-11-24 23', { count: 3, sum: 66.5, min: 19.5, max: 24 });
    await hour(device, '2026-11-25 00', { count: 9, sum: 900 });
    expect(await aggregate()).toMatchObject({ anomalies: 0 });
    // 2 + 3 readings, 41 + 66.5, from 19.5 to 24.
    expect((await daily()).filter(({ stat_date }) => stat_date === '2026-11-24')).toEqual([
      {
        stat_date: '2026-11-24',
        device_id: device,
        reading_count: 5,
        value_sum: 107.5,
        value_min: 19.5,
        value_max: 24,
        hours: 2,
      },
    ]);
  });
});

describe('the environment of a place', () => {
  test('is what its devices measured at an hour on average, beside what is usual then, worked out by hand', async () => {
    const often = await insertDevice('E-1', { status: 'maintenance' });
    const seldom = await insertDevice('E-2', { status: 'maintenance' });
    const elsewhere = await insertDevice('E-3', { status: 'maintenance', location: 'zone-2' });
    // 28 days before is October 27th; the 26th is not looked at.
    await hour(often, '2026-10-26 09', { sum: 99 });
    await hour(often, '2026-10-27 09', { sum: 18 });
    await hour(seldom, '2026-10-27 09', { sum: 20 });
    await hour(often, '2026-11-23 09', { sum: 25 });
    await hour(often, '2026-11-24 09', { count: 60, sum: 60 * 22 });
    await hour(seldom, '2026-11-24 09', { count: 1, sum: 24 });
    await hour(elsewhere, '2026-11-24 10', { count: 2, sum: 31 });
    await aggregate('2026-11-24');
    expect((await environment()).filter(({ stat_date }) => stat_date === '2026-11-24')).toEqual([
      // (22 + 24) / 2, however often each measures; usually (18 + 20 + 25) / 3, on two days.
      {
        stat_date: '2026-11-24',
        location_id: 'zone-1',
        hour_of_day: 9,
        devices: 2,
        value_avg: 23,
        usual_avg: 21,
        usual_days: 2,
      },
      {
        stat_date: '2026-11-24',
        location_id: 'zone-2',
        hour_of_day: 10,
        devices: 1,
        value_avg: 15.5,
        usual_avg: null,
        usual_days: 0,
      },
    ]);
  });
});

describe('anomalies', () => {
  test('are hours unlike those of the 28 days before, out of range and missing, worked out by hand', async () => {
    const device = await insertDevice('A-1', { thresholds: { temperature: { min: 10, max: 30 } } });
    const fine = await insertDevice('A-2');
    await hours(fine, '2026-10-27', '2026-11-24', 20);
    // 14 days of 19 and 14 of 21: average 20, deviation √(28 / 27) = 1.01835.
    await hours(device, '2026-10-27', '2026-11-09', 19);
    await hours(device, '2026-11-10', '2026-11-23', 21);
    await hours(device, '2026-11-24', '2026-11-24', 20);
    // (26.2 - 20) / 1.01835 = 6.0883; (26 - 20) / 1.01835 = 5.8919 is not enough.
    await hour(device, '2026-11-24 03', { sum: 26.2 });
    await hour(device, '2026-11-24 04', { sum: 26 });
    await hour(device, '2026-11-24 09', { count: 4, sum: 80, min: 8, max: 22 });
    await hour(device, '2026-11-24 10', { count: 4, sum: 80, min: 9, max: 22 });
    await sql`delete from sensor_hourly_aggregates where device_id = ${device}
      and hour between '2026-11-24T22:00:00+09:00' and '2026-11-24T23:00:00+09:00'`;
    expect(await aggregate()).toMatchObject({ anomalies: 3 });
    const found = (kind: string, started: string, many: number, details: object) => ({
      stat_date: '2026-11-24',
      device_id: device,
      kind,
      started_at: new Date(`${started}:00+09:00`),
      hours: many,
      details,
    });
    expect(await anomalies()).toEqual([
      found('unusual', '2026-11-24T03:00', 1, { value: 26.2, usual: 20, z: 6.0883 }),
      found('out_of_range', '2026-11-24T09:00', 2, { value: 8, limit: 10 }),
      found('gap', '2026-11-24T22:00', 2, {}),
    ]);
  });

  test('are metrics, for the alarm, as many in another run of the day', async () => {
    const device = await insertDevice('M-1', { thresholds: { temperature: { max: 30 } } });
    await hours(device, '2026-11-24', '2026-11-24', 40);
    expect(await aggregate()).toMatchObject({ anomalies: 1 });
    expect(await aggregate()).toMatchObject({ anomalies: 1, changed: 0 });
  });

  test('of settings that nobody can read are told without them', async () => {
    const device = await insertDevice('M-2', { thresholds: { temperature: 'hot' } });
    await hours(device, '2026-11-24', '2026-11-24', 40);
    expect(await aggregate()).toMatchObject({ anomalies: 0 });
  });
});

describe('another run', () => {
  test('changes nothing where nothing has changed', async () => {
    const device = await insertDevice('R-1', { thresholds: { temperature: { max: 30 } } });
    await hours(device, '2026-11-20', '2026-11-24', 31);
    const state = async () => [
      await sql`select xmin, ctid, * from sensor_daily_aggregates order by stat_date`,
      await sql`select xmin, ctid, * from sensor_environment_daily order by stat_date, hour_of_day`,
      await sql`select xmin, ctid, * from sensor_anomalies order by started_at`,
    ];
    const first = await aggregate();
    // Five days; a row a day, 24 hours of the place a day, and one anomaly a day.
    expect(first).toEqual({ days: 5, anomalies: 5, changed: 5 + 5 * 24 + 5 });
    const before = await state();
    // Of the days before, no anomaly is new.
    expect(await aggregate()).toEqual({ days: 5, anomalies: 1, changed: 0 });
    expect(await state()).toEqual(before);
  });

  test('takes over readings that came late, which fill gaps, of a day of last month at most', async () => {
    const device = await insertDevice('L-1');
    await hours(device, '2026-10-20', '2026-11-22', 20);
    await sql`delete from sensor_hourly_aggregates where hour = '2026-11-22T05:00:00+09:00'`;
    await aggregate('2026-11-22');
    expect((await anomalies()).map(({ kind, hours: many }) => [kind, many])).toEqual([['gap', 1]]);
    await hours(device, '2026-11-23', '2026-11-24', 20);
    await hour(device, '2026-11-22 05', { sum: 20, updatedAt: '2026-11-24T08:00:00+09:00' });
    await hour(device, '2026-10-20 05', { sum: 99, updatedAt: '2026-11-24T08:00:00+09:00' });
    await aggregate();
    expect(await anomalies()).toEqual([]);
    const days = await daily();
    expect(days.find(({ stat_date }) => stat_date === '2026-11-22')).toMatchObject({ hours: 24, value_sum: 480 });
    expect(days.map(({ stat_date }) => stat_date)).not.toContain('2026-10-20');
  });
});

test('a day without readings has no row, and a day to come is refused', async () => {
  await insertDevice('N-1');
  expect(await aggregate()).toEqual({ days: 1, anomalies: 0, changed: 0 });
  await expect(aggregate('2026-11-25')).rejects.toMatchObject({ name: 'UnusableArguments' });
});
