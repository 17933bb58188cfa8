import { describe, expect, test } from 'vitest';
import { createKeyCache, KEY_LIFETIME_MS } from '../../../../platform/encryption/key-cache.ts';
import { KeyUnusable } from '../../../../platform/encryption/key-unusable.ts';
import { localWrapping } from '../../../../platform/encryption/local-wrapping.ts';
import { createUserKeys } from '../../../../platform/encryption/user-keys.ts';
import { logTo } from '../../../../platform/observability/log-sink.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { counted, masterKey } from './test-encryption.ts';

logTo(() => {});

/** A process with users u0, u1, …, whose asking is counted. */
async function cacheOf(users: number, mostUsers?: number) {
  const clock = { ms: 1_000_000 };
  const now = () => new Date(clock.ms);
  const store = memoryKeyStore();
  const wrapping = counted(localWrapping([masterKey()]));
  let reads = 0;
  let failing: Error | undefined;
  const cache = createKeyCache({
    store: {
      read: async userId => {
        reads++;
        if (failing) throw failing;
        return store.read(userId);
      },
    },
    wrapping,
    now,
    ...(mostUsers !== undefined && { mostUsers }),
  });
  const keys = createUserKeys({ store, wrapping, cache, now });
  for (let n = 0; n < users; n++) await keys.create(`u${n}`);
  return {
    cache,
    keys,
    clock,
    store,
    unwrapped: () => wrapping.calls.unwrap,
    reads: () => reads,
    fail: (error: Error | undefined) => {
      failing = error;
    },
  };
}

test('uses of one key at once share one call of KMS and one reading of the table', async () => {
  const { cache, unwrapped, reads } = await cacheOf(2);
  const uses = Array.from({ length: 500 }, (_, n) => cache.current(`u${n % 2}`));
  const ids = new Set((await Promise.all(uses)).map(({ id }) => id));
  expect([ids.size, unwrapped(), reads()]).toEqual([2, 2, 2]);
});

test('a key is used for 5 minutes from when it was asked for, however often it is used', async () => {
  const { cache, clock, unwrapped } = await cacheOf(1);
  const asked = clock.ms;
  for (; clock.ms < asked + KEY_LIFETIME_MS; clock.ms += 10_000) await cache.current('u0');
  expect(KEY_LIFETIME_MS).toBe(300_000);
  expect(unwrapped()).toBe(1);
  clock.ms = asked + KEY_LIFETIME_MS - 1;
  await cache.current('u0');
  expect(unwrapped()).toBe(1);
  clock.ms++;
  await cache.current('u0');
  expect(unwrapped()).toBe(2);
});

test('the 5 minutes begin before the table is read, not when KMS has answered', async () => {
  const { cache, clock, keys, store } = await cacheOf(1);
  const read = store.read;
  let slow = true;
  const slowCache = createKeyCache({
    store: {
      read: async userId => {
        const ring = await read(userId);
        if (slow) clock.ms += 200_000;
        return ring;
      },
    },
    wrapping: { unwrap: async () => Buffer.alloc(32) },
    now: () => new Date(clock.ms),
  });
  await slowCache.current('u0');
  slow = false;
  await keys.destroy('u0');
  clock.ms += 99_999;
  await slowCache.current('u0');
  clock.ms += 1;
  await expect(slowCache.current('u0')).rejects.toMatchObject({ code: 'erased' });
  await expect(cache.current('u0')).rejects.toMatchObject({ code: 'erased' });
});

test('a key that KMS gives after its 5 minutes are over is not used', async () => {
  const { store, clock } = await cacheOf(1);
  let takesMs = 2_000;
  const cache = createKeyCache({
    store,
    wrapping: {
      unwrap: async () => {
        clock.ms += takesMs;
        return Buffer.alloc(32);
      },
    },
    now: () => new Date(clock.ms),
  });
  await expect(cache.byId('u0', 'ffffffffffffffff')).rejects.toMatchObject({ code: 'unknown_key' });
  clock.ms += KEY_LIFETIME_MS - 1_000;
  await expect(cache.current('u0')).rejects.toMatchObject({ code: 'key_unavailable' });
  takesMs = 0;
  await cache.current('u0');
});

test('no more users are held than allowed, and the one not used for longest goes first', async () => {
  const { cache, unwrapped } = await cacheOf(4, 3);
  for (const user of ['u0', 'u1', 'u2', 'u0', 'u3']) await cache.current(user);
  expect(unwrapped()).toBe(4);
  await cache.current('u0');
  await cache.current('u2');
  await cache.current('u3');
  expect(unwrapped()).toBe(4);
  await cache.current('u1');
  expect(unwrapped()).toBe(5);
});

test('a process that forgets a user asks anew, also where asking was under way', async () => {
  const { cache, keys } = await cacheOf(1);
  const underWay = cache.current('u0');
  await keys.destroy('u0');
  await underWay;
  await expect(cache.current('u0')).rejects.toMatchObject({ code: 'erased' });
});

describe('a failure', () => {
  test('of the table is told to all who wait, and not kept', async () => {
    const { cache, fail, reads } = await cacheOf(1);
    fail(new Error('away'));
    const outcomes = await Promise.allSettled([cache.current('u0'), cache.current('u0')]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'key_unavailable' } });
    }
    expect(reads()).toBe(1);
    fail(undefined);
    await cache.current('u0');
  });

  test('of KMS is told to all who wait, and not kept', async () => {
    const { store, clock } = await cacheOf(1);
    let calls = 0;
    const cache = createKeyCache({
      store,
      wrapping: {
        unwrap: async () => {
          calls++;
          if (calls === 1) throw new KeyUnusable('key_denied');
          return Buffer.alloc(32);
        },
      },
      now: () => new Date(clock.ms),
    });
    const outcomes = await Promise.allSettled([cache.current('u0'), cache.current('u0')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toBe(1);
    await cache.current('u0');
    expect(calls).toBe(2);
  });
});

test('a user who has no key yet is asked for again', async () => {
  const { cache, keys } = await cacheOf(0);
  await expect(cache.current('u0')).rejects.toMatchObject({ code: 'unknown_key' });
  await keys.create('u0');
  await cache.current('u0');
});

test('an unknown key id is looked for once more where the ring was held, and once where it is fresh', async () => {
  const { cache, reads } = await cacheOf(1);
  await expect(cache.byId('u0', 'ffffffffffffffff')).rejects.toMatchObject({ code: 'unknown_key' });
  expect(reads()).toBe(1);
  await expect(cache.byId('u0', 'ffffffffffffffff')).rejects.toMatchObject({ code: 'unknown_key' });
  expect(reads()).toBe(2);
});
