import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { API_KEY_HEADER, type Authenticate, refusedCredentials } from '../http/authorise.ts';
import { type AccessTokens, InvalidToken } from './access-token.ts';
import type { ApiKeys } from './api-keys.ts';
import { bearerToken } from './bearer-token.ts';
import type { UserCaller } from './caller.ts';
import type { Recheck } from './recheck.ts';

export interface AuthenticateDependencies {
  readonly tokens: AccessTokens;
  readonly recheck: Recheck;
  readonly keys: ApiKeys;
  now(): Date;
}

/** Says who asks: by the access token where the operation wants a user, else by the API key. */
export function createAuthenticate({ tokens, recheck, keys, now }: AuthenticateDependencies): Authenticate {
  async function userOf({ headers }: APIGatewayProxyEventV2): Promise<UserCaller> {
    if (headers.authorization === undefined) throw refusedCredentials();
    const token = bearerToken(headers.authorization);
    if (token === undefined) throw refusedCredentials('invalid_token');
    try {
      return await tokens.verify(token, now());
    } catch (error) {
      throw error instanceof InvalidToken ? refusedCredentials('invalid_token') : error;
    }
  }

  return async (event, rule, header) => {
    if (rule.auth === 'none') return keys.admit(event.headers[API_KEY_HEADER] ?? '', header);
    const caller = await userOf(event);
    return rule.recheck ? recheck(caller, now()) : caller;
  };
}
