import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: nobody tries them out, so that a plain hash is enough where they are kept. */
const BYTES = 32;

/** A device's secret as it is made, in base64url: shown once and kept nowhere. */
export function newDeviceSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of a secret: SHA-256. */
export function credentialHash(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

export function isSecretOf(hash: Uint8Array, secret: string): boolean {
  return timingSafeEqual(hash, credentialHash(secret));
}
