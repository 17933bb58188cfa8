import type { LoginSecrets } from '../../../../platform/social-login/social-provider.ts';
import { derivedSecret } from '../../secret-token.ts';

/** A log-in at a provider is under way for so long: time to type a password there. */
export const LOGIN_MINUTES = 10;

/** Once the provider has said who it is, there is so long to sign up. */
export const SIGN_UP_MINUTES = 30;

/**
 * State, nonce and verifier of a log-in, all from the secret its client holds: they stand in no database, and an answer of
 * the provider can be handed in only by the client that asked, so that nobody can be logged in to an account of another's
 * choosing.
 */
export function loginSecrets(login: string): LoginSecrets {
  const secret = (use: string) => derivedSecret(login, use).toString('base64url');
  return { state: secret('state'), nonce: secret('nonce'), codeVerifier: secret('code verifier') };
}
