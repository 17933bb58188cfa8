import { createServer } from 'node:http';
import { listening } from '../hosted-platform.ts';

/** Somebody as a provider of social log-ins knows them. */
export interface ProviderPerson {
  readonly id: string;
  readonly email: string;
  readonly nickname: string;
}

/** A provider as Naver is, on this machine: it knows one person, and gives whoever asks a token of theirs. */
export async function startProvider(person: ProviderPerson) {
  const accessToken = 'provider-token-of-the-person';
  const server = createServer((request, response) => {
    const answer =
      request.url === '/token' ? { access_token: accessToken, token_type: 'bearer', expires_in: 3600 } : profile();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  function profile() {
    return { resultcode: '00', message: 'success', response: person };
  }
  const origin = await listening(server);
  return {
    /** Settings by which the platform finds it. */
    environment: {
      HEAL7_NAVER_CLIENT_ID: 'client',
      HEAL7_NAVER_CLIENT_SECRET: 'secret-of-the-client',
      HEAL7_NAVER_AUTHORIZATION_ENDPOINT: `${origin}/authorize`,
      HEAL7_NAVER_TOKEN_ENDPOINT: `${origin}/token`,
      HEAL7_NAVER_PROFILE_ENDPOINT: `${origin}/profile`,
      HEAL7_SOCIAL_REDIRECT_URIS: REDIRECT_URI,
    },
    accessToken,
    /** What the provider sends the person back with. */
    callback: (authorizationUrl: string) =>
      `code=provider-code&state=${encodeURIComponent(new URL(authorizationUrl).searchParams.get('state')!)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

export const REDIRECT_URI = 'https://app.example/callback';
