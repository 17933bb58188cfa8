import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DomainError } from '../errors/domain-error.ts';
import { forbidden, unauthenticated } from '../errors/kinds.ts';
import type { Caller } from '../tokens/caller.ts';
import type { AccessRule } from './access-rule.ts';

export const API_KEY_HEADER = 'x-api-key';

/** What a client is asked for (RFC 6750, 3). */
const CHALLENGE = 'Bearer realm="heal7"';

/**
 * Says who asks. Called only where the operation wants to know, so that functions without accounts load nothing for it.
 * @param header adds a header to whatever is answered: what remains of a key's limits
 * @throws DomainError `unauthenticated`, `rate_limited`
 */
export type Authenticate = (
  event: APIGatewayProxyEventV2,
  rule: AccessRule,
  header: (name: string, value: string) => void,
) => Promise<Caller>;

/** Whether the request has to be authenticated before it is answered. */
export function isGuarded({ auth, apiKeys }: AccessRule, { headers }: APIGatewayProxyEventV2): boolean {
  return auth !== 'none' || (apiKeys === true && headers[API_KEY_HEADER] !== undefined);
}

/**
 * Refuses whoever may not call.
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export function authorise({ auth }: AccessRule, caller: Caller): void {
  if (auth === 'none') return;
  if (caller.kind !== 'user') throw refusedCredentials();
  if (auth !== 'user' && !auth.roles.some(role => caller.roles.includes(role))) throw new DomainError(forbidden);
}

/** Of a request without credentials, or (`invalid_token`) with some that are not accepted: why is not told. */
export function refusedCredentials(error?: 'invalid_token'): DomainError {
  const challenge = error === undefined ? CHALLENGE : `${CHALLENGE}, error="${error}"`;
  return new DomainError(unauthenticated, {}, { 'www-authenticate': challenge });
}
