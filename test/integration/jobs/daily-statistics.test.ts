import { beforeAll, expect, test } from 'vitest';
import { refreshDailyStatistics } from '../../../functions/analytics/daily-statistics.ts';
import type { Database } from '../../../platform/db/database.ts';
import { testDatabase } from '../database.ts';
import { runnerOn } from './runner.ts';

let database: Database;
const run = runnerOn(() => database);
const now = new Date();

beforeAll(async () => {
  ({ database } = await testDatabase());
});

const addUser = () => database.sql`insert into users (nickname, privacy_consent) values ('하늘', '{}')`;
const today = () => database.sql<{ today_users: string }[]>`
  select * from daily_statistics order by stat_date`;

test('accounts of today are counted once it has run, and a second run gives the same', async () => {
  await addUser();
  expect(await today()).toEqual([]);
  expect(await run(refreshDailyStatistics, now)).toEqual({ days: 1 });
  const first = await today();
  expect(Number(first[0]!.today_users)).toBe(1);
  expect(await run(refreshDailyStatistics, now)).toEqual({ days: 1 });
  expect(await today()).toEqual(first);
});

test('who reads the statistics meanwhile neither waits for it nor holds it up', async () => {
  await addUser();
  await database.transaction(async tx => {
    await tx`select * from daily_statistics`;
    // Ends while this transaction has its lock on what it reads.
    await run(refreshDailyStatistics, now);
  });
  expect(Number((await today())[0]!.today_users)).toBe(2);
});
