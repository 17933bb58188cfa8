import { createHmac } from 'node:crypto';
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { KeyUnusable, refusing } from './key-unusable.ts';
import { ofKms } from './kms-error.ts';

/**
 * `identity`: an account at Kakao, Naver or Google. `network`: where requests come from, counted for a while. `webhook`: nothing
 * is found by it: it is the secret that messages to a webhook are signed with, so that the secret is kept nowhere.
 */
type IndexedKind = 'email' | 'phone' | 'identity' | 'network' | 'webhook';

/**
 * Keyed hashes of values that rows are found by. Whoever has the database and not the key can neither read them nor try
 * values out. There is one key for all, and it never changes: it would be the end of finding.
 */
export interface BlindIndex {
  /**
   * 32 bytes (HMAC-SHA-256); the same text of another kind has another hash.
   * @throws DomainError `keys_unavailable`
   */
  of(kind: IndexedKind, normalized: string): Promise<Uint8Array>;
}

export interface KmsBlindIndexDependencies {
  readonly client: KMSClient;
  /** ARN of an HMAC_256 key. */
  readonly keyId: string;
}

export function kmsBlindIndex({ client, keyId }: KmsBlindIndexDependencies): BlindIndex {
  return {
    of: (kind, normalized) => refusing(macOf(message(kind, normalized))),
  };

  async function macOf(Message: Uint8Array): Promise<Uint8Array> {
    const command = new GenerateMacCommand({
      KeyId: keyId,
      MacAlgorithm: 'HMAC_SHA_256',
      Message,
    });
    const { Mac } = await ofKms(client.send(command));
    if (Mac === undefined) throw new KeyUnusable('key_unavailable');
    return Mac;
  }
}

/** @param key 32 bytes */
export function localBlindIndex(key: Uint8Array): BlindIndex {
  return {
    of: async (kind, normalized) => createHmac('sha256', key).update(message(kind, normalized)).digest(),
  };
}

/** No kind has the separator in it. */
function message(kind: string, normalized: string): Buffer {
  return Buffer.from(`${kind}\0${normalized}`);
}
