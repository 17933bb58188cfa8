import { createHash } from 'node:crypto';
import type { Table } from '../dynamodb/client.ts';
import type { Seal } from '../idempotency/stored-answer.ts';
import { answerSeal } from './answer-seal.ts';
import { type BlindIndex, localBlindIndex } from './blind-index.ts';
import { dynamoKeyStore } from './dynamo-key-store.ts';
import { createFieldCipher, type FieldCipher, type Reseal } from './field-cipher.ts';
import { createKeyCache } from './key-cache.ts';
import { derivedKey, type KeyFile, readKeyFile } from './key-file.ts';
import type { KeyStore } from './key-store.ts';
import type { KeyWrapping } from './key-wrapping.ts';
import { localWrapping } from './local-wrapping.ts';
import { createUserKeys, type UserKeys } from './user-keys.ts';

/** Everything that keeps personal data to those whose it is. */
export interface Encryption {
  readonly cipher: FieldCipher;
  readonly reseal: Reseal;
  readonly keys: UserKeys;
  readonly blindIndex: BlindIndex;
  /** For kept answers of users. */
  readonly seal: Seal;
  /** What the job that rotates keys works on. */
  readonly store: KeyStore;
  readonly wrapping: KeyWrapping;
}

export interface EncryptionDependencies {
  readonly store: KeyStore;
  readonly wrapping: KeyWrapping;
  readonly blindIndex: BlindIndex;
  now(): Date;
}

export function createEncryption({ store, wrapping, blindIndex, now }: EncryptionDependencies): Encryption {
  const cache = createKeyCache({ store, wrapping, now });
  const { reseal, ...cipher } = createFieldCipher(cache);
  const keys = createUserKeys({ store, wrapping, cache, now });
  return { cipher, reseal, keys, blindIndex, seal: answerSeal(cipher), store, wrapping };
}

export type LocalEncryptionOptions = {
  /** Of the wrapped keys. */
  readonly table: Table;
  now(): Date;
} & (
  | { /** Its path. */ readonly keyFile: string }
  | { /** 32 bytes, in place of a file: for tests. */ readonly masterKey: Uint8Array }
);

/**
 * Without KMS.
 * @throws ConfigurationError for a key file that is not there, is none, or may be read by others
 */
export function localEncryption({ table, now, ...secrets }: LocalEncryptionOptions): Encryption {
  const keyFile = 'keyFile' in secrets ? readKeyFile(secrets.keyFile) : ofMasterKey(secrets.masterKey);
  return createEncryption({
    store: dynamoKeyStore(table),
    wrapping: localWrapping(keyFile.masterKeys),
    blindIndex: blindIndexOf(keyFile),
    now,
  });
}

/** That of a key file. */
export function blindIndexOf({ root }: Pick<KeyFile, 'root'>): BlindIndex {
  return localBlindIndex(derivedKey(root, 'blind index'));
}

function ofMasterKey(root: Uint8Array): KeyFile {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return { root, masterKeys: [{ id, key: derivedKey(root, 'master key') }] };
}
