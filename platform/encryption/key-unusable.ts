import { DomainError } from '../errors/domain-error.ts';
import { accountErased, keysUnavailable } from './kinds.ts';

/**
 * `erased`: the user's keys have been destroyed. `unknown_key`: the user has no such key, or none. `key_denied`: KMS or the
 * master key refuses to unwrap it. `key_unavailable`: KMS or the table of keys does not answer, or is throttled.
 */
export type KeyTrouble = 'erased' | 'unknown_key' | 'key_denied' | 'key_unavailable';

/** A key that cannot be used. Its cause may be an error of AWS. */
export class KeyUnusable extends Error {
  override readonly name = 'KeyUnusable';
  readonly code: KeyTrouble;

  constructor(code: KeyTrouble, cause?: unknown) {
    super('A key cannot be used', { cause });
    this.code = code;
  }
}

/**
 * For who needs a key for other than opening.
 * @throws DomainError `account_erased` or `keys_unavailable` in place of a KeyUnusable that says so; others are our fault
 */
export async function refusing<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof KeyUnusable)) throw error;
    if (error.code === 'erased') throw new DomainError(accountErased);
    if (error.code === 'key_unavailable') throw new DomainError(keysUnavailable, {}, { 'retry-after': '1' });
    throw error;
  }
}
