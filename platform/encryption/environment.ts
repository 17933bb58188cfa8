import * as z from 'zod';
import { environment } from '../config/environment.ts';
import { keysTableOfEnvironment } from '../dynamodb/client.ts';
import { sharedKmsClient } from '../kms/client.ts';
import { type BlindIndex, kmsBlindIndex } from './blind-index.ts';
import { dynamoKeyStore } from './dynamo-key-store.ts';
import { blindIndexOf, createEncryption, type Encryption, localEncryption } from './encryption.ts';
import { readKeyFile } from './key-file.ts';
import { kmsWrapping } from './kms-wrapping.ts';

const schema = z
  .object({
    /** ARNs of the keys of KMS that wrap data keys, and that hash what is found by value. */
    HEAL7_KMS_DATA_KEY: z.string().optional(),
    HEAL7_KMS_HMAC_KEY: z.string().optional(),
    /** In their place, on a machine of its own: the path of the key file. */
    HEAL7_KEY_FILE: z.string().optional(),
  })
  .superRefine((settings, context) => {
    const { HEAL7_KMS_DATA_KEY: data, HEAL7_KMS_HMAC_KEY: mac, HEAL7_KEY_FILE: file } = settings;
    const issue = (variable: keyof typeof settings, message: string) =>
      context.addIssue({ code: 'custom', path: [variable], message });
    if (file !== undefined && (data ?? mac) !== undefined)
      issue('HEAL7_KEY_FILE', 'must not be set beside keys of KMS');
    if (file !== undefined) return;
    if (data === undefined) issue('HEAL7_KMS_DATA_KEY', 'is required, or HEAL7_KEY_FILE');
    if (mac === undefined) issue('HEAL7_KMS_HMAC_KEY', 'is required, or HEAL7_KEY_FILE');
  });

let ofProcess: Encryption | undefined;

/**
 * The encryption that the environment names: one a process, for the sake of the keys it holds.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function encryptionFromEnvironment(): Encryption {
  ofProcess ??= encryptionFrom(process.env);
  return ofProcess;
}

/** @throws ConfigurationError naming every variable that is wrong */
export function encryptionFrom(source: Readonly<Record<string, string | undefined>>): Encryption {
  const settings = environment(schema, source)();
  const { HEAL7_KMS_DATA_KEY: data, HEAL7_KMS_HMAC_KEY: mac, HEAL7_KEY_FILE: keyFile } = settings;
  const table = keysTableOfEnvironment();
  const now = () => new Date();
  if (keyFile !== undefined) return localEncryption({ keyFile, table, now });
  const client = sharedKmsClient();
  return createEncryption({
    store: dynamoKeyStore(table),
    wrapping: kmsWrapping({ client, keyId: data! }),
    blindIndex: kmsBlindIndex({ client, keyId: mac! }),
    now,
  });
}

/**
 * The keyed hash of the environment alone: for functions that open nobody's data, and have no way to users' keys.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function blindIndexFromEnvironment(): BlindIndex {
  const { HEAL7_KMS_HMAC_KEY: keyId, HEAL7_KEY_FILE: keyFile } = environment(schema, process.env)();
  if (keyFile !== undefined) return blindIndexOf(readKeyFile(keyFile));
  return kmsBlindIndex({ client: sharedKmsClient(), keyId: keyId! });
}
