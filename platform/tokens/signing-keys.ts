import type { JWK } from 'jose';

/** A public key of P-256 as a JWK set has it (RFC 7517). */
export interface PublicKey extends JWK {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  /** The key's own thumbprint (RFC 7638): the same wherever it is worked out. */
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/**
 * The keys of tokens: the first signs, all verify. To rotate, a new key is put last, an hour later first (by then every
 * process and every cache of the JWK set knows it), and the old one is taken away when its last token has expired.
 */
export interface SigningKeys {
  /** In the order above. */
  publicKeys(): Promise<readonly [PublicKey, ...PublicKey[]]>;
  /** The signature of the first key in the form of JOSE: r and s, 32 bytes each (RFC 7518, 3.4). */
  sign(data: Uint8Array): Promise<Uint8Array>;
}
