import type { Handler } from '../../../platform/http/route.ts';
import type { AccessTokens } from '../../../platform/tokens/access-token.ts';
import type { getJwks } from './contract.ts';

/** Tells the public keys of access tokens. */
export function getJwksHandler(tokens: Pick<AccessTokens, 'jwks'>): Handler<typeof getJwks> {
  return () => tokens.jwks();
}
