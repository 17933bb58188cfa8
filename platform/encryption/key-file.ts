import { hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { ConfigurationError } from '../config/environment.ts';

/** A key that wraps data keys. */
export interface MasterKey {
  /** Of its time: stands beside what it has wrapped. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** The secrets of a machine of its own, in place of KMS. */
export interface KeyFile {
  /** 32 bytes, from which other keys are derived (`derivedKey`): it stays what it is for as long as the data lives. */
  readonly root: Uint8Array;
  /** The first wraps. A new one is put before it, and the job `rotate-keys` makes the former ones needless. */
  readonly masterKeys: readonly [MasterKey, ...MasterKey[]];
}

const SECRET_BYTES = 32;

const secret = z.base64().transform(text => Buffer.from(text, 'base64'));
const secretOf32 = secret.refine(({ length }) => length === SECRET_BYTES);
const masterKey = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/), key: secretOf32 });
const schema = z.strictObject({
  root: secretOf32,
  masterKeys: z.tuple([masterKey], masterKey),
});

/** Rights of the group and of others. */
const OF_OTHERS = 0o077;

/**
 * Makes a key file with new secrets, for its owner alone, unless there is one. It is there as a whole or not at all, and of
 * processes that make it at once, one does.
 */
export async function createKeyFile(path: string): Promise<void> {
  const content = {
    root: randomBytes(SECRET_BYTES).toString('base64'),
    masterKeys: [{ id: randomBytes(8).toString('hex'), key: randomBytes(SECRET_BYTES).toString('base64') }],
  };
  await mkdir(dirname(path), { recursive: true });
  const made = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    const file = await open(made, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(content, undefined, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // Unlike a renaming, it leaves one that is there already.
    await link(made, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(made, { force: true });
  }
}

/** With another, all that is sealed stays closed, and what is sealed anew is closed to the right one. */
const PUT_BACK = 'Put back the one that the data were sealed with, from a copy.';

/** @throws ConfigurationError where it is not there, is no key file, or others than its owner may read it */
export function readKeyFile(path: string): KeyFile {
  const refuse = (message: string) => new ConfigurationError([{ variable: 'HEAL7_KEY_FILE', message }]);
  const text = ownText(path, refuse);
  let parsed: ReturnType<typeof schema.safeParse> | undefined;
  try {
    parsed = schema.safeParse(JSON.parse(text));
  } catch {
    // JSON's message would quote it.
  }
  if (!parsed?.success) throw refuse(`${path} is no key file. ${PUT_BACK}`);
  return parsed.data;
}

function ownText(path: string, refuse: (message: string) => ConfigurationError): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refuse(`${path} cannot be read (${code})${code === 'ENOENT' ? `. ${PUT_BACK}` : ''}`);
  }
  try {
    // Of the file that is open, whatever its path leads to by now. Windows has no such bits.
    const { mode } = fstatSync(file);
    if (process.platform !== 'win32' && (mode & OF_OTHERS) !== 0) {
      throw refuse(`others may read ${path}, which held secrets: chmod 600 it if nobody has`);
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/** A key of 32 bytes for one purpose; another purpose's says nothing about it. */
export function derivedKey(root: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', root, '', `heal7 ${purpose}`, SECRET_BYTES));
}
