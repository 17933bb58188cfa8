import type { KeyCache } from './key-cache.ts';
import { KeyUnusable, refusing } from './key-unusable.ts';
import { type DataKey, keyIdOf, openField, sealField } from './sealed-field.ts';
import { UnopenedField } from './unopened-field.ts';

/** Where a personal value stands. A value sealed for one place opens in no other. */
export interface FieldPlace {
  /** Whose it is, and under whose key. */
  readonly userId: string;
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Seals personal values under their user's key (AES-256-GCM, 37 bytes over the value) and opens them. */
export interface FieldCipher {
  /**
   * Under the user's current key.
   * @throws DomainError `account_erased` where the user's key has been destroyed, `keys_unavailable`;
   * KeyUnusable where the user has none: signing up makes it
   */
  seal(place: FieldPlace, value: string | Uint8Array): Promise<Uint8Array>;
  /**
   * @throws UnopenedField for whatever does not open (moved, cut, of an unknown version or key, key destroyed, KMS denied):
   * it fails closed, and says why in its code for the audit, never what was in it.
   */
  open(place: FieldPlace, sealed: Uint8Array): Promise<Uint8Array>;
}

/**
 * The value sealed anew under the user's current key; undefined where it is already. What is read and written back moves to
 * a new key this way; what is never written opens under its old one for as long as the account lives.
 */
export type Reseal = (place: FieldPlace, sealed: Uint8Array) => Promise<Uint8Array | undefined>;

export function createFieldCipher(keys: Pick<KeyCache, 'current' | 'byId'>): FieldCipher & { reseal: Reseal } {
  async function seal(place: FieldPlace, value: string | Uint8Array): Promise<Uint8Array> {
    const key = await refusing(keys.current(place.userId));
    return sealField(key, place, value);
  }

  async function open(place: FieldPlace, sealed: Uint8Array): Promise<Uint8Array> {
    const keyId = keyIdOf(sealed);
    let key: DataKey;
    try {
      key = await keys.byId(place.userId, keyId);
    } catch (error) {
      throw error instanceof KeyUnusable ? new UnopenedField(error.code, error.cause) : error;
    }
    return openField(key, place, sealed);
  }

  return {
    seal,
    open,
    async reseal(place, sealed) {
      const { id } = await refusing(keys.current(place.userId));
      return keyIdOf(sealed) === id ? undefined : seal(place, await open(place, sealed));
    },
  };
}
