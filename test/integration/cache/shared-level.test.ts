import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { type CacheEvent, createCache } from '../../../platform/cache/cache.ts';
import { createSharedLevel, type SharedLevel } from '../../../platform/cache/shared-level.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { cacheTable } from '../../../platform/dynamodb/tables.ts';

let engine: DynamoDb;
let client: DynamoDBClient;
const at = new Date('2026-01-01T00:00:00Z');

beforeAll(async () => {
  engine = await startDynamoDb();
  client = createDynamoClient('local', engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

function levelOf(by: DynamoDBClient, patienceMs = 10_000): SharedLevel {
  return createSharedLevel({
    table: { client: by, name: cacheTable.name },
    patienceMs,
    now: () => at,
    newId: () => crypto.randomUUID(),
  });
}

const key = { name: 'posts:category:1:page:1', tags: ['posts:category:1', 'posts'], lifetimeMs: 3_600_000 };

test('a tag has no version, then one that stays, then another after each invalidation', async () => {
  const level = levelOf(client);
  expect(await level.read(key, { value: true })).toEqual({ versions: undefined, value: undefined });
  const first = await level.versions(key.tags);
  expect(await level.versions(key.tags)).toBe(first);
  expect((await level.read(key, { value: true })).versions).toBe(first);
  await level.invalidate(['posts']);
  const { versions } = await level.read(key, { value: true });
  expect(versions).not.toBe(first);
  expect(versions!.split(' ')[0]).toBe(first.split(' ')[0]);
});

test('two that give a tag its first version agree on it', async () => {
  const levels = Array.from({ length: 20 }, () => levelOf(client));
  const versions = await Promise.all(levels.map(level => level.versions(['first'])));
  expect(new Set(versions).size).toBe(1);
});

test('a value comes back as it was written, and only if it is wanted', async () => {
  const level = levelOf(client);
  const value = { text: '{"제목":"사주"}', versions: 'a b', expiresAt: at.getTime() + 60_000 };
  await level.write(key.name, value);
  expect((await level.read(key, { value: true })).value).toEqual(value);
  expect((await level.read(key, { value: false })).value).toBeUndefined();
});

test('items carry the second they expire at: a value after its lifetime, a tag after a week', async () => {
  const level = levelOf(client);
  await level.write('expiring', { text: '1', versions: '', expiresAt: at.getTime() + 60_000 });
  await level.invalidate(['expiring']);
  await level.versions(['expiring too']);
  const expiry = async (name: string) => {
    const command = new GetItemCommand({ TableName: cacheTable.name, Key: { key: { S: name } } });
    return Number((await client.send(command)).Item![cacheTable.ttlAttribute]!.N) - at.getTime() / 1000;
  };
  expect(await expiry('value:expiring')).toBe(60);
  expect(await expiry('tag:expiring')).toBe(7 * 24 * 3600);
  expect(await expiry('tag:expiring too')).toBe(7 * 24 * 3600);
});

test('keys that DynamoDB hands back unread are asked for once more, then the level counts as down', async () => {
  const mock = mockClient(DynamoDBClient);
  try {
    const one = { [cacheTable.name]: { Keys: [{ key: { S: 'tag:posts' } }], ConsistentRead: true } };
    const item = (tag: string) => ({ key: { S: `tag:${tag}` }, version: { S: 'v' } });
    mock
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { [cacheTable.name]: [item('posts:category:1')] }, UnprocessedKeys: one })
      .resolvesOnce({ Responses: { [cacheTable.name]: [item('posts')] }, UnprocessedKeys: {} })
      .resolves({ Responses: {}, UnprocessedKeys: one });
    const level = levelOf(new DynamoDBClient({ region: 'local' }));
    expect(await level.read(key, { value: false })).toEqual({ versions: 'v v', value: undefined });
    expect(mock.commandCalls(BatchGetItemCommand)[1]!.args[0].input.RequestItems).toEqual(one);
    await expect(level.read(key, { value: false })).rejects.toThrow('unread');
  } finally {
    mock.restore();
  }
});

test('a throttled level costs a computation, and an invalidation its success', async () => {
  const mock = mockClient(DynamoDBClient);
  try {
    const throttled = Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' });
    mock.on(BatchGetItemCommand).rejects(throttled);
    mock.on(PutItemCommand).rejects(throttled).on(UpdateItemCommand).rejects(throttled);
    const cache = createCache({ shared: levelOf(new DynamoDBClient({ region: 'local' })), now: () => at });
    const events: CacheEvent[] = [];
    const reading = { schema: z.number(), compute: async () => 7, observe: (event: CacheEvent) => events.push(event) };
    expect(await cache.get(key, reading)).toBe(7);
    expect(events).toEqual(['l2_down', 'miss']);
    await expect(cache.invalidate('posts')).rejects.toThrow('slow down');
  } finally {
    mock.restore();
  }
});

test('a level that takes a request and does not answer is given up', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const waiting = createDynamoClient('local', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  try {
    const cache = createCache({ shared: levelOf(waiting, 20), now: () => at });
    const events: CacheEvent[] = [];
    const reading = { schema: z.number(), compute: async () => 7, observe: (event: CacheEvent) => events.push(event) };
    expect(await cache.get(key, reading)).toBe(7);
    expect(events).toEqual(['l2_down', 'miss']);
  } finally {
    waiting.destroy();
    silent.close();
  }
});
