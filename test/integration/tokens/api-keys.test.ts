import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { cacheTable } from '../../../platform/dynamodb/tables.ts';
import { createAccessTokens } from '../../../platform/tokens/access-token.ts';
import { localSigningKeys, newSigningKey } from '../../../platform/tokens/local-signing-keys.ts';
import { testDatabase } from '../database.ts';
import { type Guarded, guardedFunction, logIn } from './guarded-function.ts';

const { database } = await testDatabase();
const start = new Date('2026-01-01T12:00:00Z');
let at = start;
const tokens = createAccessTokens({ keys: localSigningKeys([newSigningKey()]), issuer: 'urn:test' });

let engine: DynamoDb;
let guarded: Guarded;

beforeAll(async () => {
  engine = await startDynamoDb();
  const table = { client: createDynamoClient('local', engine.endpoint), name: cacheTable.name };
  guarded = await guardedFunction({ database, table, tokens, now: () => at });
});
afterAll(() => engine.stop());

/** An account, asking as itself. */
async function owner() {
  at = start;
  const account = await logIn(database, at);
  const headers = { authorization: `Bearer ${await tokens.issue({ ...account, roles: ['member'] }, at)}` };
  const create = (name: string) => guarded.call('POST', '/v1/me/keys', { body: { name }, headers });
  return { account, headers, create, list: () => guarded.call('GET', '/v1/me/keys', { headers }) };
}

const keyed = (key: string) => guarded.call('POST', '/test/keyed', { body: {}, headers: { 'X-API-Key': key } });

test('a key is shown once, and its hash is all that is stored', async () => {
  const { account, create, list } = await owner();
  const made = await create('web-prod');
  const { key, ...shown } = made.json;
  expect(key).toMatch(/^h7_[\w-]{43}$/);
  expect(shown).toEqual({
    id: expect.any(String),
    name: 'web-prod',
    prefix: key.slice(0, 11),
    limits: { requestsPerMinute: 600, requestsPerDay: 50_000 },
    createdAt: '2026-01-01T12:00:00.000Z',
    revokedAt: null,
  });
  expect(made.headers['cache-control']).toBe('no-store');
  expect((await list()).json).toEqual({ keys: [shown] });
  const [{ row }] = await database.sql<[{ row: string }]>`
    select row_to_json(api_keys)::text as row from api_keys where owner_id = ${account.userId}`;
  expect(row).not.toContain(key);
  expect(row).not.toContain(Buffer.from(key).toString('hex'));
  const events = await database.sql`select type, data from events where stream_id = ${`user-${account.userId}`}`;
  expect([...events]).toEqual([{ type: 'user.api_key_created', data: { keyId: shown.id } }]);
});

test('a request with a key is counted, and told what is left', async () => {
  const { create } = await owner();
  const { key, id } = (await create('app')).json;
  await database.sql`update api_keys set requests_per_minute = 2, requests_per_day = 3 where id = ${id}`;
  at = new Date(start.getTime() + 15_000);
  const first = await keyed(key);
  expect(first).toMatchObject({
    status: 200,
    json: { kind: 'key' },
    headers: {
      'ratelimit-policy': '"minute";q=2;w=60, "day";q=3;w=86400',
      ratelimit: '"minute";r=1;t=45, "day";r=2;t=43185',
    },
  });
  await keyed(key);
  const before = guarded.effects();
  const third = await keyed(key);
  expect(third).toMatchObject({
    status: 429,
    json: { code: 'rate_limited' },
    headers: { 'retry-after': '45', ratelimit: '"minute";r=0;t=45' },
  });
  expect(guarded.effects()).toBe(before);

  at = new Date(start.getTime() + 60_000);
  expect((await keyed(key)).status).toBe(200);
  const overQuota = await keyed(key);
  expect(overQuota).toMatchObject({
    status: 429,
    headers: { 'retry-after': '43140', ratelimit: '"minute";r=0;t=60, "day";r=0;t=43140' },
  });

  at = new Date('2026-01-02T00:00:00Z');
  expect((await keyed(key)).status).toBe(200);
});

test('a request without a key is a stranger’s, and neither asks for a database nor is counted', async () => {
  const open = await guarded.call('POST', '/test/keyed', { body: {} });
  expect(open).toMatchObject({ status: 200, json: { kind: 'anonymous' } });
  expect(open.headers.ratelimit).toBeUndefined();
});

test('where keys are not taken, one is not looked at', async () => {
  const headers = { 'x-api-key': 'anything' };
  expect((await guarded.call('POST', '/test/open', { body: {}, headers })).json).toEqual({ kind: 'anonymous' });
});

test('an account has ten keys in use at most, also when many are asked for at once', async () => {
  const { create, headers, list } = await owner();
  const made = await Promise.all(Array.from({ length: 14 }, (_, n) => create(`app-${n}`)));
  expect(made.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(made.find(({ status }) => status !== 201)).toMatchObject({ status: 409, json: { code: 'too_many_api_keys' } });
  const [{ id }] = (await list()).json.keys;
  for (const _ of ['now', 'again']) {
    expect((await guarded.call('DELETE', `/v1/me/keys/${id}`, { headers })).status).toBe(204);
  }
  expect((await create('next')).status).toBe(201);
  const revoked = (await list()).json.keys.filter((key: { revokedAt: string | null }) => key.revokedAt !== null);
  expect(revoked).toMatchObject([{ id, revokedAt: '2026-01-01T12:00:00.000Z' }]);
});

test('a suspended account makes no keys', async () => {
  const { account, create } = await owner();
  await database.sql`update users set account_status = 'suspended' where id = ${account.userId}`;
  expect(await create('app')).toMatchObject({ status: 403, json: { code: 'account_suspended' } });
});

test.each(['', 'My App', '홍길동', '-app', 'app-', 'a--b', 'a'.repeat(41)])('%j is no name of a key', async name => {
  const { create } = await owner();
  const { status, json } = await create(name);
  expect(status).toBe(400);
  expect(json.errors[0]).toMatchObject({ in: 'body', path: 'name' });
});
