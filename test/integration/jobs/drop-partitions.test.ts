import { setImmediate as turn } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { dropExpiredPartitions } from '../../../functions/operations/drop-partitions.ts';
import type { Database } from '../../../platform/db/database.ts';
import { testDatabase } from '../database.ts';
import { partitionsOf } from './partitions-of.ts';

let database: Database;

beforeAll(async () => {
  const { owner, ...others } = await testDatabase();
  database = others.database;
  // The template's own are of the day the tests run on.
  for (const name of await partitionsOf(database)) await owner.sql`drop table ${owner.sql(name)} cascade`;
});

const make = (day: string) => database.sql`select ensure_partitions(${day}, ${day})`;
const drop = (today: string, pause?: () => Promise<unknown>) =>
  dropExpiredPartitions(database.sql, 31, new Date(today), pause);

let written = 0;
const write = () => database.sql`
  insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
  values (gen_random_uuid(), 'temperature', 20, 'Cel', '2030-05-10'::timestamptz + ${++written} * interval '1 ms')`;

test('while something reads the table for long, a partition is not dropped, and nobody waits for that', async () => {
  await make('2030-02-01');
  await make('2030-05-10');
  let attempts = 0;
  let dropping: Promise<number> | undefined;
  const refused = Promise.withResolvers<void>();
  let longest = 0;
  await database.transaction(async reading => {
    await reading`select count(*) from sensor_readings`;
    dropping = drop('2030-05-10', async () => {
      if (++attempts === 3) refused.resolve();
      await turn();
    });
    let isRefused = false;
    void refused.promise.then(() => {
      isRefused = true;
    });
    while (!isRefused) {
      const start = performance.now();
      await write();
      longest = Math.max(longest, performance.now() - start);
    }
  });
  expect(await dropping).toBe(1);
  expect(await partitionsOf(database)).not.toContain('sensor_readings_y2030m02');
  // It waits for its lock for 50 ms; the rest is a busy machine's. Before, it was 5 s.
  expect(longest).toBeLessThan(1_000);
  const [{ count }] = await database.sql<[{ count: number }]>`
    select count(*)::int as count from sensor_readings where recorded_at >= '2030-05-01'`;
  expect(count).toBe(written);
});

test('what never becomes free is given up after its time', async () => {
  await make('2031-02-01');
  let paused = 0;
  await database.transaction(async reading => {
    await reading`select count(*) from sensor_readings`;
    const pause = async (ms: number) => {
      paused += ms;
    };
    await expect(dropExpiredPartitions(database.sql, 31, new Date('2031-05-10'), pause, 1_000)).rejects.toMatchObject({
      code: '55P03',
    });
  });
  expect(paused).toBe(1_000);
  expect(await drop('2031-05-10')).toBe(2);
});

test('several at once drop each partition once', async () => {
  await make('2032-01-01');
  await make('2032-02-01');
  const dropped = await Promise.all(Array.from({ length: 4 }, () => drop('2032-05-10')));
  expect(dropped.reduce((sum, each) => sum + each, 0)).toBe(2);
});
