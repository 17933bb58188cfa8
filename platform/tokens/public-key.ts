import type { KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import type { PublicKey } from './signing-keys.ts';

/**
 * A public key as tokens name it.
 * @throws TypeError for a key that is not one of P-256
 */
export async function publicKeyOf(key: KeyObject): Promise<PublicKey> {
  const { kty, crv, x, y } = key.export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) {
    throw new TypeError('Tokens are signed by keys of P-256 only');
  }
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
}
