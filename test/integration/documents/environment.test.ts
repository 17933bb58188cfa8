import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { cacheFromEnvironment } from '../../../platform/cache/cache.ts';
import { latestReadings } from '../../../platform/cache/keys.ts';
import { ConfigurationError } from '../../../platform/config/environment.ts';
import { documentsFromEnvironment } from '../../../platform/documents/documents.ts';

let engine: DynamoDb;

beforeAll(async () => {
  engine = await startDynamoDb();
});
afterAll(() => engine.stop());

test('functions find documents and cache by their environment, and say what is missing in it', async () => {
  expect(() => documentsFromEnvironment()).toThrow(ConfigurationError);
  expect(() => cacheFromEnvironment()).toThrow(/HEAL7_TABLE_CACHE: is required/);
  Object.assign(process.env, engine.environment);

  const notes = { name: 'notes', schema: z.string() };
  const written = await documentsFromEnvironment().create(notes, 'a', '메모');
  expect(await documentsFromEnvironment().get(notes, 'a')).toEqual(written);

  let computed = 0;
  const reading = { schema: z.number(), compute: async () => ++computed, observe: () => {} };
  const key = latestReadings('room-1');
  expect(await cacheFromEnvironment().get(key, reading)).toBe(1);
  expect(await cacheFromEnvironment().get(key, reading)).toBe(1);
  await cacheFromEnvironment().invalidate(...key.tags);
  expect(await cacheFromEnvironment().get(key, reading)).toBe(2);
});
