import type { LimitRule } from '../../../platform/rate-limit/limiter.ts';

/**
 * Requests of a user, from all their apps: one each two seconds, each with up to 100 events. What is lost by a refusal is
 * sent again; what is lost by counting nothing is nothing.
 */
export const eventsOfUser: LimitRule = {
  name: 'events-of-user',
  limit: 30,
  windowSeconds: 60,
  whenUnavailable: 'allow',
};
