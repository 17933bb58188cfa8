import QuickLRU from 'quick-lru';
import type { Sql } from '../db/database.ts';
import { refusedCredentials } from '../http/authorise.ts';
import { type Consumption, type Limiter, tooMany } from '../rate-limit/limiter.ts';
import { apiKeyHash } from './api-key.ts';
import type { KeyCaller } from './caller.ts';

/** Keys of apps at work: who they are, and what is left to them. */
export interface ApiKeys {
  /**
   * The caller of a key, one use counted. `header` is told what is left, also where it is refused.
   * @throws DomainError `unauthenticated` for a key that is none, or is revoked, or whose owner is not active;
   * `rate_limited` over its limits, `database_unavailable`
   */
  admit(text: string, header: (name: string, value: string) => void): Promise<KeyCaller>;
}

export interface ApiKeysDependencies {
  readonly sql: Sql;
  /** Limits of a minute and of a day; how much, each key says itself. */
  readonly minute: Limiter;
  readonly day: Limiter;
  now(): Date;
}

/** A key as it is kept in memory. */
interface KnownKey {
  readonly keyId: string;
  readonly ownerId: string;
  readonly perMinute: number;
  readonly perDay: number;
}

/** A revoked key is refused everywhere within this. */
export const API_KEY_LIFETIME_MS = 30_000;

const MOST_KEYS = 1_000;

export function createApiKeys({ sql, minute, day, now }: ApiKeysDependencies): ApiKeys {
  const kept = new QuickLRU<string, { readonly key: KnownKey; readonly until: number }>({ maxSize: MOST_KEYS });

  async function known(hash: Uint8Array): Promise<KnownKey> {
    const name = Buffer.from(hash).toString('base64');
    const asked = now().getTime();
    const held = kept.get(name);
    if (held !== undefined && held.until > asked) return held.key;
    kept.delete(name);
    const [key] = await sql<KnownKey[]>`
      select api_keys.id as "keyId", owner_id as "ownerId", requests_per_minute as "perMinute", requests_per_day as "perDay"
      from api_keys join users on users.id = owner_id
      where key_hash = ${hash} and revoked_at is null and account_status = 'active'`;
    if (key === undefined) throw refusedCredentials('invalid_token');
    kept.set(name, { key, until: asked + API_KEY_LIFETIME_MS });
    return key;
  }

  return {
    async admit(text, header) {
      const hash = apiKeyHash(text);
      if (hash === undefined) throw refusedCredentials('invalid_token');
      const { keyId, ownerId, perMinute, perDay } = await known(hash);
      header('ratelimit-policy', `"minute";q=${perMinute};w=60, "day";q=${perDay};w=86400`);
      const ofMinute = await minute.consume(keyId, perMinute);
      if (!ofMinute.allowed) {
        header('ratelimit', left('minute', ofMinute));
        throw tooMany(ofMinute);
      }
      const ofDay = await day.consume(keyId, perDay);
      header('ratelimit', `${left('minute', ofMinute)}, ${left('day', ofDay)}`);
      if (!ofDay.allowed) throw tooMany(ofDay);
      return { kind: 'key', keyId, ownerId };
    },
  };
}

/** An item of the `RateLimit` header (draft-ietf-httpapi-ratelimit-headers): remaining uses, and seconds to the next window. */
function left(policy: string, { remaining, retryAfterSeconds }: Consumption): string {
  return `"${policy}";r=${remaining};t=${retryAfterSeconds}`;
}
