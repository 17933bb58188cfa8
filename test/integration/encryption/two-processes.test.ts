import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createKeyFile } from '../../../platform/encryption/key-file.ts';
import { type KeyProcess, startKeyProcess } from './key-processes.ts';

const AT = Date.parse('2026-01-01T00:00:00Z');
const placeOf = (userId: string) => ({ userId, table: 'users', column: 'email', rowId: userId });

let folder: string;
let engine: DynamoDb;
let here: KeyProcess;
let there: KeyProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heal7-keys-'));
  const keyFile = join(folder, 'keys.json');
  engine = await startDynamoDb();
  await createKeyFile(keyFile);
  [here, there] = (await Promise.all([0, 1].map(() => startKeyProcess(engine.endpoint, keyFile)))) as [
    KeyProcess,
    KeyProcess,
  ];
});
afterAll(async () => {
  await Promise.all([here, there].map(({ kill }) => kill()));
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const seal = (process: KeyProcess, at: number, userId: string, value: string) =>
  process.ask(at, { action: 'seal', place: placeOf(userId), value });
const open = (process: KeyProcess, at: number, userId: string, sealed: string) =>
  process.ask(at, { action: 'open', place: placeOf(userId), sealed });

test('the first keys of 30 users made by two processes at once are one a user: what one seals the other opens', async () => {
  const users = Array.from({ length: 30 }, (_, n) => `at-once-${n}`);
  const make = (process: KeyProcess, userId: string) => process.ask(AT, { action: 'create', userId });
  const made = await Promise.all(users.flatMap(userId => [make(here, userId), make(there, userId)]));
  expect(new Set(made)).toEqual(new Set(['']));
  for (const userId of users) {
    const [one, other] = await Promise.all([seal(here, AT, userId, '하나'), seal(there, AT, userId, '둘')]);
    // Both under the same key.
    expect(Buffer.from(one, 'base64').subarray(0, 9)).toEqual(Buffer.from(other, 'base64').subarray(0, 9));
    expect(await Promise.all([open(there, AT, userId, one), open(here, AT, userId, other)])).toEqual(['하나', '둘']);
  }
});

test('rotations of both processes at once leave every value openable in both', async () => {
  await here.ask(AT, { action: 'create', userId: 'rotated' });
  const sealed = [await seal(here, AT, 'rotated', '0')];
  for (let n = 1; n <= 10; n++) {
    await Promise.all([here, there].map(each => each.ask(AT, { action: 'rotate', userId: 'rotated' })));
    sealed.push(await seal(n % 2 ? here : there, AT, 'rotated', String(n)));
  }
  for (const process of [here, there]) {
    const opened = await Promise.all(sealed.map(value => open(process, AT, 'rotated', value)));
    expect(opened).toEqual(sealed.map((_, n) => String(n)));
  }
});

test('what one process erases, the other opens for 5 minutes at most, and neither seals for ever after', async () => {
  await here.ask(AT, { action: 'create', userId: 'erased' });
  const sealed = await seal(here, AT, 'erased', 'value');
  expect(await open(there, AT, 'erased', sealed)).toBe('value');
  await here.ask(AT + 1_000, { action: 'destroy', userId: 'erased' });
  expect(await open(here, AT + 1_000, 'erased', sealed)).toBe('refused: erased');
  expect(await open(there, AT + 299_999, 'erased', sealed)).toBe('value');
  expect(await open(there, AT + 300_000, 'erased', sealed)).toBe('refused: erased');
  for (const process of [here, there]) {
    const later = AT + 400_000_000;
    expect(await seal(process, later, 'erased', 'value')).toBe('refused: account_erased');
    expect(await process.ask(later, { action: 'create', userId: 'erased' })).toBe('refused: account_erased');
    expect(await process.ask(later, { action: 'rotate', userId: 'erased' })).toBe('refused: account_erased');
  }
});

test('an erasure while both make the first key or another has the last word', async () => {
  for (let n = 0; n < 20; n++) {
    const userId = `raced-${n}`;
    if (n % 2) await here.ask(AT, { action: 'create', userId });
    const action = n % 2 ? 'rotate' : 'create';
    await Promise.all([
      here.ask(AT, { action, userId }),
      there.ask(AT, { action, userId }),
      (n % 3 ? here : there).ask(AT, { action: 'destroy', userId }),
    ]);
    const later = AT + 300_000;
    expect(await seal(here, later, userId, 'value')).toBe('refused: account_erased');
    expect(await seal(there, later, userId, 'value')).toBe('refused: account_erased');
  }
});
