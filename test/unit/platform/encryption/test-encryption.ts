import { randomBytes } from 'node:crypto';
import { localBlindIndex } from '../../../../platform/encryption/blind-index.ts';
import { createEncryption, type Encryption } from '../../../../platform/encryption/encryption.ts';
import type { KeyStore } from '../../../../platform/encryption/key-store.ts';
import type { KeyWrapping } from '../../../../platform/encryption/key-wrapping.ts';
import { localWrapping } from '../../../../platform/encryption/local-wrapping.ts';
import { memoryKeyStore } from './memory-key-store.ts';

/** A process's encryption whose clock stands where it is put. */
export interface TestEncryption extends Encryption {
  readonly clock: { ms: number };
}

export interface TestEncryptionOptions {
  /** Shared by processes. */
  readonly store?: KeyStore;
  readonly wrapping?: KeyWrapping;
  readonly clock?: { ms: number };
}

export const masterKey = () => ({ id: randomBytes(4).toString('hex'), key: randomBytes(32) });

export function testEncryption({
  store = memoryKeyStore(),
  wrapping = localWrapping([masterKey()]),
  clock = { ms: Date.parse('2026-01-01T00:00:00Z') },
}: TestEncryptionOptions = {}): TestEncryption {
  const now = () => new Date(clock.ms);
  return { ...createEncryption({ store, wrapping, blindIndex: localBlindIndex(randomBytes(32)), now }), clock };
}

/** Counts what is asked of a wrapping. */
export function counted(
  wrapping: KeyWrapping,
): KeyWrapping & { readonly calls: Record<'generate' | 'unwrap' | 'rewrap', number> } {
  const calls = { generate: 0, unwrap: 0, rewrap: 0 };
  return {
    calls,
    current: wrapping.current,
    generate(userId) {
      calls.generate++;
      return wrapping.generate(userId);
    },
    unwrap(userId, wrapped) {
      calls.unwrap++;
      return wrapping.unwrap(userId, wrapped);
    },
    rewrap(userId, wrapped) {
      calls.rewrap++;
      return wrapping.rewrap(userId, wrapped);
    },
  };
}
