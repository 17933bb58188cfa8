import type { WrappedKey } from './key-wrapping.ts';

/** A data key of a user, as it is stored. */
export interface StoredKey {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly wrapped: WrappedKey;
  readonly createdAt: Date;
}

/** All keys of a user, or the sign that they have been destroyed, which stays for ever. */
export type KeyRing =
  | { readonly erased: false; readonly currentId: string; readonly keys: ReadonlyMap<string, StoredKey> }
  | { readonly erased: true };

/**
 * The wrapped keys of all users, a ring each. A ring is changed as a whole or not at all, and every change says what it
 * found: of two at once one is made.
 */
export interface KeyStore {
  /** Sees every change that was completed before it. Undefined for a user who never had a key. */
  read(userId: string): Promise<KeyRing | undefined>;
  /** Gives a user the first key; false where there is a ring, or was one. */
  create(userId: string, key: StoredKey): Promise<boolean>;
  /** Makes the key the current one in place of another; false where that is not current any more, or all are destroyed. */
  add(userId: string, key: StoredKey, inPlaceOf: string): Promise<boolean>;
  /** Puts the same key as another master key wraps it; false where it is not wrapped as it was, or all are destroyed. */
  replace(userId: string, keyId: string, from: WrappedKey, to: WrappedKey): Promise<boolean>;
  /** Destroys all keys, also of a user who has none: no ring can be made any more. */
  erase(userId: string, at: Date): Promise<void>;
  /** Rings of all users, page by page, erased ones left out. A change made meanwhile may be seen or not. */
  pages(): AsyncIterable<readonly { readonly userId: string; readonly ring: KeyRing & { readonly erased: false } }[]>;
  /** Ids of all who were erased. */
  erasedUsers(): AsyncIterable<string>;
}
