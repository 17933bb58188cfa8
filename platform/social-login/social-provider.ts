export const socialProviders = ['kakao', 'naver', 'google'] as const;

export type SocialProviderName = (typeof socialProviders)[number];

/** The secrets of one log-in under way: each is used once, at one provider, for one client of ours. */
export interface LoginSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE's, of 43 characters or more (RFC 7636). */
  readonly codeVerifier: string;
}

/** Whom the provider has let in. */
export interface SocialIdentity {
  /** The provider's own id for the person: never changes, and is no one else's. */
  readonly subject: string;
  /** What the provider says of them: offered for a form, never believed. */
  readonly email: string | undefined;
  readonly nickname: string | undefined;
}

/** A log-in at a provider by OAuth 2.0's code flow with PKCE. */
export interface SocialProvider {
  /** Where the person goes to log in. @throws ProviderUnavailable */
  authorizationUrl(redirectUri: string, secrets: LoginSecrets): Promise<string>;
  /**
   * Who came back.
   * @param callback the query that the provider added to the redirect URI
   * @throws LoginRefused for what does not prove a log-in of these secrets; ProviderUnavailable
   */
  identify(callback: URLSearchParams, redirectUri: string, secrets: LoginSecrets): Promise<SocialIdentity>;
}

/** What came back proves nothing. */
export class LoginRefused extends Error {
  override readonly name = 'LoginRefused';
}

/** The provider does not answer, or not as it should. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}
