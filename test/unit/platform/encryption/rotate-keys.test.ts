import { expect, test } from 'vitest';
import { KeyUnusable } from '../../../../platform/encryption/key-unusable.ts';
import { localWrapping } from '../../../../platform/encryption/local-wrapping.ts';
import { rotateKeys } from '../../../../platform/encryption/rotate-keys.ts';
import { logTo } from '../../../../platform/observability/log-sink.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { masterKey, testEncryption } from './test-encryption.ts';

logTo(() => {});

const [former, later] = [masterKey(), masterKey()];
const users = Array.from({ length: 45 }, (_, n) => `u${n}`);
const placeOf = (userId: string) => ({ userId, table: 'people', column: 'birth', rowId: 'row-1' });

/** 45 users with two keys each under the former master key; the last is erased. */
async function usersUnderFormerKey() {
  const store = memoryKeyStore();
  const before = testEncryption({ store, wrapping: localWrapping([former]) });
  const sealed = new Map<string, Uint8Array>();
  for (const userId of users) {
    await before.keys.create(userId);
    sealed.set(userId, await before.cipher.seal(placeOf(userId), userId));
    await before.keys.rotate(userId);
  }
  await before.keys.destroy('u44');
  return { store, sealed };
}

test('keys of all users are put under the current master key, and the former one is needed no more', async () => {
  const { store, sealed } = await usersUnderFormerKey();
  const both = testEncryption({ store, wrapping: localWrapping([later, former]) });
  const now = () => new Date(both.clock.ms);
  expect(await rotateKeys({ ...both, now })).toEqual({ users: 44, rewrapped: 88, rotated: 0 });
  expect(await rotateKeys({ ...both, now })).toEqual({ users: 44, rewrapped: 0, rotated: 0 });

  const after = testEncryption({ store, wrapping: localWrapping([later]) });
  for (const userId of users.slice(0, 44)) {
    const value = await after.cipher.open(placeOf(userId), sealed.get(userId)!);
    expect(Buffer.from(value).toString()).toBe(userId);
  }
  expect(await after.keys.isErased('u44')).toBe(true);
});

test('a key under a master key that is not there any more is refused', async () => {
  const { store, sealed } = await usersUnderFormerKey();
  const after = testEncryption({ store, wrapping: localWrapping([later]) });
  await expect(after.cipher.open(placeOf('u0'), sealed.get('u0')!)).rejects.toMatchObject({ code: 'key_denied' });
});

test('who seals under a key of a year gets a new one', async () => {
  const own = testEncryption();
  const now = () => new Date(own.clock.ms);
  await own.keys.create('minji');
  own.clock.ms += 364 * 86_400_000;
  await own.keys.create('junho');
  expect(await rotateKeys({ ...own, now })).toMatchObject({ rotated: 0 });
  own.clock.ms += 86_400_000;
  expect(await rotateKeys({ ...own, now })).toEqual({ users: 2, rewrapped: 0, rotated: 1 });
  expect(await rotateKeys({ ...own, now })).toMatchObject({ rotated: 0 });
  expect(await own.store.read('minji')).toMatchObject({ keys: { size: 2 } });
});

test('who is erased while the keys are gone through stays erased, and nothing fails', async () => {
  const own = testEncryption();
  await own.keys.create('minji');
  own.clock.ms += 400 * 86_400_000;
  const { value: page } = await own.store.pages()[Symbol.asyncIterator]().next();
  await own.keys.destroy('minji');
  const store = {
    ...own.store,
    pages: async function* () {
      yield page!;
    },
  };
  const wrapping = { ...own.wrapping, current: 'another' };
  const counts = await rotateKeys({ ...own, store, wrapping, now: () => new Date(own.clock.ms) });
  expect(counts).toEqual({ users: 1, rewrapped: 0, rotated: 0 });
  expect(await own.store.read('minji')).toEqual({ erased: true });
});

test('a run that KMS breaks off is carried on by the next', async () => {
  const { store } = await usersUnderFormerKey();
  const both = testEncryption({ store, wrapping: localWrapping([later, former]) });
  let calls = 0;
  const throttled = {
    ...both.wrapping,
    rewrap: async (...call: Parameters<typeof both.wrapping.rewrap>) => {
      calls++;
      if (calls > 30) throw new KeyUnusable('key_unavailable');
      return both.wrapping.rewrap(...call);
    },
  };
  const now = () => new Date(both.clock.ms);
  await expect(rotateKeys({ ...both, wrapping: throttled, now })).rejects.toMatchObject({ code: 'key_unavailable' });
  expect(await rotateKeys({ ...both, now })).toEqual({ users: 44, rewrapped: 58, rotated: 0 });
});
