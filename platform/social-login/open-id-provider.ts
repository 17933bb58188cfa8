import type { AuthorizationServer } from 'oauth4webapi';
import { authorizationUrl, type ClientRegistration, discover, exchangeCode } from './code-flow.ts';
import { LoginRefused, type SocialProvider } from './social-provider.ts';

export interface OpenIdProviderOptions extends ClientRegistration {
  readonly issuer: URL;
  readonly scope: string;
}

/** What it publishes changes seldom: keys are asked for apart from it. */
const KEPT_MS = 3_600_000;

/** A provider with OpenID Connect: Kakao, Google. */
export function openIdProvider(options: OpenIdProviderOptions, now: () => Date = () => new Date()): SocialProvider {
  const { issuer, scope } = options;
  let kept: { readonly server: AuthorizationServer; readonly until: number } | undefined;
  const server = async () => {
    if (kept === undefined || kept.until <= now().getTime()) {
      kept = { server: await discover(issuer), until: now().getTime() + KEPT_MS };
    }
    return kept.server;
  };
  return {
    authorizationUrl: async (redirectUri, secrets) =>
      authorizationUrl(await server(), options, redirectUri, scope, secrets),
    async identify(callback, redirectUri, secrets) {
      const { claims } = await exchangeCode(await server(), options, { callback, redirectUri, openId: true }, secrets);
      if (claims === undefined) throw new LoginRefused();
      return {
        subject: claims.sub,
        email: text(claims.email),
        nickname: text(claims.nickname) ?? text(claims.name),
      };
    },
  };
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
