import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Role, UserCaller } from './caller.ts';
import type { PublicKey, SigningKeys } from './signing-keys.ts';

/** How long a token is taken: what was taken away meanwhile (a role, a session) counts by then at the latest. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** Media type of access tokens (RFC 9068): no other token, of ours or of another issuer, has it. */
const TYPE = 'at+jwt';
const ALGORITHM = 'ES256';
const AUDIENCE = 'heal7-api';

/** Ours have some 550 characters. */
const MOST_CHARACTERS = 2_048;

/** Between the clocks of two processes; a new token must not be from the future. */
const TOLERANCE_SECONDS = 2;

const roles = ['member', 'premium', 'expert', 'operator', 'admin'] as const satisfies readonly Role[];

/** All there is in a token; one that has more was not made here. */
const headerSchema = z.strictObject({ alg: z.literal(ALGORITHM), typ: z.literal(TYPE), kid: z.string() });
const claimsSchema = z.strictObject({
  iss: z.string(),
  aud: z.literal(AUDIENCE),
  sub: z.uuid(),
  sid: z.uuid(),
  roles: z.array(z.enum(roles)),
  jti: z.uuid(),
  iat: z.int(),
  exp: z.int(),
});

/** Whom a token is for. */
interface TokenSubject {
  readonly userId: string;
  /** The log-in it came from: its refresh tokens are a family. */
  readonly sessionId: string;
  readonly roles: readonly Role[];
}

export interface AccessTokens {
  /** A token that holds for 15 minutes from `now`: a JWS of ES256. */
  issue(subject: TokenSubject, now: Date): Promise<string>;
  /**
   * Whom the token proves: by signature, issuer, audience, type and time, without a database.
   * @throws InvalidToken
   */
  verify(token: string, now: Date): Promise<UserCaller>;
  /** What others verify tokens with. */
  jwks(): Promise<{ readonly keys: readonly PublicKey[] }>;
}

/** A token that is not accepted; why is for nobody to know. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

export interface AccessTokensDependencies {
  readonly keys: SigningKeys;
  /** Of one stage: a token of another is none here. */
  readonly issuer: string;
  readonly newId?: () => string;
}

export function createAccessTokens({ keys, issuer, newId = randomUUID }: AccessTokensDependencies): AccessTokens {
  let verifying: Promise<ReturnType<typeof createLocalJWKSet>> | undefined;

  /** Keys imported once. A failure to get them is asked again. */
  function keySet(): Promise<ReturnType<typeof createLocalJWKSet>> {
    verifying ??= keys.publicKeys().then(known => createLocalJWKSet({ keys: [...known] } satisfies JSONWebKeySet));
    const asked = verifying;
    asked.catch(() => {
      if (verifying === asked) verifying = undefined;
    });
    return asked;
  }

  return {
    async issue({ userId, sessionId, roles }, now) {
      const [{ kid }] = await keys.publicKeys();
      const iat = Math.floor(now.getTime() / 1000);
      const header: z.input<typeof headerSchema> = { alg: ALGORITHM, typ: TYPE, kid };
      const claims: z.input<typeof claimsSchema> = {
        iss: issuer,
        aud: AUDIENCE,
        sub: userId,
        sid: sessionId,
        roles: [...roles],
        jti: newId(),
        iat,
        exp: iat + ACCESS_TOKEN_SECONDS,
      };
      const signed = `${segment(header)}.${segment(claims)}`;
      const signature = await keys.sign(Buffer.from(signed));
      return `${signed}.${Buffer.from(signature).toString('base64url')}`;
    },

    async verify(token, now) {
      refuseOtherTexts(token);
      const verifyingKeys = await keySet();
      try {
        const { payload } = await jwtVerify(token, verifyingKeys, {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer,
          audience: AUDIENCE,
          maxTokenAge: ACCESS_TOKEN_SECONDS,
          clockTolerance: TOLERANCE_SECONDS,
          currentDate: now,
        });
        const { sub, sid, roles } = claimsSchema.parse(payload);
        return { kind: 'user', userId: sub, sessionId: sid, roles };
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) throw new InvalidToken();
        throw error;
      }
    },

    async jwks() {
      return { keys: await keys.publicKeys() };
    },
  };
}

/**
 * Refuses, before any cryptography, what cannot be a token of ours: too long, not three segments in base64url's one way of
 * writing, or with anything in its header (`jwk`, `jku`, `x5c`, `crit`) beside algorithm, type and key.
 */
function refuseOtherTexts(token: string): void {
  const segments = token.length > MOST_CHARACTERS ? [] : token.split('.');
  if (segments.length !== 3) throw new InvalidToken();
  const [header, , signature] = segments.map(text => {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length === 0 || bytes.toString('base64url') !== text) throw new InvalidToken();
    return bytes;
  });
  if (signature!.length !== 64 || !headerSchema.safeParse(parsed(header!)).success) throw new InvalidToken();
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

function segment(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
