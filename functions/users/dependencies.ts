import { randomUUID } from 'node:crypto';
import { createAccessLog } from '../../platform/audit/access-log.ts';
import { openRecorded } from '../../platform/audit/open-recorded.ts';
import { cacheFromEnvironment } from '../../platform/cache/cache.ts';
import type { Database } from '../../platform/db/database.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import type { Encryption } from '../../platform/encryption/encryption.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { publishingFromEnvironment } from '../../platform/events/publishing.ts';
import { messengerFromEnvironment } from '../../platform/messenger/environment.ts';
import type { Messenger } from '../../platform/messenger/messenger.ts';
import { type Passwords, passwords } from '../../platform/passwords/password.ts';
import { limiterOfEnvironment } from '../../platform/rate-limit/environment.ts';
import type { Limiter } from '../../platform/rate-limit/limiter.ts';
import { type SocialLogins, socialLoginsFromEnvironment } from '../../platform/social-login/environment.ts';
import type { AccessTokens } from '../../platform/tokens/access-token.ts';
import { accessTokensFromEnvironment } from '../../platform/tokens/environment.ts';
import { codesAtOnce, codesOfContact, codesOfNetwork, codesToContact } from './accounts/verifications/limits.ts';
import type { MeDependencies } from './me/dependencies.ts';
import { startExportHere } from './me/exports/start.ts';
import { proofLimit } from './me/proof/check.ts';
import { socialLoginsOfNetwork } from './sessions/social/limits.ts';

type LimitName = 'codesAtOnce' | 'codesOfContact' | 'codesToContact' | 'codesOfNetwork' | 'socialLoginsOfNetwork';

/** What signing up and in works with. */
export interface AccountsDependencies {
  readonly database: Database;
  readonly encryption: Pick<Encryption, 'cipher' | 'keys' | 'blindIndex'>;
  readonly passwords: Passwords;
  readonly tokens: Pick<AccessTokens, 'issue'>;
  readonly messenger: Messenger;
  readonly social: SocialLogins;
  readonly limits: Readonly<Record<LimitName, Pick<Limiter, 'consume'>>>;
  newId(): string;
}

/** Everything that the operations of this domain work with. */
export interface UsersDependencies {
  readonly accounts: AccountsDependencies;
  readonly me: MeDependencies;
  readonly tokens: Pick<AccessTokens, 'jwks'>;
}

/**
 * By the environment, each part made at its first use.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function usersDependenciesFromEnvironment(): UsersDependencies {
  const database = publishingFromEnvironment(databaseFromEnvironment());
  const encryption = encryptionFromEnvironment();
  const tokens = accessTokensFromEnvironment();
  const { cipher, keys, seal } = encryption;
  const now = () => new Date();
  const newId = randomUUID;
  const messenger = messengerFromEnvironment();
  const recorded = openRecorded({ cipher, log: createAccessLog(database.sql), now });
  const me: MeDependencies = {
    database,
    cipher,
    keys,
    seal,
    blindIndex: encryption.blindIndex,
    messenger,
    openRecorded: recorded,
    cache: cacheFromEnvironment(),
    passwords,
    proofs: limiterOfEnvironment(proofLimit),
    newId,
    // Lambda's functions are frozen after their answer: there the job does it.
    ...(process.env.AWS_LAMBDA_FUNCTION_NAME === undefined && {
      startExport: startExportHere({ database, cipher, openRecorded: recorded }, now),
    }),
  };
  return {
    accounts: {
      database,
      encryption,
      passwords,
      tokens,
      messenger,
      social: socialLoginsFromEnvironment(),
      limits: {
        codesAtOnce: limiterOfEnvironment(codesAtOnce),
        codesOfContact: limiterOfEnvironment(codesOfContact),
        codesToContact: limiterOfEnvironment(codesToContact),
        codesOfNetwork: limiterOfEnvironment(codesOfNetwork),
        socialLoginsOfNetwork: limiterOfEnvironment(socialLoginsOfNetwork),
      },
      newId,
    },
    me,
    tokens,
  };
}
