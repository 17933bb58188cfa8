import { randomBytes } from 'node:crypto';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { insertVerification } from '../../../functions/users/accounts/verifications/store.ts';
import type { VerificationPurpose } from '../../../functions/users/accounts/verifications/verification.ts';
import { applyErasures, finishErasures } from '../../../functions/users/me/erasure/apply.ts';
import { userTables } from '../../../functions/users/me/user-tables.ts';
import { newSecretToken } from '../../../functions/users/secret-token.ts';
import { runnerOn } from '../jobs/runner.ts';
import { type Member, meFunction, PASSWORD } from './me-function.ts';

const { database, owner, clock, cache, encryption, keysTable, functionWith, member } = await meFunction();
const { keys, store } = encryption;
const run = runnerOn(() => database);
const finish = () => run(finishErasures({ keys, cache }), clock.now);
const apply = () => run(applyErasures({ keys, store, cache }), clock.now);

const SELF = { relation: 'self', birth: { date: '1990-05-15' }, sex: 'female' };
const erase = ({ call }: Member) => call('DELETE', '/v1/me', { body: { password: PASSWORD } });
const personsOf = async ({ userId }: Member) =>
  (await database.sql`select from user_sensitive_info where user_id = ${userId}`).count;

test('of a user with rows everywhere leaves none but what is kept for a reason', async () => {
  const own = await member();
  const other = await member();
  const { userId } = own;
  await own.call('GET', '/v1/me');
  const { json: person } = await own.call('POST', '/v1/me/people', { body: SELF });
  await own.call('PUT', '/v1/me/preferences', { body: (await own.call('GET', '/v1/me/preferences')).json });
  await own.call('POST', '/v1/me/exports');
  const sealed = randomBytes(60);
  const { sql } = database;
  const elements = sql.json({ wood: 30, fire: 20, earth: 20, metal: 0, water: 30 });
  const [{ id: chart }] = await sql<[{ id: string }]>`
    insert into saju_pillars (user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance)
    values (${userId}, ${person.id}, gen_random_uuid(), ${sealed}, '1', ${elements}, '{}') returning id`;
  await sql`
    insert into saju_interpretations (saju_pillar_id, interpretation_type, ai_interpretation, ai_confidence_score, ai_model_version)
    values (${chart}, 'wealth', ${sealed}, 50, 'rules-1')`;
  const [session] = await sql<[{ id: string; created_at: Date }]>`
    insert into consultation_sessions (user_id, consultation_type, service_type, encrypted_consultation_notes, session_metadata, billing_amount)
    values (${userId}, 'ai', 'saju', ${sealed}, '{"topic":"love"}', 30000) returning id, created_at`;
  await sql`
    insert into consultation_results (session_id, session_created_at, result_type, main_interpretation, detailed_analysis, actionable_advice)
    values (${session.id}, ${session.created_at}, 'advice', ${sealed}, ${sealed}, ${sealed})`;
  await sql`insert into user_roles (user_id, role, granted_at) values (${userId}, 'premium', ${clock.now})`;
  await sql`
    insert into api_keys (id, owner_id, name, prefix, key_hash, requests_per_minute, requests_per_day, created_at)
    values (gen_random_uuid(), ${userId}, 'app', 'h7_aaaaaaaa', ${randomBytes(32)}, 1, 1, ${clock.now})`;
  await sql`
    insert into user_identities (provider, subject_hash, user_id, linked_at)
    values ('kakao', ${randomBytes(32)}, ${userId}, ${clock.now})`;
  await sql`
    insert into known_devices (token_hash, user_id, created_at, expires_at)
    values (${randomBytes(32)}, ${userId}, ${clock.now}, ${clock.now})`;
  await sql`insert into user_follows (follower_id, following_id) values (${userId}, ${other.userId}), (${other.userId}, ${userId})`;
  await sql`insert into likes (user_id, likeable_type, likeable_id) values (${userId}, 'post', gen_random_uuid())`;
  await sql`
    insert into bookmarks (user_id, bookmarkable_type, bookmarkable_id, notes)
    values (${userId}, 'post', gen_random_uuid(), ${sealed})`;
  await sql`
    insert into user_behavior_patterns (user_id, location_id, visit_date, time_slot)
    values (${userId}, 'zone-1', '2026-01-01', 'morning')`;
  await insertVerification(
    sql,
    {
      verification: newSecretToken(),
      code: '123456',
      purpose: 'log-in',
      contactHash: await encryption.blindIndex.of('email', own.email),
    },
    clock.now,
  );

  expect(await erase(own)).toMatchObject({ status: 200 });

  const left: string[] = [];
  for (const { name, rowsOf } of userTables) {
    if ((await sql`select from ${sql(name)} where ${rowsOf(sql, userId)}`).count > 0) left.push(name);
  }
  expect(left.toSorted()).toEqual([
    'access_records',
    'consents',
    'consultation_sessions',
    'erasures',
    'events',
    'users',
  ]);
  expect((await sql`select from saju_interpretations where saju_pillar_id = ${chart}`).count).toBe(0);
  const [kept] = await sql`
    select encrypted_consultation_notes as notes, session_metadata as metadata, billing_amount::int as amount
    from consultation_sessions where id = ${session.id}`;
  expect(kept).toEqual({ notes: null, metadata: {}, amount: 30000 });
  expect((await other.call('GET', '/v1/me')).status).toBe(200);
});

describe('a code', () => {
  const proofOf = async (email: string, purpose: VerificationPurpose) => {
    const verification = newSecretToken();
    const contactHash = await encryption.blindIndex.of('email', email);
    await insertVerification(database.sql, { verification, code: '123456', purpose, contactHash }, clock.now);
    return { verification: { verification, code: '123456' } };
  };

  test('sent to the account for its erasure does in place of a password', async () => {
    const own = await member();
    const body = await proofOf(own.email, 'erasure');
    expect(await own.call('DELETE', '/v1/me', { body })).toMatchObject({ status: 200 });
  });

  test('that is wrong, for something else, or sent to somebody else does not', async () => {
    const [own, other] = [await member(), await member()];
    const { verification } = await proofOf(own.email, 'erasure');
    for (const body of [
      { verification: { ...verification, code: '654321' } },
      await proofOf(own.email, 'log-in'),
      await proofOf(other.email, 'erasure'),
    ]) {
      const refused = await own.call('DELETE', '/v1/me', { body });
      expect(refused).toMatchObject({ status: 403, json: { code: 'verification_refused' } });
    }
    expect(await keys.isErased(own.userId)).toBe(false);
  });
});

test('that is cut off before the keys are destroyed is finished by a job', async () => {
  const own = await member();
  const cut = functionWith({ keys: { destroy: () => Promise.reject(new Error('cut off')) } });
  expect(await own.through(cut)('DELETE', '/v1/me', { body: { password: PASSWORD } })).toMatchObject({ status: 500 });
  expect(await own.call('GET', '/v1/me')).toMatchObject({ status: 401 });
  expect(await keys.isErased(own.userId)).toBe(false);
  expect(await finish()).toEqual({ finished: 1 });
  expect(await keys.isErased(own.userId)).toBe(true);
  expect(await finish()).toEqual({ finished: 0 });
});

test('wins over every write that comes at the same time', async () => {
  for (let round = 0; round < 5; round++) {
    const own = await member();
    const add = () => own.call('POST', '/v1/me/people', { body: { ...SELF, relation: 'friend' } });
    const [erased, ...added] = await Promise.all([erase(own), ...Array.from({ length: 8 }, add)]);
    expect(erased).toMatchObject({ status: 200 });
    for (const { status } of added) expect([201, 401, 410]).toContain(status);
    expect(await personsOf(own)).toBe(0);
  }
});

describe('after a restore', () => {
  test('of the database, whoever was erased is erased again', async () => {
    const own = await member();
    await own.call('POST', '/v1/me/people', { body: SELF });
    const tables = ['users', 'sessions', 'user_sensitive_info'] as const;
    const { sql } = owner;
    const copies = await Promise.all(
      tables.map(
        table => sql<{ row: string }[]>`
          select to_jsonb(t)::text as row from ${sql(table)} as t
          where ${own.userId}::uuid = ${table === 'users' ? sql`id` : sql`user_id`}`,
      ),
    );
    await erase(own);
    await sql`delete from erasures where user_id = ${own.userId}`;
    await sql`delete from consents where user_id = ${own.userId}`;
    await sql`delete from users where id = ${own.userId}`;
    for (const [at, table] of tables.entries()) {
      for (const { row } of copies[at]!) {
        await sql`insert into ${sql(table)} select * from jsonb_populate_record(null::${sql(table)}, ${row}::text::jsonb)`;
      }
    }
    expect(await personsOf(own)).toBe(1);

    // The account is there again, but nothing in it opens.
    expect(await own.call('GET', '/v1/me')).toMatchObject({ status: 410, json: { code: 'account_erased' } });
    expect(await apply()).toEqual({ accounts: 1, keys: 0 });
    expect(await personsOf(own)).toBe(0);
    expect(await own.call('GET', '/v1/me')).toMatchObject({ status: 401 });
    const [user] = await database.sql`select account_status from users where id = ${own.userId}`;
    expect(user).toEqual({ account_status: 'deleted' });
    expect(await apply()).toEqual({ accounts: 0, keys: 0 });
  });

  test('of the table of keys, they are destroyed again', async () => {
    const own = await member();
    const { client, name: TableName } = keysTable;
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: { user_id: { S: own.userId } } }));
    await erase(own);
    await client.send(new PutItemCommand({ TableName, Item: Item! }));
    expect(await keys.isErased(own.userId)).toBe(false);
    expect(await apply()).toEqual({ accounts: 0, keys: 1 });
    expect(await keys.isErased(own.userId)).toBe(true);
    expect(await apply()).toEqual({ accounts: 0, keys: 0 });
  });
});
