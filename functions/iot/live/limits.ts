import type { LimitRule } from '../../../platform/rate-limit/limiter.ts';

/** Requests for tickets, of a user: a page that loses its connection takes another every two seconds. */
export const liveTicketsOfUser: LimitRule = {
  name: 'live-tickets-of-user',
  limit: 30,
  windowSeconds: 60,
  whenUnavailable: 'allow',
};

/**
 * Messages on a connection: one asks for the latest values at its beginning, and then now and again. One that says more is
 * closed.
 */
export const messagesOfConnection: LimitRule = {
  name: 'messages-of-connection',
  limit: 30,
  windowSeconds: 60,
  whenUnavailable: 'allow',
};
