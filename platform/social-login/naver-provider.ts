import type { AuthorizationServer } from 'oauth4webapi';
import * as z from 'zod';
import { authorizationUrl, type ClientRegistration, exchangeCode, readResource } from './code-flow.ts';
import { ProviderUnavailable, type SocialProvider } from './social-provider.ts';

export interface NaverProviderOptions extends ClientRegistration {
  readonly authorizationEndpoint: URL;
  readonly tokenEndpoint: URL;
  /** Says who the token is of: Naver has no OpenID Connect, and so no id token. */
  readonly profileEndpoint: URL;
}

/** What the profile endpoint answers; what the person has not agreed to share is absent. */
const profile = z.object({
  resultcode: z.literal('00'),
  response: z.object({
    id: z.string().min(1),
    email: z.string().min(1).optional(),
    nickname: z.string().min(1).optional(),
  }),
});

/** Naver: plain OAuth 2.0. Its code is bound to us by state, secret and PKCE, and its answer by TLS. */
export function naverProvider(options: NaverProviderOptions): SocialProvider {
  const { authorizationEndpoint, tokenEndpoint, profileEndpoint } = options;
  const server: AuthorizationServer = {
    issuer: authorizationEndpoint.origin,
    authorization_endpoint: authorizationEndpoint.href,
    token_endpoint: tokenEndpoint.href,
  };
  return {
    authorizationUrl: (redirectUri, secrets) => authorizationUrl(server, options, redirectUri, undefined, secrets),
    async identify(callback, redirectUri, secrets) {
      const { accessToken } = await exchangeCode(server, options, { callback, redirectUri, openId: false }, secrets);
      const read = profile.safeParse(await readResource(server, accessToken, profileEndpoint));
      if (!read.success) throw new ProviderUnavailable();
      const { id, email, nickname } = read.data.response;
      return { subject: id, email, nickname };
    },
  };
}
