import { createHash, randomBytes } from 'node:crypto';

/** A key as it is made: `text` is shown once and kept nowhere. */
export interface NewApiKey {
  readonly text: string;
  /** Its first 11 characters, for lists. */
  readonly prefix: string;
  readonly hash: Uint8Array;
}

/** `h7_` tells tools that look for leaked secrets what this is; then 256 random bits. */
const TEXT = /^h7_[\w-]{43}$/;
const PREFIX_CHARACTERS = 11;

export function newApiKey(): NewApiKey {
  const text = `h7_${randomBytes(32).toString('base64url')}`;
  return { text, prefix: text.slice(0, PREFIX_CHARACTERS), hash: sha256(text) };
}

/** What a key is found by; undefined for what is no key. */
export function apiKeyHash(text: string): Uint8Array | undefined {
  return TEXT.test(text) ? sha256(text) : undefined;
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
