import * as z from 'zod';
import { eventType } from '../../platform/events/event-type.ts';
import { consentKinds } from './consents/consent.ts';
import { endReasons, sessionMethods } from './sessions/session.ts';

/** What happens to an account, without anything personal: ids, kinds and versions. */

/** The stream of an account. */
export function userStream(userId: string): string {
  return `user-${userId}`;
}

const nothing = z.strictObject({});
const consentVersion = z.string().meta({ description: 'Of the text that was shown.', examples: ['2026-01-01'] });

// Signing up, in and out.

export const userSignedUp = eventType({
  name: 'user.signed_up',
  version: 1,
  summary: 'Somebody made an account.',
  data: z.strictObject({
    contact: z.enum(['email', 'phone']),
    method: z.enum(sessionMethods),
    underFourteen: z.boolean(),
    consents: z.array(z.strictObject({ kind: z.enum(consentKinds), version: consentVersion, given: z.boolean() })),
  }),
});

export const identityLinked = eventType({
  name: 'user.identity_linked',
  version: 1,
  summary: 'An account can be entered by a log-in elsewhere.',
  data: z.strictObject({ provider: z.enum(['kakao', 'naver', 'google']) }),
});

export const passwordReset = eventType({
  name: 'user.password_reset',
  version: 1,
  summary: 'A user set a new password, by a code.',
  data: nothing,
});

const session = z.strictObject({ sessionId: z.uuid() });

export const sessionOpened = eventType({
  name: 'user.session_opened',
  version: 1,
  summary: 'A user logged in.',
  data: session.extend({ method: z.enum(sessionMethods) }),
});

export const sessionsEnded = eventType({
  name: 'user.sessions_ended',
  version: 1,
  summary: 'Sessions of a user ended before their time.',
  data: z.strictObject({ sessionIds: z.array(z.uuid()), reason: z.enum(endReasons) }),
});

export const refreshTokenReused = eventType({
  name: 'user.refresh_token_reused',
  version: 1,
  summary: 'A refresh token came a second time: somebody has a copy of it. Its session has been ended.',
  data: session,
});

const apiKey = z.strictObject({ keyId: z.uuid() });

export const apiKeyCreated = eventType({
  name: 'user.api_key_created',
  version: 1,
  summary: 'A user made an API key.',
  data: apiKey,
});

export const apiKeyRevoked = eventType({
  name: 'user.api_key_revoked',
  version: 1,
  summary: 'A user revoked an API key.',
  data: apiKey,
});

// What users keep and change.

export const profileChanged = eventType({
  name: 'user.profile_changed',
  version: 1,
  summary: 'A user changed fields of their profile.',
  data: z.strictObject({
    fields: z.array(z.string()).meta({ description: 'Their names, never their values.', examples: [['nickname']] }),
  }),
});

export const contactChanged = eventType({
  name: 'user.contact_changed',
  version: 1,
  summary: 'A user has another e-mail address or phone.',
  data: z.strictObject({ kind: z.enum(['email', 'phone']) }),
});

export const preferencesChanged = eventType({
  name: 'user.preferences_changed',
  version: 1,
  summary: 'A user changed their preferences.',
  data: nothing,
});

const person = z.strictObject({ personId: z.uuid() });

export const personAdded = eventType({
  name: 'user.person_added',
  version: 1,
  summary: 'A user keeps the birth of a person.',
  data: person.extend({ relation: z.enum(['self', 'family', 'friend', 'other']) }),
});

export const personCorrected = eventType({
  name: 'user.person_corrected',
  version: 1,
  summary: 'A user corrected what they keep of a person.',
  data: person.extend({
    chartsDeleted: z.boolean().meta({ description: 'Whether charts of the former birth are gone.' }),
  }),
});

export const personDeleted = eventType({
  name: 'user.person_deleted',
  version: 1,
  summary: 'A user deleted a person, with their charts.',
  data: person,
});

// Rights of users.

const consent = z.strictObject({ kind: z.enum(consentKinds), version: consentVersion });

export const consentGiven = eventType({
  name: 'user.consent_given',
  version: 1,
  summary: 'A user consented.',
  data: consent,
});

export const consentWithdrawn = eventType({
  name: 'user.consent_withdrawn',
  version: 1,
  summary: 'A user withdrew a consent: what was made by it has to go.',
  data: consent,
});

export const processingSuspended = eventType({
  name: 'user.processing_suspended',
  version: 1,
  summary: 'A user wants their data left alone: nothing is made of it from now on.',
  data: nothing,
});

export const processingResumed = eventType({
  name: 'user.processing_resumed',
  version: 1,
  summary: 'A user wants their data processed again.',
  data: nothing,
});

export const exportRequested = eventType({
  name: 'user.export_requested',
  version: 1,
  summary: 'A user asked for a copy of all their data.',
  data: z.strictObject({ exportId: z.uuid() }),
});

/** What operators give. */
export const grantedRoles = ['premium', 'expert', 'operator', 'admin'] as const;

const role = z.strictObject({ role: z.enum(grantedRoles) });

export const roleGranted = eventType({
  name: 'user.role_granted',
  version: 1,
  summary: 'A user may do what a role may.',
  data: role,
});

export const roleRevoked = eventType({
  name: 'user.role_revoked',
  version: 1,
  summary: 'A user may no longer do what a role may.',
  data: role,
});

export const userErased = eventType({
  name: 'user.erased',
  version: 1,
  summary: 'An account was erased, and all personal data of it with its key.',
  data: nothing,
});

export const userEvents = [
  userSignedUp,
  identityLinked,
  passwordReset,
  sessionOpened,
  sessionsEnded,
  refreshTokenReused,
  apiKeyCreated,
  apiKeyRevoked,
  profileChanged,
  contactChanged,
  preferencesChanged,
  personAdded,
  personCorrected,
  personDeleted,
  consentGiven,
  consentWithdrawn,
  processingSuspended,
  processingResumed,
  exportRequested,
  roleGranted,
  roleRevoked,
  userErased,
] as const;
