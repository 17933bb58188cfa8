import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { type Engines, type EnginesOptions, startEngines } from '../../../local/engines/engines.ts';
import { assertWhole } from '../../../local/engines/made-parts.ts';
import { openDatabase } from '../../../platform/db/connection.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { keysTable } from '../../../platform/dynamodb/tables.ts';
import { localEncryption } from '../../../platform/encryption/encryption.ts';
import { createKeyFile } from '../../../platform/encryption/key-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'heal7-lost-'));
const directory = join(folder, 'data');
const at = (path: string) => join(directory, path);
const kept = join(folder, 'kept');
let engines: Engines | undefined;

async function start(options: Partial<EnginesOptions> = {}): Promise<void> {
  engines = await startEngines({ directory, ...options });
}

/** What a start that cannot be says. */
async function refusal(options: Partial<EnginesOptions> = {}): Promise<string> {
  const error = await start(options).catch(error => error);
  expect(error).toBeInstanceOf(Error);
  return error.message;
}

async function putBack(path: string): Promise<void> {
  await rm(at(path), { recursive: true });
  await cp(join(kept, path), at(path), { recursive: true });
}

const broker = { port: 0, publishesPerSecond: 100 };

const KEY_FILE = 'keys/master-keys.json';

/** An account, with its keys. */
beforeAll(async () => {
  await start({ broker });
  const { DATABASE_OWNER_URL: url, DYNAMODB_ENDPOINT } = process.env;
  const database = openDatabase({ url: url!, connections: 1, applicationName: 'test' });
  const [{ id }] = await database.sql<[{ id: string }]>`
    insert into users (nickname, privacy_consent) values ('미소', '{}') returning id`;
  await database.close();
  const client = createDynamoClient('local', DYNAMODB_ENDPOINT);
  const table = { client, name: keysTable.name };
  await localEncryption({ keyFile: at(KEY_FILE), table, now: () => new Date() }).keys.create(id);
  client.destroy();
  await engines!.stop();
  engines = undefined;
  for (const path of ['keys', 'dynamodb']) await cp(at(path), join(kept, path), { recursive: true });
});
afterEach(async () => {
  await engines?.stop();
  engines = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([KEY_FILE, 'dynamodb', 'dynamodb/CURRENT', 'postgres/data', 'streams', 'mqtt/retained.ndjson'])(
  '%s that was lost is told, nothing is made in its place, and put back it serves again',
  async path => {
    await rename(at(path), at('lost'));
    const message = await refusal({ broker });
    expect(message).toContain(at(path));
    expect(message).toMatch(/put back/i);
    expect(message).not.toMatch(/delete/i);
    expect(existsSync(at(path))).toBe(false);
    await rename(at('lost'), at(path));
    await start({ broker });
  },
);

test('a key file that was lost is told also in a folder that does not say what was made in it', async () => {
  for (const path of [KEY_FILE, 'made.json']) await rm(at(path));
  expect(await refusal()).toMatch(/master-keys\.json cannot be read \(ENOENT\)\. Put back the one/);
  expect(existsSync(at(KEY_FILE))).toBe(false);
  await putBack('keys');
});

test('what a start does not use is not asked for: our database, where there is one of one’s own', async () => {
  await rename(at('postgres'), at('lost'));
  assertWhole(directory, ['dynamodb/CURRENT', 'streams']);
  await rename(at('lost'), at('postgres'));
});

test.each([
  ['of another folder', (path: string) => rm(path).then(() => createKeyFile(path))],
  ['empty', (path: string) => writeFile(path, '')],
  ['cut', async (path: string) => writeFile(path, (await readFile(path, 'utf8')).slice(0, 90))],
])('a key file that is %s is told, and left', async (_, spoil) => {
  await spoil(at(KEY_FILE));
  const spoilt = await readFile(at(KEY_FILE), 'utf8');
  expect(await refusal()).toMatch(
    /master-keys\.json is (not the key file that these data|no key file).*put (that one )?back/is,
  );
  expect(await readFile(at(KEY_FILE), 'utf8')).toBe(spoilt);
  await putBack('keys');
});

test('keys of users that were lost with what is in their table are told', async () => {
  await rm(at('dynamodb'), { recursive: true });
  const empty = await startDynamoDb({ directory: at('dynamodb') });
  await empty.stop();
  expect(await refusal()).toMatch(/The database has accounts, but .*dynamodb has no keys of theirs.*put back/is);
  await putBack('dynamodb');
});

test.each([
  ['streams/sensor-data.stream/stream.json', '{"name":', /Kinesis did not start on .*stream\.json/],
  ['dynamodb/CURRENT', 'MANIFEST-9', /DynamoDB did not start on .*dynamodb/],
  ['dynamodb/CURRENT', '', /DynamoDB did not start on .*dynamodb/],
  [
    'keys/token-keys.pem',
    '',
    /Keys did not start on .*keys: There is no private key \(PEM, PKCS #8\) in .*token-keys\.pem/,
  ],
  ['postgres/data/PG_VERSION', '', /PostgreSQL did not start on .*PG_VERSION: it names no version/],
  ['postgres/data/global/pg_control', '', /PostgreSQL did not start on .*pg_control/],
  ['mqtt/retained.ndjson', 'garbage\n', /MQTT did not start on .*retained\.ndjson, line 1: it is no message/],
])('%s that is torn (%j) is told in a line', async (path, content, message) => {
  const before = existsSync(at(path)) ? await readFile(at(path)) : undefined;
  await writeFile(at(path), content);
  const told = await refusal({ broker });
  expect(told).toMatch(message);
  expect(told).toMatch(/put back/i);
  expect(told).not.toMatch(/\n|delete/);
  expect(await readFile(at(path), 'utf8')).toBe(content);
  if (before === undefined) await rm(at(path));
  else await writeFile(at(path), before);
});

test('what is lost of the database in its folder is told, and no setting that was never made', async () => {
  await rename(at('postgres/data/base'), at('lost'));
  const message = await refusal();
  await rename(at('lost'), at('postgres/data/base'));
  expect(message).toMatch(/PostgreSQL did not start on .*postgres/);
  expect(message).not.toContain('DATABASE_URL');
});

test.each(['', 'garbage'])('a lock file torn by a crash (%j) is removed', async content => {
  await writeFile(at('postgres/data/postmaster.pid'), content);
  await start();
});

test.each(['missing', 'empty'])('a password that is %s is replaced: the data are whole', async how => {
  if (how === 'missing') await rm(at('postgres/password'));
  else await writeFile(at('postgres/password'), '');
  await start();
  expect((await stat(at('postgres/password'))).mode & 0o777).toBe(0o600);
});

test('a password that is another is told', async () => {
  const password = await readFile(at('postgres/password'));
  await writeFile(at('postgres/password'), 'another');
  expect(await refusal()).toMatch(/The password in .*postgres\/password is not that of the database/);
  await writeFile(at('postgres/password'), password);
});

test('data that others may read are told with the command that mends them', async () => {
  await chmod(at('postgres/data'), 0o755);
  expect(await refusal()).toContain(`chmod -R go= ${at('postgres/data')}`);
  await chmod(at('postgres/data'), 0o700);
  await start();
});

test.runIf(process.getuid?.() === 0)('root leaves a folder of another user alone', async () => {
  const others = join(folder, 'others');
  await mkdir(others);
  await chown(others, 4711, 4711);
  expect(await refusal({ directory: others })).toMatch(/others is of another user \(number 4711\)/);
});
