import type { KeyRing, KeyStore } from '../../../../platform/encryption/key-store.ts';

type Ring = KeyRing & { readonly erased: false };

/** Keys in a map, which can be copied: a store as `dynamoKeyStore` is, without a table. */
export function memoryKeyStore(
  rings: Map<string, KeyRing> = new Map(),
): KeyStore & { readonly rings: Map<string, KeyRing> } {
  const living = (userId: string): Ring | undefined => {
    const ring = rings.get(userId);
    return ring?.erased === false ? ring : undefined;
  };
  return {
    rings,
    read: async userId => rings.get(userId),
    async create(userId, key) {
      if (rings.has(userId)) return false;
      rings.set(userId, { erased: false, currentId: key.id, keys: new Map([[key.id, key]]) });
      return true;
    },
    async add(userId, key, inPlaceOf) {
      const ring = living(userId);
      if (ring?.currentId !== inPlaceOf) return false;
      rings.set(userId, { erased: false, currentId: key.id, keys: new Map([...ring.keys, [key.id, key]]) });
      return true;
    },
    async replace(userId, keyId, from, to) {
      const ring = living(userId);
      const key = ring?.keys.get(keyId);
      if (ring === undefined || key === undefined || !Buffer.from(from.bytes).equals(key.wrapped.bytes)) return false;
      rings.set(userId, { ...ring, keys: new Map([...ring.keys, [keyId, { ...key, wrapped: to }]]) });
      return true;
    },
    async erase(userId) {
      rings.set(userId, { erased: true });
    },
    async *erasedUsers() {
      for (const [userId, { erased }] of rings) if (erased) yield userId;
    },
    async *pages() {
      yield [...rings].flatMap(([userId, ring]) => (ring.erased ? [] : [{ userId, ring }]));
    },
  };
}
