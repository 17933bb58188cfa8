import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { cacheTable } from '../../../platform/dynamodb/tables.ts';
import { type AccessTokens, createAccessTokens } from '../../../platform/tokens/access-token.ts';
import { API_KEY_LIFETIME_MS } from '../../../platform/tokens/api-keys.ts';
import { localSigningKeys, newSigningKey } from '../../../platform/tokens/local-signing-keys.ts';
import { testDatabase } from '../database.ts';
import { type Guarded, guardedFunction, type LoggedIn, logIn } from './guarded-function.ts';

/** Attacks on tokens, keys and roles: each is refused with the right problem, and has no effect. */

const { database, owner } = await testDatabase();
const start = new Date('2026-01-01T12:00:00Z');
let at = start;
const now = () => at;

const key = newSigningKey();
const tokens: AccessTokens = createAccessTokens({ keys: localSigningKeys([key]), issuer: 'urn:test' });

let engine: DynamoDb;
let guarded: Guarded;
let user: LoggedIn;
let token: string;
let kid: string;

beforeAll(async () => {
  engine = await startDynamoDb();
  const table = { client: createDynamoClient('local', engine.endpoint), name: cacheTable.name };
  guarded = await guardedFunction({ database, table, tokens, now });
  kid = (await tokens.jwks()).keys[0]!.kid;
});
afterAll(() => engine.stop());

beforeEach(async () => {
  at = start;
  user = await logIn(database, at);
  token = await tokens.issue({ ...user, roles: ['member'] }, at);
});

type Json = Readonly<Record<string, unknown>>;

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (text: string) =>
  text
    .split('.')
    .slice(0, 2)
    .map(part => JSON.parse(Buffer.from(part, 'base64url').toString())) as [Json, Json];

/** The valid token, with some of its header and claims changed, signed by a key: ours unless said. */
function forged(changed: { readonly header?: Json; readonly claims?: Json }, by: KeyObject = key): string {
  const [header, claims] = parts(token);
  const text = `${segment({ ...header, ...changed.header })}.${segment({ ...claims, ...changed.claims })}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key: by, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** Sends it to an operation for users, and expects what every attack on a token is to meet. */
async function expectRefused(authorization: string | undefined, path = '/test/user'): Promise<void> {
  const before = guarded.effects();
  const refused = await guarded.call('POST', path, {
    body: {},
    ...(authorization !== undefined && { headers: { authorization } }),
  });
  expect(refused).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
  expect(refused.headers['www-authenticate']).toBe(
    `Bearer realm="heal7"${authorization === undefined ? '' : ', error="invalid_token"'}`,
  );
  expect(refused.headers['cache-control']).toBe('no-store');
  expect(guarded.effects()).toBe(before);
  if (authorization !== undefined && authorization.length > 20) {
    expect(refused.logged).not.toContain(authorization.slice(7));
    expect(refused.text).not.toContain(authorization.slice(7));
  }
}

test('what the attacks are made from is accepted', async () => {
  const accepted = await guarded.call('POST', '/test/user', {
    body: {},
    headers: { authorization: `Bearer ${token}` },
  });
  expect(accepted).toMatchObject({ status: 200, json: { kind: 'user', userId: user.userId, roles: ['member'] } });
  const forgedNothing = { body: {}, headers: { authorization: `Bearer ${forged({})}` } };
  expect((await guarded.call('POST', '/test/user', forgedNothing)).status).toBe(200);
});

describe('a token', () => {
  const other = newSigningKey();
  const pem = () => `-----BEGIN PUBLIC KEY-----\n${token}`;
  const publicJwk = () => tokens.jwks().then(({ keys }) => keys[0]!);

  test.each<[string, () => string | Promise<string>]>([
    [
      'without a signature, alg none',
      () =>
        `${forged({ header: { alg: 'none' } })
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
    ],
    ['with alg NoNe', () => forged({ header: { alg: 'NoNe' } })],
    ['with alg none and a signature', () => forged({ header: { alg: 'none' } })],
    ['with its signature cut off', () => `${token.slice(0, token.lastIndexOf('.'))}.`],
    ['with half of its signature', () => token.slice(0, -43)],
    ['with a signature of zeros (CVE-2022-21449)', () => `${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(86)}`],
    [
      'under HS256 with the public key as the secret',
      async () => {
        const [header, claims] = parts(token);
        const text = `${segment({ ...header, alg: 'HS256' })}.${segment(claims)}`;
        const secret = JSON.stringify(await publicJwk());
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      },
    ],
    ['that says ES384', () => forged({ header: { alg: 'ES384' } })],
    ['that says RS256', () => forged({ header: { alg: 'RS256' } })],
    ['signed by another key under our kid', () => forged({}, other)],
    ['with a kid that is not ours', () => forged({ header: { kid: 'other' } }, other)],
    ['without a kid', () => forged({ header: { kid: undefined } })],
    ['with a kid that is a path', () => forged({ header: { kid: '../../dev/null' } })],
    ['with a kid that is SQL', () => forged({ header: { kid: `${kid}' or '1'='1` } })],
    [
      'that brings its own key as jwk',
      () =>
        forged(
          { header: { jwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) } },
          other,
        ),
    ],
    ['that says where its key is, jku', () => forged({ header: { jku: 'https://evil.example/jwks.json' } }, other)],
    ['that brings a certificate, x5c', () => forged({ header: { x5c: [pem()] } }, other)],
    ['that says where its certificate is, x5u', () => forged({ header: { x5u: 'https://evil.example/x.pem' } }, other)],
    ['with an extension that must be understood', () => forged({ header: { crit: ['b64'], b64: false } })],
    ['of another audience', () => forged({ claims: { aud: 'another-api' } })],
    ['of ours among other audiences', () => forged({ claims: { aud: ['heal7-api', 'another-api'] } })],
    ['of another issuer', () => forged({ claims: { iss: 'urn:other' } })],
    ['of another type (an ID token)', () => forged({ header: { typ: 'JWT' } })],
    ['without a type', () => forged({ header: { typ: undefined } })],
    ['with its type in capitals', () => forged({ header: { typ: 'AT+JWT' } })],
    ['not valid yet', () => forged({ claims: { nbf: start.getTime() / 1000 + 60 } })],
    ['from the future', () => forged({ claims: { iat: start.getTime() / 1000 + 60 } })],
    ['that never expires', () => forged({ claims: { exp: undefined } })],
    ['that expires in a year', () => forged({ claims: { iat: start.getTime() / 1000 - 3600, exp: 2_000_000_000 } })],
    ['whose expiry is a text', () => forged({ claims: { exp: '2000000000' } })],
    ['for nobody', () => forged({ claims: { sub: undefined } })],
    ['for more than one', () => forged({ claims: { sub: [randomUUID(), randomUUID()] } })],
    ['without a session', () => forged({ claims: { sid: undefined } })],
    ['with a role that there is not', () => forged({ claims: { roles: ['member', 'root'] } })],
    ['with a claim more', () => forged({ claims: { admin: true } })],
    [
      'whose user was changed after it was signed',
      () => {
        const [header, claims] = parts(token);
        return `${segment(header)}.${segment({ ...claims, sub: randomUUID() })}.${token.split('.')[2]}`;
      },
    ],
    [
      'whose roles were changed after it was signed',
      () => {
        const [header, claims] = parts(token);
        return `${segment(header)}.${segment({ ...claims, roles: ['member', 'admin'] })}.${token.split('.')[2]}`;
      },
    ],
    ['of 100 kB', () => forged({ header: { kid: 'k'.repeat(100_000) } })],
    ['in four parts', () => `${token}.x`],
    [
      'that is encrypted',
      async () => {
        const jwe = new CompactEncrypt(Buffer.from(token)).setProtectedHeader({
          alg: 'dir',
          enc: 'A256GCM',
          typ: 'at+jwt',
        });
        return jwe.encrypt(Buffer.alloc(32, 1));
      },
    ],
    ['whose last character says the same in other bits', () => sameBits(token)],
    ['with a line break in it', () => `${token.slice(0, 20)}%0A${token.slice(20)}`],
    ['that is a refresh token', () => Buffer.alloc(32, 7).toString('base64url')],
    ['that is an API key', () => `h7_${Buffer.alloc(32, 7).toString('base64url')}`],
  ])('%s is refused', async (_, make) => {
    await expectRefused(`Bearer ${await make()}`);
  });

  test('is refused when its 15 minutes are over, and not before', async () => {
    const sent = { body: {}, headers: { authorization: `Bearer ${token}` } };
    at = new Date(start.getTime() + 15 * 60_000);
    expect((await guarded.call('POST', '/test/user', sent)).status).toBe(200);
    at = new Date(start.getTime() + 15 * 60_000 + 3_000);
    await expectRefused(`Bearer ${token}`);
  });

  test.each<[string, (token: string) => string | undefined]>([
    ['left out', () => undefined],
    ['empty', () => ''],
    ['without the scheme', text => text],
    ['under another scheme', text => `Basic ${text}`],
    ['sent twice', text => `Bearer ${text},Bearer ${text}`],
    ['sent with a second one after it', text => `Bearer ${text}, Bearer x`],
    ['sent with words after it', text => `Bearer ${text} admin`],
    ['in quotes', text => `Bearer "${text}"`],
  ])('%s is refused', async (_, header) => {
    await expectRefused(header(token));
  });

  test.each(['access_token', 'token', 'authorization'])('in the address as %s is not looked at', async name => {
    const before = guarded.effects();
    const refused = await guarded.call('POST', `/test/user?${name}=${token}`, { body: {} });
    expect(refused).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    expect(guarded.effects()).toBe(before);
  });

  test('in the body or in another header is not looked at', async () => {
    await expectRefused(undefined);
    const headers = { 'x-authorization': `Bearer ${token}`, 'x-user-id': user.userId, cookie: `access_token=${token}` };
    const refused = await guarded.call('POST', '/test/user', { body: { access_token: token }, headers });
    expect(refused.status).toBe(401);
  });

  test('is looked at before anything else that is sent', async () => {
    const refused = await guarded.call('POST', '/test/user', { body: 'not JSON' });
    expect(refused.status).toBe(401);
  });
});

describe('a role', () => {
  const as = (of: string) => ({ body: {}, headers: { authorization: `Bearer ${of}` } });
  const forbidden = { status: 403, json: { code: 'forbidden' } };

  test('that the token does not have opens nothing', async () => {
    const before = guarded.effects();
    for (const path of ['/test/operator', '/test/rechecked-operator']) {
      expect(await guarded.call('POST', path, as(token))).toMatchObject(forbidden);
    }
    expect(guarded.effects()).toBe(before);
  });

  test('of another kind opens nothing: no role includes another', async () => {
    const expert = await tokens.issue({ ...user, roles: ['member', 'premium', 'expert'] }, at);
    expect(await guarded.call('POST', '/test/operator', as(expert))).toMatchObject(forbidden);
  });

  test('in a token that the database does not know of opens nothing where it is rechecked', async () => {
    const claimed = await tokens.issue({ ...user, roles: ['member', 'operator'] }, at);
    expect((await guarded.call('POST', '/test/operator', as(claimed))).status).toBe(200);
    expect(await guarded.call('POST', '/test/rechecked-operator', as(claimed))).toMatchObject(forbidden);
  });

  test('that was taken away a moment ago opens nothing where it is rechecked', async () => {
    await database.sql`
      insert into user_roles (user_id, role, granted_at) values (${user.userId}, 'operator', ${at})`;
    const operator = await tokens.issue({ ...user, roles: ['member', 'operator'] }, at);
    expect((await guarded.call('POST', '/test/rechecked-operator', as(operator))).status).toBe(200);
    await database.sql`delete from user_roles where user_id = ${user.userId}`;
    expect(await guarded.call('POST', '/test/rechecked-operator', as(operator))).toMatchObject(forbidden);
  });

  test('of a suspended account opens nothing where it is rechecked', async () => {
    await database.sql`
      insert into user_roles (user_id, role, granted_at) values (${user.userId}, 'operator', ${at})`;
    await owner.sql`update users set account_status = 'suspended' where id = ${user.userId}`;
    const operator = await tokens.issue({ ...user, roles: ['member', 'operator'] }, at);
    expect(await guarded.call('POST', '/test/rechecked-operator', as(operator))).toMatchObject(forbidden);
    expect((await guarded.call('POST', '/test/rechecked', as(operator))).json).toMatchObject({ roles: ['member'] });
  });

  test.each([
    ['its session has ended', 'update sessions set ended_at = now(), end_reason = $$logged_out$$'],
    ['its session is over', 'update sessions set expires_at = created_at'],
    ['its account is deleted', 'update users set account_status = $$deleted$$'],
    ['its account is gone', 'delete from users'],
  ])('and everything else is refused where it is rechecked and %s', async (_, statement) => {
    await owner.sql.unsafe(
      `${statement} where ${statement.includes('sessions') ? 'user_id' : 'id'} = '${user.userId}'`,
    );
    await expectRefused(`Bearer ${token}`, '/test/rechecked');
  });

  test('is refused with the session of another user', async () => {
    const stolen = await logIn(database, at);
    const mixed = await tokens.issue({ userId: user.userId, sessionId: stolen.sessionId, roles: ['member'] }, at);
    await expectRefused(`Bearer ${mixed}`, '/test/rechecked');
  });
});

describe('an API key', () => {
  const authorization = () => ({ authorization: `Bearer ${token}` });
  const keyed = (of: string) => guarded.call('POST', '/test/keyed', { body: {}, headers: { 'x-api-key': of } });

  async function newKey(): Promise<{ readonly id: string; readonly key: string }> {
    const made = await guarded.call('POST', '/v1/me/keys', { body: { name: 'app' }, headers: authorization() });
    expect(made.status).toBe(201);
    expect(made.logged).not.toContain(made.json.key);
    return made.json;
  }

  async function expectKeyRefused(of: string): Promise<void> {
    const before = guarded.effects();
    const refused = await keyed(of);
    expect(refused).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    expect(refused.logged).not.toContain(of || 'h7_');
    expect(guarded.effects()).toBe(before);
  }

  test('that is revoked is refused, at the latest after half a minute', async () => {
    const { id, key } = await newKey();
    expect((await keyed(key)).json).toEqual({ kind: 'key' });
    const revoked = await guarded.call('DELETE', `/v1/me/keys/${id}`, { headers: authorization() });
    expect(revoked).toMatchObject({ status: 204, text: '' });
    at = new Date(start.getTime() + API_KEY_LIFETIME_MS);
    await expectKeyRefused(key);
  });

  test('of an owner who is suspended or gone is refused', async () => {
    const { key } = await newKey();
    await owner.sql`update users set account_status = 'suspended' where id = ${user.userId}`;
    await expectKeyRefused(key);
    await owner.sql`delete from users where id = ${user.userId}`;
    await expectKeyRefused(key);
  });

  test.each<[string, (key: string) => string]>([
    ['that nobody made', () => `h7_${Buffer.alloc(32, 3).toString('base64url')}`],
    ['with one character changed', key => key.slice(0, -2) + (key.at(-2) === 'A' ? 'B' : 'A') + key.at(-1)],
    ['in capitals', key => key.toUpperCase()],
    ['cut to its prefix', key => key.slice(0, 11)],
    ['sent twice', key => `${key},${key}`],
    ['with a wildcard', key => `${key.slice(0, 11)}%`],
    ['that is empty', () => ''],
    ['that is an access token', () => token],
  ])('%s is refused', async (_, make) => {
    await expectKeyRefused(make((await newKey()).key));
  });

  test.each(['x-api-key', 'api_key', 'key'])('in the address as %s is not looked at', async name => {
    const { key } = await newKey();
    const sent = await guarded.call('POST', `/test/keyed?${name}=${key}`, { body: {} });
    // Answered as a stranger's request, which here has a parameter that nobody knows.
    expect(sent).toMatchObject({ status: 400, json: { errors: [{ in: 'query', code: 'unknown_field' }] } });
    expect(sent.logged).not.toContain(key);
  });

  test('is no access token: it opens nothing of its owner', async () => {
    const { key } = await newKey();
    const sent: readonly Readonly<Record<string, string>>[] = [
      { 'x-api-key': key },
      { authorization: `Bearer ${key}` },
    ];
    for (const headers of sent) {
      const refused = await guarded.call('GET', '/v1/me/keys', { headers });
      expect(refused.status).toBe(401);
    }
  });

  test('of another is not there: neither listed nor revoked', async () => {
    const { id, key } = await newKey();
    const stranger = await tokens.issue({ ...(await logIn(database, at)), roles: ['member', 'admin'] }, at);
    const headers = { authorization: `Bearer ${stranger}` };
    expect((await guarded.call('GET', '/v1/me/keys', { headers })).json).toEqual({ keys: [] });
    const taken = await guarded.call('DELETE', `/v1/me/keys/${id}`, { headers });
    const unknown = await guarded.call('DELETE', `/v1/me/keys/${randomUUID()}`, { headers });
    expect(taken).toMatchObject({ status: 404, json: { code: 'api_key_not_found' } });
    expect({ ...taken.json, requestId: '' }).toEqual({ ...unknown.json, requestId: '' });
    at = new Date(start.getTime() + API_KEY_LIFETIME_MS);
    expect((await keyed(key)).status).toBe(200);
  });

  test.each([
    { limits: { requestsPerMinute: 1_000_000, requestsPerDay: 1_000_000 } },
    { requestsPerDay: 1_000_000 },
    { ownerId: '00000000-0000-4000-8000-000000000001' },
    { roles: ['admin'] },
    { id: '00000000-0000-4000-8000-000000000001' },
    { key: `h7_${'a'.repeat(43)}` },
    { revokedAt: null },
  ])('is not made with more than a name: %j', async more => {
    const refused = await guarded.call('POST', '/v1/me/keys', {
      body: { name: 'app', ...more },
      headers: authorization(),
    });
    expect(refused).toMatchObject({ status: 400, json: { errors: [{ code: 'unknown_field' }] } });
    const { count } = await database.sql`select 1 from api_keys where owner_id = ${user.userId}`;
    expect(count).toBe(0);
  });
});

/** Of the last of 86 characters four bits count for nothing: other characters say the same. */
function sameBits(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(text.at(-1)!);
  return text.slice(0, -1) + alphabet[last ^ 1];
}
