import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { ConfigurationError } from '../../../platform/config/environment.ts';
import { databaseFromEnvironment } from '../../../platform/db/environment.ts';
import { createKeyFile } from '../../../platform/encryption/key-file.ts';
import { accessTokensFromEnvironment } from '../../../platform/tokens/environment.ts';
import { type Client, createClient } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';
import { logIn } from './guarded-function.ts';

/** The functions as they are served, by their environment. */

const { database, url } = await testDatabase();
let folder: string;
let engine: DynamoDb;
let call: Client;

beforeAll(async () => {
  process.env.DATABASE_URL = url;
  folder = await mkdtemp(join(tmpdir(), 'heal7-tokens-'));
  engine = await startDynamoDb();
  call = await createClient();
});
afterAll(async () => {
  await databaseFromEnvironment().close();
  await engine.stop();
  await rm(folder, { recursive: true });
});

test('without keys in the environment it is said what is missing', () => {
  expect(() => accessTokensFromEnvironment()).toThrow(ConfigurationError);
  expect(() => accessTokensFromEnvironment()).toThrow('HEAL7_KMS_TOKEN_KEYS: is required, or HEAL7_KEY_FILE');
});

test('what is served then verifies tokens, and takes a key at the chart endpoint', async () => {
  const keyFile = join(folder, 'keys.json');
  await createKeyFile(keyFile);
  Object.assign(process.env, engine.environment, { HEAL7_KEY_FILE: keyFile, HEAL7_OUTBOX: folder });
  const account = await logIn(database, new Date());
  const token = await accessTokensFromEnvironment().issue({ ...account, roles: ['member'] }, new Date());

  const jwks = await call('GET', '/.well-known/jwks.json');
  expect(jwks.headers['cache-control']).toBe('public, max-age=900');
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwks.json as JSONWebKeySet), {
    issuer: 'urn:heal7:local',
    audience: 'heal7-api',
    typ: 'at+jwt',
  });
  expect(payload).toMatchObject({ sub: account.userId, sid: account.sessionId, roles: ['member'] });

  const body = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };
  const made = await call('POST', '/v1/me/keys', {
    body: { name: 'app' },
    headers: { authorization: `Bearer ${token}` },
  });
  const headers = { 'x-api-key': made.json.key as string };
  const keyed = await call('POST', '/v1/saju/charts?include=corrections', { body, headers });
  expect(keyed).toMatchObject({
    status: 200,
    headers: { 'ratelimit-policy': '"minute";q=600;w=60, "day";q=50000;w=86400' },
  });
  const stranger = await call('POST', '/v1/saju/charts?include=corrections', { body });
  expect(stranger).toMatchObject({ status: 200, text: keyed.text });
  expect(stranger.headers.ratelimit).toBeUndefined();
  const wrong = await call('POST', '/v1/saju/charts', { body, headers: { 'x-api-key': `h7_${'a'.repeat(43)}` } });
  expect(wrong).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
});
