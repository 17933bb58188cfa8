import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDynamoClient, type Table } from '../../../platform/dynamodb/client.ts';
import { keysTable } from '../../../platform/dynamodb/tables.ts';
import { type Encryption, localEncryption } from '../../../platform/encryption/encryption.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import { once } from '../../../platform/idempotency/once.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { testDatabase } from '../database.ts';

logTo(() => {});
const { database } = await testDatabase();
const now = new Date('2026-01-01T00:00:00Z');
const [minji, junho] = [crypto.randomUUID(), crypto.randomUUID()];
const route = 'POST /v1/me/people';
const answer: Answer = { status: 201, headers: {}, freshness: 'none', body: '{"birth":"1990-05-17"}' };

let engine: DynamoDb;
let table: Table;
let encryption: Encryption;
let carriedOut = 0;

beforeAll(async () => {
  engine = await startDynamoDb();
  table = { client: createDynamoClient('local', engine.endpoint), name: keysTable.name };
  encryption = localEncryption({ masterKey: randomBytes(32), table, now: () => now });
  for (const userId of [minji, junho]) await encryption.keys.create(userId);
});
afterAll(async () => {
  table.client.destroy();
  await engine.stop();
});

const write = (caller: string, key: string) =>
  database.transaction(tx =>
    once(tx, { scope: { caller, route, key }, hash: 'a', now }, encryption.seal, async () => {
      carriedOut++;
      return answer;
    }),
  );

test('a kept answer is given again to its user, and nobody reads it in the table', async () => {
  expect(await write(minji, 'one')).toEqual({ answer, replayed: false });
  expect(await write(minji, 'one')).toEqual({ answer, replayed: true });
  expect(carriedOut).toBe(1);
  const rows = await database.sql<{ stored: Buffer }[]>`select stored from idempotency_keys where caller = ${minji}`;
  for (const { stored } of rows) expect(stored.toString('latin1')).not.toMatch(/birth|1990/);
});

test('a kept answer that is moved to another key, route or caller does not open', async () => {
  await write(minji, 'moved');
  const move = async (caller: string, key: string) => {
    await database.sql`
      insert into idempotency_keys (caller, route, key, stored, created_at, expires_at)
      select ${caller}, route, ${key}, stored, created_at, expires_at from idempotency_keys where key = 'moved'
      and caller = ${minji}`;
    return write(caller, key);
  };
  const before = carriedOut;
  await expect(move(minji, 'elsewhere')).rejects.toMatchObject({ name: 'UnopenedField', code: 'altered' });
  await expect(move(junho, 'moved')).rejects.toMatchObject({ name: 'UnopenedField', code: 'unknown_key' });
  expect(carriedOut).toBe(before);
});

test('after an erasure kept answers do not open, and none can be kept', async () => {
  await write(junho, 'kept');
  await encryption.keys.destroy(junho);
  await expect(write(junho, 'kept')).rejects.toMatchObject({ code: 'erased' });
  await expect(write(junho, 'new')).rejects.toMatchObject({ kind: { code: 'account_erased' } });
  const [{ count }] = await database.sql<[{ count: number }]>`
    select count(*)::int as count from idempotency_keys where caller = ${junho} and key = 'new'`;
  expect(count).toBe(0);
});
