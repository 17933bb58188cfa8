import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { joseSignature } from './jose-signature.ts';
import { publicKeyOf } from './public-key.ts';
import type { PublicKey, SigningKeys } from './signing-keys.ts';

/**
 * Keys that never leave KMS (ECC_NIST_P256, sign and verify). Public halves are asked for once a process: 1 call a key and
 * cold start, and 1 a token.
 * @param keyIds ids or ARNs: the first signs
 */
export function kmsSigningKeys(kms: KMSClient, keyIds: readonly [string, ...string[]]): SigningKeys {
  let known: Promise<readonly [PublicKey, ...PublicKey[]]> | undefined;

  async function publicKeyIn(KeyId: string): Promise<PublicKey> {
    const { PublicKey: der } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    return publicKeyOf(createPublicKey({ key: Buffer.from(der!), format: 'der', type: 'spki' }));
  }

  return {
    publicKeys() {
      known ??= Promise.all(keyIds.map(publicKeyIn)) as Promise<[PublicKey, ...PublicKey[]]>;
      const asked = known;
      asked.catch(() => {
        if (known === asked) known = undefined;
      });
      return asked;
    },

    async sign(data) {
      const { Signature } = await kms.send(
        new SignCommand({ KeyId: keyIds[0], Message: data, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
      );
      return joseSignature(Signature!);
    },
  };
}
