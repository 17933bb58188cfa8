import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Who logs in at the provider. */
export interface FakePerson {
  readonly subject: string;
  readonly email?: string;
  readonly nickname?: string;
}

/** What an id token says otherwise than it should: for attacks. */
export interface Forgery {
  readonly audience?: string;
  readonly issuer?: string;
  readonly nonce?: string;
  readonly expired?: true;
  /** Signed by a key that is not the provider's. */
  readonly foreignKey?: true;
}

/** A provider of log-ins on this machine: OpenID Connect, and a profile endpoint such as Naver has. */
export interface FakeIssuer {
  readonly origin: string;
  /** The person logs in at the address: the query that comes back to the redirect URI. */
  logIn(authorizationUrl: string, person: FakePerson, forgery?: Forgery): string;
  /** Requests it was asked, as `POST /token`. */
  readonly asked: string[];
  /** Answers nothing but 502 while it is set. */
  broken: boolean;
  /** Takes a code as often as it is sent, as a careless provider would. */
  careless: boolean;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'heal7-test', clientSecret: 'the-secret-of-the-client' };

interface Code {
  readonly person: FakePerson;
  readonly forgery: Forgery;
  readonly query: URLSearchParams;
}

export async function startFakeIssuer(): Promise<FakeIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Code>();
  const tokens = new Map<string, FakePerson>();

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url!, origin);
    issuer.asked.push(`${request.method} ${pathname}`);
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (issuer.broken) return void response.writeHead(502).end('Bad Gateway');
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return void json(200, {
          issuer: origin,
          authorization_endpoint: `${origin}/authorize`,
          token_endpoint: `${origin}/token`,
          jwks_uri: `${origin}/jwks`,
        });
      case '/jwks':
        return void json(200, { keys: [jwk] });
      case '/token': {
        const code = redeem(new URLSearchParams(await textOf(request)));
        if (code === undefined) return void json(400, { error: 'invalid_grant' });
        const access_token = randomBytes(16).toString('hex');
        tokens.set(access_token, code.person);
        const openId = code.query.has('nonce');
        // Naver says so in a text.
        const expires_in = openId ? 3600 : '3600';
        const id_token = openId ? await idToken(code) : undefined;
        return void json(200, { access_token, token_type: 'bearer', expires_in, id_token });
      }
      case '/profile': {
        const person = tokens.get(request.headers.authorization?.replace(/^bearer /i, '') ?? '');
        if (person === undefined) return void json(401, { resultcode: '024', message: 'Authentication failed' });
        const { subject: id, email, nickname } = person;
        return void json(200, { resultcode: '00', message: 'success', response: { id, email, nickname } });
      }
      default:
        return void json(404, {});
    }
  }

  /** A code works once, for its client and redirect URI, and with the verifier of its challenge. */
  function redeem(sent: URLSearchParams): Code | undefined {
    const code = codes.get(sent.get('code') ?? '');
    if (!issuer.careless) codes.delete(sent.get('code') ?? '');
    if (code === undefined) return undefined;
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      sent.get('client_id') === CLIENT.clientId &&
      sent.get('client_secret') === CLIENT.clientSecret &&
      sent.get('redirect_uri') === code.query.get('redirect_uri') &&
      challenge === code.query.get('code_challenge');
    return right ? code : undefined;
  }

  function idToken({ person: { subject, email, nickname }, forgery, query }: Code): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ email, nickname, nonce: forgery.nonce ?? query.get('nonce') })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(forgery.issuer ?? origin)
      .setAudience(forgery.audience ?? CLIENT.clientId)
      .setSubject(subject)
      .setIssuedAt(forgery.expired ? now - 7_200 : now)
      .setExpirationTime(forgery.expired ? now - 3_600 : now + 3_600)
      .sign(forgery.foreignKey ? foreign.privateKey : privateKey);
  }

  const issuer: FakeIssuer = {
    origin,
    asked: [],
    broken: false,
    careless: false,
    logIn(authorizationUrl, person, forgery = {}) {
      const { searchParams: query } = new URL(authorizationUrl);
      const code = randomBytes(16).toString('base64url');
      codes.set(code, { person, forgery, query });
      return new URLSearchParams({ code, state: query.get('state')! }).toString();
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
