import * as z from 'zod';
import { eventType } from '../../platform/events/event-type.ts';
import { consentKinds } from './consents/consent.ts';
import { endReasons, sessionMethods } from './sessions/session.ts';

/** What happens to an account when somebody signs up, in or out of it, without anything personal. */

const session = z.strictObject({ sessionId: z.uuid() });

export const userSignedUp = eventType({
  name: 'user.signed_up',
  version: 1,
  data: z.strictObject({
    contact: z.enum(['email', 'phone']),
    method: z.enum(sessionMethods),
    underFourteen: z.boolean(),
    consents: z.array(z.strictObject({ kind: z.enum(consentKinds), version: z.string(), given: z.boolean() })),
  }),
});

export const identityLinked = eventType({
  name: 'user.identity_linked',
  version: 1,
  data: z.strictObject({ provider: z.enum(['kakao', 'naver', 'google']) }),
});

export const passwordReset = eventType({ name: 'user.password_reset', version: 1, data: z.strictObject({}) });

export const sessionOpened = eventType({
  name: 'user.session_opened',
  version: 1,
  data: session.extend({ method: z.enum(sessionMethods) }),
});

export const sessionsEnded = eventType({
  name: 'user.sessions_ended',
  version: 1,
  data: z.strictObject({ sessionIds: z.array(z.uuid()), reason: z.enum(endReasons) }),
});

/** A refresh token came a second time: somebody has a copy of it. Its session has been ended. */
export const refreshTokenReused = eventType({ name: 'user.refresh_token_reused', version: 1, data: session });
