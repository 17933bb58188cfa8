import { createSecretKey } from 'node:crypto';
import type { KeyRing, KeyStore, StoredKey } from './key-store.ts';
import { KeyUnusable } from './key-unusable.ts';
import type { KeyWrapping } from './key-wrapping.ts';
import type { DataKey } from './sealed-field.ts';

/**
 * How long keys are used without asking whether they are still there, from the moment they were asked for and never for
 * longer: what an erasure takes to reach every process.
 */
export const KEY_LIFETIME_MS = 5 * 60_000;

/** With a key or two each, 10 MB. */
const MOST_USERS = 5_000;

/** Data keys in the clear, for as long as they may be. */
export interface KeyCache {
  /** To seal with. @throws KeyUnusable */
  current(userId: string): Promise<DataKey>;
  /** To open with. @throws KeyUnusable */
  byId(userId: string, keyId: string): Promise<DataKey>;
  /** Uses of the user's keys that begin after it ask anew. */
  forget(userId: string): void;
}

export interface KeyCacheDependencies {
  readonly store: Pick<KeyStore, 'read'>;
  readonly wrapping: Pick<KeyWrapping, 'unwrap'>;
  now(): Date;
  /** `MOST_USERS` unless said. */
  readonly mostUsers?: number;
}

/** The keys of a user, asked for at one moment. Those who come while it is under way share it. */
interface Held {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly ring: Promise<KeyRing>;
  readonly unwrapped: Map<string, Promise<DataKey>>;
  /** Of those, the one to seal with. */
  current?: Promise<DataKey>;
}

export function createKeyCache({ store, wrapping, now, mostUsers = MOST_USERS }: KeyCacheDependencies): KeyCache {
  /** The one used last is last. */
  const users = new Map<string, Held>();

  function held(userId: string): Held | undefined {
    const found = users.get(userId);
    if (found === undefined || found.until <= now().getTime()) return undefined;
    users.delete(userId);
    users.set(userId, found);
    return found;
  }

  /** In place of what is held, at once: a later `forget` finds it. */
  function fetch(userId: string): Held {
    const time = now().getTime();
    // Keys are not kept for longer than they are used. Asking KMS takes a hundred times as long as looking through all.
    for (const [id, { until }] of users) if (until <= time) users.delete(id);
    const fetched: Held = { until: time + KEY_LIFETIME_MS, ring: readRing(userId), unwrapped: new Map() };
    users.delete(userId);
    users.set(userId, fetched);
    const [oldest] = users.keys();
    if (users.size > mostUsers) users.delete(oldest!);
    // A failure is given to all that wait for it, and not kept.
    fetched.ring.catch(() => {
      if (users.get(userId) === fetched) users.delete(userId);
    });
    return fetched;
  }

  async function readRing(userId: string): Promise<KeyRing> {
    const ring = await store.read(userId).catch(error => {
      throw new KeyUnusable('key_unavailable', error);
    });
    if (ring === undefined) throw new KeyUnusable('unknown_key');
    return ring;
  }

  function unwrap(userId: string, { unwrapped, until }: Held, key: StoredKey): Promise<DataKey> {
    const known = unwrapped.get(key.id);
    if (known !== undefined) return known;
    const unwrapping = dataKey(userId, key, until);
    unwrapped.set(key.id, unwrapping);
    unwrapping.catch(() => unwrapped.delete(key.id));
    return unwrapping;
  }

  async function dataKey(userId: string, { id, wrapped }: StoredKey, until: number): Promise<DataKey> {
    const bytes = await wrapping.unwrap(userId, wrapped);
    const secret = createSecretKey(bytes);
    bytes.fill(0);
    // So slow that the user may have been erased five minutes ago.
    if (until <= now().getTime()) throw new KeyUnusable('key_unavailable');
    return { id, secret };
  }

  async function findCurrent(userId: string, keys: Held): Promise<DataKey> {
    const ring = await keys.ring;
    if (ring.erased) throw new KeyUnusable('erased');
    const current = unwrap(userId, keys, ring.keys.get(ring.currentId)!);
    keys.current = current;
    current.catch(() => delete keys.current);
    return current;
  }

  async function find(userId: string, keyId: string, former: Held | undefined): Promise<DataKey> {
    let keys = former ?? fetch(userId);
    let ring = await keys.ring;
    // Another process may have given the user a new key since these were asked for.
    if (!ring.erased && !ring.keys.has(keyId) && keys === former) {
      keys = fetch(userId);
      ring = await keys.ring;
    }
    if (ring.erased) throw new KeyUnusable('erased');
    const key = ring.keys.get(keyId);
    if (key === undefined) throw new KeyUnusable('unknown_key');
    return unwrap(userId, keys, key);
  }

  return {
    current(userId) {
      const keys = held(userId) ?? fetch(userId);
      return keys.current ?? findCurrent(userId, keys);
    },

    byId(userId, keyId) {
      const keys = held(userId);
      return keys?.unwrapped.get(keyId) ?? find(userId, keyId, keys);
    },

    forget(userId) {
      users.delete(userId);
    },
  };
}
