import * as oauth from 'oauth4webapi';
import { LoginRefused, type LoginSecrets, ProviderUnavailable } from './social-provider.ts';

/** Our registration at a provider. */
export interface ClientRegistration {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A provider answers within a second; what is later than this is lost. */
const PATIENCE_MS = 5_000;

/** Only for an issuer on this machine: one that is reached without TLS proves nothing. */
function options(server: oauth.AuthorizationServer) {
  const { hostname } = new URL(server.issuer);
  return {
    [oauth.allowInsecureRequests]: hostname === '127.0.0.1' || hostname === 'localhost',
    signal: () => AbortSignal.timeout(PATIENCE_MS),
  };
}

/** What a provider publishes of itself. @throws ProviderUnavailable */
export function discover(issuer: URL): Promise<oauth.AuthorizationServer> {
  return asked(async () => {
    const response = await oauth.discoveryRequest(issuer, options({ issuer: issuer.href }));
    return oauth.processDiscoveryResponse(issuer, response);
  });
}

export async function authorizationUrl(
  server: oauth.AuthorizationServer,
  { clientId }: ClientRegistration,
  redirectUri: string,
  scope: string | undefined,
  { state, nonce, codeVerifier }: LoginSecrets,
): Promise<string> {
  const url = new URL(server.authorization_endpoint!);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    ...(scope !== undefined && { scope, nonce }),
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** A code exchanged for what the provider says of the person. */
export interface Grant {
  readonly accessToken: string;
  readonly claims: oauth.IDToken | undefined;
}

/**
 * Holds the callback against its state, and exchanges its code. With OpenID Connect there has to be an id token, of this
 * issuer and client, with this nonce, not expired, and signed: the signature is checked although TLS vouches for it.
 * @throws LoginRefused, ProviderUnavailable
 */
export async function exchangeCode(
  server: oauth.AuthorizationServer,
  { clientId, clientSecret }: ClientRegistration,
  {
    callback,
    redirectUri,
    openId,
  }: { readonly callback: URLSearchParams; readonly redirectUri: string; readonly openId: boolean },
  { state, nonce, codeVerifier }: LoginSecrets,
): Promise<Grant> {
  const client: oauth.Client = { client_id: clientId };
  return asked(async () => {
    const parameters = oauth.validateAuthResponse(server, client, callback, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretPost(clientSecret),
      parameters,
      redirectUri,
      codeVerifier,
      // Naver asks for it here too; others pass over it.
      { ...options(server), additionalParameters: { state } },
    );
    const expected = openId ? { expectedNonce: nonce, requireIdToken: true } : {};
    const result = await oauth.processAuthorizationCodeResponse(server, client, response, expected);
    if (openId) await oauth.validateApplicationLevelSignature(server, response, options(server));
    return { accessToken: result.access_token, claims: oauth.getValidatedIdTokenClaims(result) };
  });
}

/** A resource of the person's at the provider, as JSON. @throws LoginRefused, ProviderUnavailable */
export function readResource(server: oauth.AuthorizationServer, accessToken: string, url: URL): Promise<unknown> {
  return asked(async () => {
    const response = await oauth.protectedResourceRequest(
      accessToken,
      'GET',
      url,
      undefined,
      undefined,
      options(server),
    );
    if (!response.ok) throw new LoginRefused();
    return response.json();
  });
}

/** What the provider refuses, and what it says that cannot be believed, is a refusal; where nothing came, it is away. */
async function asked<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (isRefusal(error)) throw new LoginRefused('', { cause: error });
    throw new ProviderUnavailable('', { cause: error });
  }
}

const REFUSALS = [
  LoginRefused,
  oauth.AuthorizationResponseError,
  oauth.ResponseBodyError,
  oauth.WWWAuthenticateChallengeError,
  oauth.OperationProcessingError,
];

/** A status that no protocol knows (502 of a proxy) says nothing about the person. */
function isRefusal(error: unknown): boolean {
  if (error instanceof oauth.OperationProcessingError && error.code === oauth.RESPONSE_IS_NOT_CONFORM) return false;
  return REFUSALS.some(kind => error instanceof kind);
}
