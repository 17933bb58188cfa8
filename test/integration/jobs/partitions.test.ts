import { beforeAll, expect, test } from 'vitest';
import { ensurePartitions } from '../../../functions/operations/partitions.ts';
import type { Database } from '../../../platform/db/database.ts';
import { hotWindowDays } from '../../../platform/timeseries/hot-window.ts';
import { testDatabase } from '../database.ts';
import { partitionsOf } from './partitions-of.ts';
import { runnerOn } from './runner.ts';

let database: Database;
const run = runnerOn(() => database);

beforeAll(async () => {
  ({ database } = await testDatabase());
});

test('three months ahead and the days that readings may be late have their partitions', async () => {
  const before = new Set(await partitionsOf(database));
  const counts = await run(ensurePartitions, new Date('2030-03-15T12:00:00+09:00'));
  const made = (await partitionsOf(database)).filter(name => !before.has(name));
  expect(made).toEqual([
    'consultation_sessions_y2030',
    'sensor_readings_y2030m02',
    'sensor_readings_y2030m03',
    'sensor_readings_y2030m04',
    'sensor_readings_y2030m05',
    'sensor_readings_y2030m06',
  ]);
  expect(counts).toEqual({ made: made.length });
});

test('running again at once makes nothing, and leaves what is there', async () => {
  const now = new Date('2031-06-01T01:10:00+09:00');
  await run(ensurePartitions, now);
  const first = await partitionsOf(database);
  expect(await run(ensurePartitions, now)).toEqual({ made: 0 });
  expect(await partitionsOf(database)).toEqual(first);
});

test('in the autumn the next year has its partition of consultations', async () => {
  await run(ensurePartitions, new Date('2032-10-02T01:10:00+09:00'));
  expect(await partitionsOf(database)).toContain('consultation_sessions_y2033');
});

test('the month is that of Seoul', async () => {
  // 00:30 of the first of April there, still March in UTC.
  await run(ensurePartitions, new Date('2034-03-31T15:30:00Z'));
  expect(await partitionsOf(database)).toContain('sensor_readings_y2034m07');
});

test('readings of the oldest day that is kept and of three months ahead find their place', async () => {
  const now = new Date('2036-05-31T01:10:00+09:00');
  await run(ensurePartitions, now);
  const [{ id }] = await database.sql<[{ id: string }]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    values ('p-1', 'temperature', 'hall', '{}') returning id`;
  const oldest = new Date(now.getTime() - hotWindowDays() * 86_400_000);
  for (const at of [oldest, now, new Date('2036-08-31T23:59:59+09:00')]) {
    await database.sql`
      insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
      values (${id}, 'temperature', 20, 'C', ${at})`;
  }
});

test('ten runs at once make each partition once', async () => {
  const now = new Date('2038-01-15T01:10:00+09:00');
  const runs = await Promise.all(Array.from({ length: 10 }, () => run(ensurePartitions, now)));
  const made = runs.reduce((sum, counts) => sum + counts.made!, 0);
  // December 2037 to April 2038, and two years.
  expect(made).toBe(5 + 2);
});
