import {
  DecryptCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  type KMSClient,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import { KeyUnusable } from './key-unusable.ts';
import { DATA_KEY_BYTES, type KeyWrapping, type WrappedKey } from './key-wrapping.ts';
import { ofKms } from './kms-error.ts';

export interface KmsWrappingDependencies {
  readonly client: KMSClient;
  /** ARN of the key of KMS that wraps. */
  readonly keyId: string;
}

/**
 * By a key of KMS, which has the user's id as encryption context: it is authenticated with the data key, and written into
 * CloudTrail with each use.
 */
export function kmsWrapping({ client, keyId }: KmsWrappingDependencies): KeyWrapping {
  const contextOf = (userId: string) => ({ user_id: userId });

  return {
    current: keyId,

    async generate(userId) {
      const EncryptionContext = contextOf(userId);
      const request = { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext } as const;
      const { CiphertextBlob } = await ofKms(client.send(new GenerateDataKeyWithoutPlaintextCommand(request)));
      return wrapped(CiphertextBlob, keyId);
    },

    async unwrap(userId, { bytes, by }) {
      // The key is named: KMS would else take any that the blob says.
      const command = new DecryptCommand({ KeyId: by, CiphertextBlob: bytes, EncryptionContext: contextOf(userId) });
      const { Plaintext } = await ofKms(client.send(command));
      if (Plaintext?.length !== DATA_KEY_BYTES) throw new KeyUnusable('key_denied');
      return Plaintext;
    },

    async rewrap(userId, { bytes, by }) {
      const context = contextOf(userId);
      const command = new ReEncryptCommand({
        CiphertextBlob: bytes,
        SourceKeyId: by,
        SourceEncryptionContext: context,
        DestinationKeyId: keyId,
        DestinationEncryptionContext: context,
      });
      const { CiphertextBlob } = await ofKms(client.send(command));
      return wrapped(CiphertextBlob, keyId);
    },
  };
}

function wrapped(bytes: Uint8Array | undefined, by: string): WrappedKey {
  if (bytes === undefined) throw new KeyUnusable('key_unavailable');
  return { bytes, by };
}
