import * as z from 'zod';
import { environment } from '../config/environment.ts';
import { naverProvider } from './naver-provider.ts';
import { openIdProvider } from './open-id-provider.ts';
import type { SocialProvider, SocialProviderName } from './social-provider.ts';

const endpoint = (standard: string) => z.url('must be a URL').default(standard);
const secret = z.string().optional();

const settings = environment(
  z.object({
    /** A provider with both is there to log in with; the others are not. */
    HEAL7_KAKAO_CLIENT_ID: secret,
    HEAL7_KAKAO_CLIENT_SECRET: secret,
    HEAL7_KAKAO_ISSUER: endpoint('https://kauth.kakao.com'),
    HEAL7_NAVER_CLIENT_ID: secret,
    HEAL7_NAVER_CLIENT_SECRET: secret,
    HEAL7_NAVER_AUTHORIZATION_ENDPOINT: endpoint('https://nid.naver.com/oauth2.0/authorize'),
    HEAL7_NAVER_TOKEN_ENDPOINT: endpoint('https://nid.naver.com/oauth2.0/token'),
    HEAL7_NAVER_PROFILE_ENDPOINT: endpoint('https://openapi.naver.com/v1/nid/me'),
    HEAL7_GOOGLE_CLIENT_ID: secret,
    HEAL7_GOOGLE_CLIENT_SECRET: secret,
    HEAL7_GOOGLE_ISSUER: endpoint('https://accounts.google.com'),
    /** Where providers may send people back to, separated by spaces: our apps' pages and links, each in full. */
    HEAL7_SOCIAL_REDIRECT_URIS: z
      .string()
      .default('')
      .transform(text => text.split(/\s+/).filter(uri => uri !== '')),
  }),
);

/** What social log-ins need. */
export interface SocialLogins {
  readonly providers: Readonly<Partial<Record<SocialProviderName, SocialProvider>>>;
  /** Compared as they are, character by character. */
  readonly redirectUris: readonly string[];
}

let logins: SocialLogins | undefined;

/**
 * The providers that the environment names, made at the first call and kept.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function socialLoginsFromEnvironment(): SocialLogins {
  logins ??= create();
  return logins;
}

function create(): SocialLogins {
  const of = settings();
  const kakao = registration(of.HEAL7_KAKAO_CLIENT_ID, of.HEAL7_KAKAO_CLIENT_SECRET);
  const naver = registration(of.HEAL7_NAVER_CLIENT_ID, of.HEAL7_NAVER_CLIENT_SECRET);
  const google = registration(of.HEAL7_GOOGLE_CLIENT_ID, of.HEAL7_GOOGLE_CLIENT_SECRET);
  return {
    providers: {
      ...(kakao && {
        kakao: openIdProvider({
          ...kakao,
          issuer: new URL(of.HEAL7_KAKAO_ISSUER),
          scope: 'openid account_email profile_nickname',
        }),
      }),
      ...(naver && {
        naver: naverProvider({
          ...naver,
          authorizationEndpoint: new URL(of.HEAL7_NAVER_AUTHORIZATION_ENDPOINT),
          tokenEndpoint: new URL(of.HEAL7_NAVER_TOKEN_ENDPOINT),
          profileEndpoint: new URL(of.HEAL7_NAVER_PROFILE_ENDPOINT),
        }),
      }),
      ...(google && {
        google: openIdProvider({ ...google, issuer: new URL(of.HEAL7_GOOGLE_ISSUER), scope: 'openid email profile' }),
      }),
    },
    redirectUris: of.HEAL7_SOCIAL_REDIRECT_URIS,
  };
}

function registration(clientId: string | undefined, clientSecret: string | undefined) {
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}
