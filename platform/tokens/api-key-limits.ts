import type { LimitRule } from '../rate-limit/limiter.ts';

/** What a new key may do; operators give more in the database. Beyond the gateway's own rate nobody gets through. */
export const NEW_KEY_LIMITS = { perMinute: 600, perDay: 50_000 } as const;

/** Calculating is cheap, and callers who keep to their limits are not refused because we cannot count. */
const whenUnavailable = 'allow';

export const keyMinuteLimit: LimitRule = {
  name: 'api-key-minute',
  limit: NEW_KEY_LIMITS.perMinute,
  windowSeconds: 60,
  whenUnavailable,
};

/** From midnight to midnight, UTC. */
export const keyDayLimit: LimitRule = {
  name: 'api-key-day',
  limit: NEW_KEY_LIMITS.perDay,
  windowSeconds: 24 * 3600,
  whenUnavailable,
};
