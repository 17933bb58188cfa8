/** A data key as it is stored. */
export interface WrappedKey {
  readonly bytes: Uint8Array;
  /** The master key it is wrapped by: a key of KMS, or one of the key file. */
  readonly by: string;
}

/**
 * Wraps data keys by a master key that never leaves KMS, or is in a file. What was wrapped for one user unwraps for no
 * other.
 *
 * @throws KeyUnusable `key_denied` or `key_unavailable`, from every function
 */
export interface KeyWrapping {
  /** The master key that wraps from now on. */
  readonly current: string;
  /** A new data key of 32 bytes. It is made here and not in the clear: whoever needs it unwraps it. */
  generate(userId: string): Promise<WrappedKey>;
  /** The data key, for its taker to overwrite. */
  unwrap(userId: string, wrapped: WrappedKey): Promise<Uint8Array>;
  /** The same data key under the current master key. */
  rewrap(userId: string, wrapped: WrappedKey): Promise<WrappedKey>;
}

export const DATA_KEY_BYTES = 32;
