import { randomBytes } from 'node:crypto';
import { DomainError } from '../errors/domain-error.ts';
import { writeLog } from '../observability/log-sink.ts';
import type { KeyCache } from './key-cache.ts';
import type { KeyStore, StoredKey } from './key-store.ts';
import { KeyUnusable, refusing } from './key-unusable.ts';
import type { KeyWrapping } from './key-wrapping.ts';
import { accountErased } from './kinds.ts';
import { KEY_ID_BYTES } from './sealed-field.ts';

/** @throws DomainError `keys_unavailable`, from every function, where KMS or the table of keys cannot be reached */
export interface UserKeys {
  /**
   * Gives a user the first key, unless there is one.
   * @throws DomainError `account_erased`: who was erased never gets a key again
   */
  create(userId: string): Promise<void>;
  /**
   * A new key, under which everything is sealed from now on, in other processes within 5 minutes; what is sealed under the
   * former ones still opens.
   * @throws DomainError `account_erased`
   */
  rotate(userId: string): Promise<void>;
  /**
   * Erases a user: all keys are destroyed, and within 5 minutes nothing sealed under them opens in any process, nor a copy
   * of it in any backup. The line that is logged before says who was erased, for the day the keys are restored themselves.
   */
  destroy(userId: string): Promise<void>;
  /** As it is now, in every process. */
  isErased(userId: string): Promise<boolean>;
}

export interface UserKeysDependencies {
  readonly store: KeyStore;
  readonly wrapping: KeyWrapping;
  readonly cache: Pick<KeyCache, 'forget'>;
  now(): Date;
}

export function createUserKeys({ store, wrapping, cache, now }: UserKeysDependencies): UserKeys {
  async function newKey(userId: string): Promise<StoredKey> {
    const wrapped = await refusing(wrapping.generate(userId));
    return { id: randomBytes(KEY_ID_BYTES).toString('hex'), wrapped, createdAt: now() };
  }

  return {
    async create(userId) {
      let ring = await reached(store.read(userId));
      if (ring === undefined) {
        if (await reached(store.create(userId, await newKey(userId)))) return;
        // Made elsewhere in the meantime, or erased.
        ring = await reached(store.read(userId));
      }
      if (ring?.erased !== false) throw new DomainError(accountErased);
    },

    async rotate(userId) {
      const ring = await reached(store.read(userId));
      if (ring === undefined) throw new KeyUnusable('unknown_key');
      if (ring.erased) throw new DomainError(accountErased);
      // Where it is not added, another rotation has just been made, which is as good, or the user was erased.
      await reached(store.add(userId, await newKey(userId), ring.currentId));
      cache.forget(userId);
    },

    async destroy(userId) {
      const at = now();
      writeLog(JSON.stringify({ level: 'info', event: 'account-erased', userId, at: at.toISOString() }));
      await reached(store.erase(userId, at));
      cache.forget(userId);
    },

    async isErased(userId) {
      return (await reached(store.read(userId)))?.erased === true;
    },
  };
}

/** @throws DomainError `keys_unavailable` in place of what the store throws */
function reached<Result>(call: Promise<Result>): Promise<Result> {
  return refusing(
    call.catch(error => {
      throw new KeyUnusable('key_unavailable', error);
    }),
  );
}
