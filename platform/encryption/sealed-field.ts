import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import type { FieldPlace } from './field-cipher.ts';
import { UnopenedField } from './unopened-field.ts';

/**
 * A sealed value: version (1 byte), key id (8), nonce (12), ciphertext (as long as the value), tag (16). Its additional data
 * are the version, the key id and the place, so that no byte of it and nothing about where it stands can be other.
 */
const VERSION = 1;
const KEY_ID_AT = 1;
const NONCE_AT = 9;
const CIPHERTEXT_AT = 21;
const TAG_BYTES = 16;

export const KEY_ID_BYTES = NONCE_AT - KEY_ID_AT;

/** Added to the length of a value. */
const SEALED_OVERHEAD = CIPHERTEXT_AT + TAG_BYTES;

/** A data key in the clear. */
export interface DataKey {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** Nonces are random: two of 2^32 values under one key are alike with a chance of 2^-32, and a user has thousands. */
export function sealField({ id, secret }: DataKey, place: FieldPlace, value: string | Uint8Array): Buffer {
  const header = Buffer.allocUnsafe(CIPHERTEXT_AT);
  header[0] = VERSION;
  header.write(id, KEY_ID_AT, 'hex');
  const nonce = randomBytes(CIPHERTEXT_AT - NONCE_AT);
  nonce.copy(header, NONCE_AT);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(header, place));
  const ciphertext = typeof value === 'string' ? cipher.update(value, 'utf8') : cipher.update(value);
  cipher.final();
  return Buffer.concat([header, ciphertext, cipher.getAuthTag()]);
}

/**
 * The id of the key that a value is sealed under.
 * @throws UnopenedField where it is no sealed value of ours
 */
export function keyIdOf(sealed: Uint8Array): string {
  if (sealed.length < SEALED_OVERHEAD) throw new UnopenedField('malformed');
  if (sealed[0] !== VERSION) throw new UnopenedField('unknown_version');
  return bufferOf(sealed).toString('hex', KEY_ID_AT, NONCE_AT);
}

/**
 * @param sealed as `keyIdOf` takes it
 * @throws UnopenedField
 */
export function openField({ secret }: DataKey, place: FieldPlace, sealed: Uint8Array): Buffer {
  const bytes = bufferOf(sealed);
  const tagAt = bytes.length - TAG_BYTES;
  const nonce = bytes.subarray(NONCE_AT, CIPHERTEXT_AT);
  const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalData(bytes, place));
  decipher.setAuthTag(bytes.subarray(tagAt));
  const value = decipher.update(bytes.subarray(CIPHERTEXT_AT, tagAt));
  try {
    decipher.final();
  } catch {
    throw new UnopenedField('altered');
  }
  return value;
}

/**
 * Each part of the place after its length, so that no two places are written alike. In UTF-16, which has bytes for every
 * string: UTF-8 writes all lone surrogates as one.
 */
function additionalData(header: Buffer, { userId, table, column, rowId }: FieldPlace): Buffer {
  const place = `${userId.length}:${userId}${table.length}:${table}${column.length}:${column}${rowId.length}:${rowId}`;
  const data = Buffer.allocUnsafe(NONCE_AT + place.length * 2);
  header.copy(data, 0, 0, NONCE_AT);
  data.write(place, NONCE_AT, 'utf16le');
  return data;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
