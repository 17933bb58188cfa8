import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ensurePartitions } from '../../../functions/operations/partitions.ts';
import { applyRetention } from '../../../functions/operations/retention.ts';
import type { Database } from '../../../platform/db/database.ts';
import { testDatabase } from '../database.ts';
import { partitionsOf } from './partitions-of.ts';
import { runnerOn } from './runner.ts';

let database: Database;
let owner: Database;
const run = runnerOn(() => database);

beforeAll(async () => {
  ({ database, owner } = await testDatabase());
});

beforeEach(async () => {
  // The template's own are of the day the tests run on.
  for (const name of await partitionsOf(database)) await owner.sql`drop table ${owner.sql(name)} cascade`;
});

const seoul = (day: string) => new Date(`${day}T01:40:00+09:00`);

test('a month of readings goes once its last reading has been too late for a day; consultations stay', async () => {
  await run(ensurePartitions, seoul('2030-01-20'));
  const before = await partitionsOf(database);
  // January ends 31 days before the fourth of March at midnight.
  expect(await run(applyRetention, seoul('2030-03-01'))).toMatchObject({ dropped: 1 });
  expect(await partitionsOf(database)).toEqual(before.filter(name => name !== 'sensor_readings_y2029m12'));
  expect(await run(applyRetention, seoul('2030-03-03'))).toMatchObject({ dropped: 0 });
  expect(await run(applyRetention, seoul('2030-03-04'))).toMatchObject({ dropped: 1 });
  expect(await partitionsOf(database)).not.toContain('sensor_readings_y2030m01');
  expect(await partitionsOf(database)).toContain('consultation_sessions_y2030');
});

test('running again at once does nothing', async () => {
  await run(ensurePartitions, seoul('2030-01-20'));
  await run(applyRetention, seoul('2030-06-01'));
  const first = await partitionsOf(database);
  expect(await run(applyRetention, seoul('2030-06-01'))).toEqual({
    dropped: 0,
    deleted: 0,
    accessRecords: 0,
    auditEntries: 0,
    deadLetters: 0,
  });
  expect(await partitionsOf(database)).toEqual(first);
});

test('it never drops what the partitions job makes, on any day of two years', async () => {
  for (let day = Date.parse('2030-01-01T01:40:00+09:00'), at = 0; at < 730; at += 5) {
    const now = new Date(day + at * 86_400_000);
    await run(ensurePartitions, now);
    await run(applyRetention, now);
    expect(await run(ensurePartitions, now), now.toISOString()).toEqual({ made: 0 });
  }
});

test('answers kept for who asks twice go when their time is over, however many', async () => {
  const now = seoul('2030-03-01');
  await database.sql`
    insert into idempotency_keys (caller, route, key, stored, created_at, expires_at)
    select 'someone', 'POST /test', number::text, '\\x00', ${now}, ${now}::timestamptz + (number - 2500) * interval '1 second'
    from generate_series(1, 2510) as number`;
  expect(await run(applyRetention, now)).toMatchObject({ deleted: 2_500 });
  expect(await run(applyRetention, now)).toMatchObject({ deleted: 0 });
  const [{ left }] = await database.sql<[{ left: number }]>`select count(*)::int as left from idempotency_keys`;
  expect(left).toBe(10);
});

test('records of access go after two years by the clock of the database, however many, and none before', async () => {
  await database.sql`
    insert into access_records (actor_id, subject_id, purpose, request_id, places, outcome, accessed_at)
    select 'someone', gen_random_uuid(), 'GET /test', number::text, '[]', 'granted',
      now() - interval '2 years' + (number - 2500.5) * interval '1 minute'
    from generate_series(1, 2510) as number`;
  // As if the job's own clock were wrong by a century.
  expect(await run(applyRetention, seoul('2130-03-01'))).toMatchObject({ accessRecords: 2_500 });
  expect(await run(applyRetention, seoul('2130-03-01'))).toMatchObject({ accessRecords: 0 });
  const [{ left }] = await database.sql<[{ left: number }]>`select count(*)::int as left from access_records`;
  expect(left).toBe(10);
});

test('entries of the audit log likewise', async () => {
  await database.sql`
    insert into audit_log (stream_id, version, event_type, concern, details, occurred_at)
    select 'user-1', number, 'user.session_opened', 'security', '{}',
      now() - interval '2 years' + (number - 2500.5) * interval '1 minute'
    from generate_series(1, 2510) as number`;
  expect(await run(applyRetention, seoul('2130-03-01'))).toMatchObject({ auditEntries: 2_500 });
  expect(await run(applyRetention, seoul('2130-03-01'))).toMatchObject({ auditEntries: 0 });
  const [{ left }] = await database.sql<[{ left: number }]>`select count(*)::int as left from audit_log`;
  expect(left).toBe(10);
});

test('dead letters go 30 days after they were closed by the clock of the database, however many, and open ones never', async () => {
  await database.sql`
    insert into dead_letters (
      consumer, stream, shard, sequence_number, partition_key, record, reason, state, dead_lettered_at, closed_at
    )
    select 'test', 'user-events', 's', number::text, 'k', convert_to(number::text, 'UTF8'), 'not_json',
      case when number % 251 = 0 then 'open' else 'done' end, now() - interval '1 year',
      case when number % 251 <> 0 then now() - interval '30 days' + (number - 2500.5) * interval '1 minute' end
    from generate_series(1, 2510) as number`;
  expect(await run(applyRetention, seoul('2130-03-01'))).toMatchObject({ deadLetters: 2_491 });
  expect(await run(applyRetention, seoul('2130-03-01'))).toMatchObject({ deadLetters: 0 });
  const [{ left }] = await database.sql<[{ left: number }]>`select count(*)::int as left from dead_letters`;
  expect(left).toBe(19);
});
