import { describe, expect, it } from 'vitest';
import { append } from '../../../platform/events/event-store.ts';
import { testDatabase } from '../database.ts';

const { database, owner } = await testDatabase();
const { sql, transaction } = database;

const INSUFFICIENT_PRIVILEGE = '42501';
const RESTRICT_VIOLATION = '23001';

const refusalOf = (statement: string) =>
  sql.unsafe(statement).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

const record = `insert into access_records (actor_id, subject_id, purpose, request_id, places, outcome, accessed_at)
  values ('someone', gen_random_uuid(), 'GET /test', 'request', '[]', 'granted', now())`;

describe('heal7_app', () => {
  it('is who functions sign in as', async () => {
    expect(await sql`select current_user::text as name, session_user::text as signed_in`).toEqual([
      { name: 'heal7_app', signed_in: 'heal7_app' },
    ]);
  });

  it('records accesses and reads them', async () => {
    await sql.unsafe(record);
    expect(await sql`select actor_id, outcome from access_records`).toEqual([
      { actor_id: 'someone', outcome: 'granted' },
    ]);
  });

  it('appends events and reads them', async () => {
    const happened = { type: 'test.happened', schemaVersion: 1, data: {} };
    await transaction(tx => append(tx, 'test', 'any', [happened], { occurredAt: new Date() }));
    expect(await sql`select type from events where stream_id = 'test'`).toEqual([{ type: 'test.happened' }]);
  });

  it.each(
    ['access_records', 'events'].flatMap(table => [
      `update ${table} set ${table === 'events' ? 'type' : 'purpose'} = 'other'`,
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
      `merge into ${table} using (select 1 as one) as other on true when matched then delete`,
      `alter table ${table} disable trigger all`,
      `drop table ${table} cascade`,
      `select 1 from ${table} for update`,
      `create trigger other before insert on ${table} for each row execute function refuse_to_change_events()`,
    ]),
  )('is refused: %s', async statement => {
    expect(await refusalOf(statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it.each([
    'create table mine (id integer)',
    'alter table users add column birth_date date',
    'create or replace function refuse_to_change_events() returns trigger language plpgsql as $$ begin return null; end $$',
    "select create_partition('sensor_readings', 'other', '2040-01-01', '2040-02-01')",
    'update schema_migrations set breaking = true',
    'delete from schema_migrations',
    'grant delete on access_records to heal7_app',
    'alter default privileges in schema public grant truncate on tables to heal7_app',
    'create role other superuser',
    `copy (select 1) to '/tmp/other'`,
  ])('may not change what there is, nor its own rights: %s', async statement => {
    const outcome = await refusalOf(statement);
    // A grant of rights that one does not have is passed over with a warning.
    expect(
      outcome === INSUFFICIENT_PRIVILEGE || statement.startsWith('grant') || statement.startsWith('alter default'),
    ).toBe(true);
    expect(await refusalOf('delete from access_records')).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('deletes no record younger than two years by the one function that may delete', async () => {
    await sql.unsafe(record);
    const [{ before }] = await sql<[{ before: number }]>`select count(*)::int as before from access_records`;
    expect(await sql`select delete_expired_access_records(1000)::int as deleted`).toEqual([{ deleted: 0 }]);
    expect(await sql`select count(*)::int as left from access_records`).toEqual([{ left: before }]);
  });

  it('does what jobs do to tables through functions of the owner', async () => {
    await sql`select ensure_partitions('2041-01-01', '2041-01-31')`;
    await sql`select drop_expired_partitions(30, now())`;
    await sql`select refresh_daily_statistics()`;
    await sql`insert into users (nickname, privacy_consent) values ('하늘', '{}')`;
    await sql`call daily_dwh_sync()`;
  });

  it('has its ordinary rights on tables of later migrations', async () => {
    await owner.sql`create table later (id integer)`;
    await sql`insert into later values (1)`;
    await sql`update later set id = 2`;
    await sql`delete from later`;
  });
});

it('the owner too is stopped from changing a record or deleting a young one', async () => {
  await owner.sql.unsafe(record);
  for (const statement of [
    `update access_records set purpose = 'other'`,
    'truncate access_records',
    'delete from access_records',
  ]) {
    await expect(owner.sql.unsafe(statement), statement).rejects.toMatchObject({ code: RESTRICT_VIOLATION });
  }
});
