import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { keysTable } from '../../../platform/dynamodb/tables.ts';
import { localEncryption } from '../../../platform/encryption/encryption.ts';
import { createKeyFile } from '../../../platform/encryption/key-file.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { testDatabase } from '../database.ts';

const { url } = await testDatabase();
const place = { userId: crypto.randomUUID(), table: 'users', column: 'email', rowId: '1' };

let folder: string;
let keyFile: string;
let engine: DynamoDb;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heal7-keys-'));
  keyFile = join(folder, 'keys.json');
  engine = await startDynamoDb();
  await createKeyFile(keyFile);
});
afterAll(async () => {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const encryption = () =>
  localEncryption({
    keyFile,
    table: { client: createDynamoClient('local', engine.endpoint), name: keysTable.name },
    now: () => new Date(),
  });

test('after the job a former master key can be taken out of the key file', async () => {
  const { keys, cipher } = encryption();
  await keys.create(place.userId);
  const sealed = await cipher.seal(place, 'minji@example.com');

  const { root, masterKeys } = JSON.parse(await readFile(keyFile, 'utf8'));
  const newKey = { id: 'of-2027', key: Buffer.alloc(32, 7).toString('base64') };
  const write = (keys: readonly unknown[]) => writeFile(keyFile, JSON.stringify({ root, masterKeys: keys }));
  await write([newKey, ...masterKeys]);
  Object.assign(process.env, engine.environment, { HEAL7_KEY_FILE: keyFile, DATABASE_URL: url });
  logTo(() => {});
  const { handler } = await import('../../../functions/operations/rotate-keys.job.ts');
  expect(await handler({}, { awsRequestId: 'test' })).toEqual({ users: 1, rewrapped: 1, rotated: 0 });

  await write([newKey]);
  expect(Buffer.from(await encryption().cipher.open(place, sealed)).toString()).toBe('minji@example.com');
  await write(masterKeys);
  await expect(encryption().cipher.open(place, sealed)).rejects.toMatchObject({ code: 'key_denied' });
});
