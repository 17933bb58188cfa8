import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeyFile, derivedKey, readKeyFile } from '../../../../platform/encryption/key-file.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heal7-keys-'));
  path = join(folder, 'of-this-machine', 'keys.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a key file is made for its owner alone, and read again', async () => {
  await createKeyFile(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const { root, masterKeys } = readKeyFile(path);
  expect([root.length, masterKeys.length, masterKeys[0].key.length]).toEqual([32, 1, 32]);
});

test('one that is there is left as it is, and of many that make it at once one does', async () => {
  await Promise.all(Array.from({ length: 20 }, () => createKeyFile(path)));
  const text = await readFile(path, 'utf8');
  await createKeyFile(path);
  expect(await readFile(path, 'utf8')).toBe(text);
  expect(await readdir(join(folder, 'of-this-machine'))).toEqual(['keys.json']);
});

test.each([0o640, 0o604, 0o660, 0o610])('a file of mode %o is refused', async mode => {
  await createKeyFile(path);
  await chmod(path, mode);
  expect(() => readKeyFile(path)).toThrow(/HEAL7_KEY_FILE: others may read .*chmod 600/);
});

test('a file that is not there, or is no key file, is refused without a word of what is in it', async () => {
  expect(() => readKeyFile(path)).toThrow(/HEAL7_KEY_FILE: .* cannot be read \(ENOENT\)\. Put back the one/);
  await createKeyFile(path);
  const good = JSON.parse(await readFile(path, 'utf8'));
  const short = Buffer.alloc(31).toString('base64');
  const bad = ['', 'hunter2', '{}', { ...good, root: short }, { ...good, masterKeys: [] }, { ...good, more: 1 }];
  for (const content of bad) {
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    expect(() => readKeyFile(path)).toThrow(
      expect.objectContaining({
        name: 'ConfigurationError',
        message: expect.stringMatching(/is no key file\. Put back the one[^\n]*$/),
      }),
    );
  }
});

test('keys for two purposes have nothing in common, and are the same each time', () => {
  const root = new Uint8Array(32).fill(3);
  expect(derivedKey(root, 'one')).toEqual(derivedKey(root, 'one'));
  expect(derivedKey(root, 'one')).not.toEqual(derivedKey(root, 'other'));
});
