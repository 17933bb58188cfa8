import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { encryptionFrom, encryptionFromEnvironment } from '../../../platform/encryption/environment.ts';
import { createKeyFile } from '../../../platform/encryption/key-file.ts';

let folder: string;
let engine: DynamoDb;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heal7-keys-'));
  engine = await startDynamoDb();
});
afterAll(async () => {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

test('settings that cannot be used are named', () => {
  expect(() => encryptionFrom({})).toThrow(/HEAL7_KMS_DATA_KEY: is required, or HEAL7_KEY_FILE/);
  expect(() => encryptionFrom({ HEAL7_KMS_DATA_KEY: 'arn:a' })).toThrow(/HEAL7_KMS_HMAC_KEY: is required/);
  const both = { HEAL7_KMS_DATA_KEY: 'arn:a', HEAL7_KMS_HMAC_KEY: 'arn:b', HEAL7_KEY_FILE: '/keys.json' };
  expect(() => encryptionFrom(both)).toThrow(/HEAL7_KEY_FILE: must not be set beside keys of KMS/);
  const file = { HEAL7_KEY_FILE: '/keys.json' };
  expect(() => encryptionFrom(file)).toThrow(/HEAL7_TABLE_KEYS: is required/);
});

test('functions find keys by their environment, on a machine of their own in a file', async () => {
  const keyFile = join(folder, 'keys.json');
  await createKeyFile(keyFile);
  Object.assign(process.env, engine.environment, { HEAL7_KEY_FILE: keyFile });
  const { cipher, keys, blindIndex } = encryptionFromEnvironment();
  expect(encryptionFromEnvironment().cipher).toBe(cipher);
  const place = { userId: crypto.randomUUID(), table: 'users', column: 'email', rowId: '1' };
  await keys.create(place.userId);
  expect(Buffer.from(await cipher.open(place, await cipher.seal(place, '민지'))).toString()).toBe('민지');
  expect(await blindIndex.of('email', 'a@example.com')).toHaveLength(32);
});

test('with the ARNs of keys of KMS, KMS wraps', () => {
  const { wrapping } = encryptionFrom({ HEAL7_KMS_DATA_KEY: 'arn:data', HEAL7_KMS_HMAC_KEY: 'arn:hash' });
  expect(wrapping.current).toBe('arn:data');
});
