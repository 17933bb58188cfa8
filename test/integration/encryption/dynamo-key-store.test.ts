import { GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDynamoClient, type Table } from '../../../platform/dynamodb/client.ts';
import { keysTable } from '../../../platform/dynamodb/tables.ts';
import { dynamoKeyStore } from '../../../platform/encryption/dynamo-key-store.ts';
import type { KeyStore, StoredKey } from '../../../platform/encryption/key-store.ts';

const AT = new Date('2026-01-01T00:00:00Z');
const key = (id: string, byte = 1): StoredKey => ({
  id: id.padStart(16, '0'),
  wrapped: { bytes: new Uint8Array(60).fill(byte), by: 'master-1' },
  createdAt: AT,
});

let engine: DynamoDb;
let table: Table;
let store: KeyStore;

beforeAll(async () => {
  engine = await startDynamoDb();
  table = { client: createDynamoClient('local', engine.endpoint), name: keysTable.name };
  store = dynamoKeyStore(table);
});
afterAll(async () => {
  table.client.destroy();
  await engine.stop();
});

async function ringOf(userId: string) {
  const ring = await store.read(userId);
  if (ring === undefined || ring.erased) throw new Error(`${userId} has no keys`);
  return ring;
}

test('a first key is written once, and read as it was written', async () => {
  expect(await store.read('first')).toBeUndefined();
  expect(await store.create('first', key('a'))).toBe(true);
  expect(await store.create('first', key('b'))).toBe(false);
  const ring = await ringOf('first');
  expect(ring.currentId).toBe(key('a').id);
  expect([...ring.keys.values()]).toEqual([key('a')]);
});

test('another key takes the place of the one it was made after, and of no other', async () => {
  await store.create('added', key('a'));
  expect(await store.add('added', key('b'), key('a').id)).toBe(true);
  expect(await store.add('added', key('c'), key('a').id)).toBe(false);
  const ring = await ringOf('added');
  expect(ring.currentId).toBe(key('b').id);
  expect(new Set(ring.keys.keys())).toEqual(new Set([key('a').id, key('b').id]));
  expect(await store.add('nobody', key('a'), key('b').id)).toBe(false);
});

test('a key is wrapped anew where it is still wrapped as it was read', async () => {
  await store.create('wrapped', key('a'));
  const anew = { bytes: new Uint8Array(60).fill(2), by: 'master-2' };
  expect(await store.replace('wrapped', key('a').id, key('a').wrapped, anew)).toBe(true);
  expect(await store.replace('wrapped', key('a').id, key('a').wrapped, anew)).toBe(false);
  expect(await store.replace('wrapped', key('b').id, key('b').wrapped, anew)).toBe(false);
  expect((await ringOf('wrapped')).keys.get(key('a').id)).toEqual({ ...key('a'), wrapped: anew });
});

test('an erasure leaves an item with the time of the first one and no key in it, for ever', async () => {
  await store.create('erased', key('a'));
  await store.erase('erased', AT);
  await store.erase('erased', new Date('2027-01-01T00:00:00Z'));
  await store.erase('never there', AT);
  for (const userId of ['erased', 'never there']) {
    expect(await store.read(userId)).toEqual({ erased: true });
    expect(await store.create(userId, key('b'))).toBe(false);
    expect(await store.add(userId, key('b'), key('a').id)).toBe(false);
    expect(await store.replace(userId, key('a').id, key('a').wrapped, key('b').wrapped)).toBe(false);
    const request = { TableName: table.name, Key: { user_id: { S: userId } }, ConsistentRead: true };
    const { Item } = await table.client.send(new GetItemCommand(request));
    expect(Item).toEqual({ user_id: { S: userId }, erased_at: { S: AT.toISOString() } });
  }
});

test('all rings are gone through, page by page, and the erased are listed', async () => {
  const users = Array.from({ length: 120 }, (_, n) => `paged-${n}`);
  await Promise.all(users.map(userId => store.create(userId, key('a'))));
  const seen = new Map<string, string>();
  for await (const page of store.pages()) for (const { userId, ring } of page) seen.set(userId, ring.currentId);
  for (const userId of users) expect(seen.get(userId)).toBe(key('a').id);
  expect(seen.has('erased')).toBe(false);
  const erased: string[] = [];
  for await (const userId of store.erasedUsers()) erased.push(userId);
  expect(erased.toSorted()).toEqual(['erased', 'never there']);
});

test('there is nothing in the table but ids, times and wrapped keys', async () => {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  const attributes = new Set(Items.flatMap(item => Object.keys(item)));
  expect(attributes).toEqual(new Set(['user_id', 'current_id', 'data_keys', 'erased_at']));
});
