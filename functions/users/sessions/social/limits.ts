import type { LimitRule } from '../../../../platform/rate-limit/limiter.ts';

/** Each one begun is a row for ten minutes. */
export const socialLoginsOfNetwork: LimitRule = {
  name: 'social-logins-of-network',
  limit: 60,
  windowSeconds: 600,
  whenUnavailable: 'allow',
};
