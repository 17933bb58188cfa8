import { databaseFromEnvironment } from '../db/environment.ts';
import type { Authenticate } from '../http/authorise.ts';
import { limiterOfEnvironment } from '../rate-limit/environment.ts';
import { keyDayLimit, keyMinuteLimit } from './api-key-limits.ts';
import { createApiKeys } from './api-keys.ts';
import { createAuthenticate } from './authenticate.ts';
import { accessTokensFromEnvironment } from './environment.ts';
import { createRecheck } from './recheck.ts';

const now = () => new Date();

let made: Authenticate | undefined;

/**
 * Says who asks, by the tokens, database and tables of the environment, which are looked for when a request needs them: a
 * function may be loaded before its engines run.
 * @throws ConfigurationError at the first such request where there are none
 */
export const authenticateFromEnvironment: Authenticate = async (event, rule, header) => {
  made ??= fromEnvironment();
  return made(event, rule, header);
};

function fromEnvironment(): Authenticate {
  const { sql } = databaseFromEnvironment();
  return createAuthenticate({
    tokens: accessTokensFromEnvironment(),
    recheck: createRecheck(sql),
    keys: createApiKeys({
      sql,
      minute: limiterOfEnvironment(keyMinuteLimit),
      day: limiterOfEnvironment(keyDayLimit),
      now,
    }),
    now,
  });
}
