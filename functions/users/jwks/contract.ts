import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';

const publicKey = z
  .strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    kid: z.string(),
    alg: z.literal('ES256'),
    use: z.literal('sig'),
  })
  .meta({ id: 'PublicKey' });

export const getJwks = operation({
  id: 'getJwks',
  method: 'GET',
  path: '/.well-known/jwks.json',
  tag: 'users',
  summary: { ko: '액세스 토큰을 검증하는 공개 키입니다', en: 'Public keys that verify access tokens' },
  description:
    'A JWK set (RFC 7517). Tokens are JWS of ES256 with `typ: at+jwt`; check issuer, audience `heal7-api` and expiry too. Ask ' +
    'again when a token names a `kid` that you do not have: a new key is here an hour before it signs.',
  auth: 'none',
  request: {},
  response: {
    status: 200,
    description: 'The keys.',
    body: z.strictObject({ keys: z.array(publicKey) }),
    freshness: 'none',
    // Keys change seldom, and are announced: below the hour that is promised above.
    headers: { 'cache-control': 'public, max-age=900' },
  },
  errors: [],
});
