import * as z from 'zod';
import { environment } from '../config/environment.ts';
import { sharedKmsClient } from '../kms/client.ts';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import { kmsSigningKeys } from './kms-signing-keys.ts';
import { localSigningKeys, readSigningKeyFile, signingKeyFileBeside } from './local-signing-keys.ts';
import type { SigningKeys } from './signing-keys.ts';

const settings = environment(
  z
    .object({
      /** ARNs of KMS keys (ECC_NIST_P256), separated by commas: the first signs, all verify. */
      HEAL7_KMS_TOKEN_KEYS: z
        .string()
        .regex(/^[^,\s]+(,[^,\s]+)*$/, 'must be ids of KMS keys, separated by commas')
        .optional(),
      /** Without KMS: the file with the keys of one machine; those of tokens are in `token-keys.pem` beside it. */
      HEAL7_KEY_FILE: z.string().optional(),
      /** Named in each token, and another in each stage. */
      HEAL7_TOKEN_ISSUER: z.string().min(1).max(200).default('urn:heal7:local'),
    })
    .refine(({ HEAL7_KMS_TOKEN_KEYS, HEAL7_KEY_FILE }) => (HEAL7_KMS_TOKEN_KEYS ?? HEAL7_KEY_FILE) !== undefined, {
      path: ['HEAL7_KMS_TOKEN_KEYS'],
      message: 'is required, or HEAL7_KEY_FILE',
    }),
);

let tokens: AccessTokens | undefined;

/**
 * Tokens under the keys that the environment names.
 * @throws ConfigurationError where it names none
 */
export function accessTokensFromEnvironment(): AccessTokens {
  tokens ??= createAccessTokens({ keys: keysOfEnvironment(), issuer: settings().HEAL7_TOKEN_ISSUER });
  return tokens;
}

function keysOfEnvironment(): SigningKeys {
  const { HEAL7_KMS_TOKEN_KEYS: ids, HEAL7_KEY_FILE: file } = settings();
  if (ids !== undefined) return kmsSigningKeys(sharedKmsClient(), ids.split(',') as [string, ...string[]]);
  return localSigningKeys(readSigningKeyFile(signingKeyFileBeside(file!)));
}
