import type { LimitRule } from '../../../../platform/rate-limit/limiter.ts';

/** Each message costs money and somebody's patience: while nothing can be counted, none is sent. */
const whenUnavailable = 'refuse';

/** The first two are for a contact from a network: who asks for codes of others from elsewhere keeps nobody from theirs. */
export const codesAtOnce: LimitRule = { name: 'codes-at-once', limit: 1, windowSeconds: 60, whenUnavailable };

export const codesOfContact: LimitRule = { name: 'codes-of-contact', limit: 5, windowSeconds: 3_600, whenUnavailable };

/** Wherever from: a mailbox is not flooded. With 20 codes of 5 attempts an hour, a code is guessed once in a year. */
export const codesToContact: LimitRule = { name: 'codes-to-contact', limit: 20, windowSeconds: 3_600, whenUnavailable };

/** An office or a mobile network has one address for many people. */
export const codesOfNetwork: LimitRule = { name: 'codes-of-network', limit: 30, windowSeconds: 3_600, whenUnavailable };
