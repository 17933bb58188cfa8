import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MasterKey } from './key-file.ts';
import { KeyUnusable } from './key-unusable.ts';
import { DATA_KEY_BYTES, type KeyWrapping, type WrappedKey } from './key-wrapping.ts';

/** Nonce (12), ciphertext (32), tag (16). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TAG_AT = NONCE_BYTES + DATA_KEY_BYTES;

/**
 * By master keys out of a file, AES-256-GCM with the user's id as additional data.
 * @param masterKeys the first wraps, the others only unwrap
 */
export function localWrapping(masterKeys: readonly [MasterKey, ...MasterKey[]]): KeyWrapping {
  const [current] = masterKeys;

  function wrap(userId: string, dataKey: Uint8Array): WrappedKey {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', current.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(userId, 'utf16le'));
    const bytes = Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
    return { bytes, by: current.id };
  }

  async function unwrap(userId: string, { bytes, by }: WrappedKey): Promise<Uint8Array> {
    const masterKey = masterKeys.find(({ id }) => id === by);
    if (masterKey === undefined || bytes.length !== TAG_AT + TAG_BYTES) throw new KeyUnusable('key_denied');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', masterKey.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(userId, 'utf16le'));
    decipher.setAuthTag(bytes.subarray(TAG_AT));
    const dataKey = decipher.update(bytes.subarray(NONCE_BYTES, TAG_AT));
    try {
      decipher.final();
    } catch (error) {
      throw new KeyUnusable('key_denied', error);
    }
    return dataKey;
  }

  return {
    current: current.id,
    generate: async userId => wrap(userId, randomBytes(DATA_KEY_BYTES)),
    unwrap,
    rewrap: async (userId, wrapped) => wrap(userId, await unwrap(userId, wrapped)),
  };
}
