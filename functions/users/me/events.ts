import * as z from 'zod';
import { eventType } from '../../../platform/events/event-type.ts';

/** What happens to an account after it is made, without anything personal: ids, kinds and versions. */

/** The stream of an account. */
export function userStream(userId: string): string {
  return `user-${userId}`;
}

const personId = z.uuid();

export const profileChanged = eventType({
  name: 'user.profile_changed',
  version: 1,
  data: z.strictObject({ fields: z.array(z.string()) }),
});

export const contactChanged = eventType({
  name: 'user.contact_changed',
  version: 1,
  data: z.strictObject({ kind: z.enum(['email', 'phone']) }),
});

export const preferencesChanged = eventType({
  name: 'user.preferences_changed',
  version: 1,
  data: z.strictObject({}),
});

export const personAdded = eventType({
  name: 'user.person_added',
  version: 1,
  data: z.strictObject({ personId, relation: z.enum(['self', 'family', 'friend', 'other']) }),
});

export const personCorrected = eventType({
  name: 'user.person_corrected',
  version: 1,
  data: z.strictObject({ personId, chartsDeleted: z.boolean() }),
});

export const personDeleted = eventType({
  name: 'user.person_deleted',
  version: 1,
  data: z.strictObject({ personId }),
});

const consent = z.strictObject({ kind: z.enum(['privacy', 'marketing', 'location']), version: z.string() });

export const consentGiven = eventType({ name: 'user.consent_given', version: 1, data: consent });
export const consentWithdrawn = eventType({ name: 'user.consent_withdrawn', version: 1, data: consent });

export const processingSuspended = eventType({
  name: 'user.processing_suspended',
  version: 1,
  data: z.strictObject({}),
});

export const processingResumed = eventType({ name: 'user.processing_resumed', version: 1, data: z.strictObject({}) });

export const exportRequested = eventType({
  name: 'user.export_requested',
  version: 1,
  data: z.strictObject({ exportId: z.uuid() }),
});

export const userErased = eventType({ name: 'user.erased', version: 1, data: z.strictObject({}) });
