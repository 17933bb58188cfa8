import * as z from 'zod';
import { eventType } from '../../platform/events/event-type.ts';
import { categories } from './categories.ts';

/**
 * What users do in apps, told by the apps (`POST /v1/events`) of users who consented to it. Codes alone: no address, no text,
 * nothing that was typed.
 *
 * Whatever was taken under a consent stands before its withdrawal in the store (`globalPosition`): by that, consumers tell
 * what they must not use any more from what came after a new consent, since the two are in different streams.
 */

/** The stream of a user's activity. */
export function activityStream(userId: string): string {
  return `activity-${userId}`;
}

/** Pages that an app may have, by what they are for. */
export const pages = ['home', 'chart', 'reading', 'shop', 'consultation', 'community', 'profile', 'help'] as const;

const common = {
  userId: z.uuid(),
  /** The app's own session, a random id: nothing of ours. */
  appSessionId: z.uuid().nullable(),
};

export const pageViewed = eventType({
  name: 'activity.page_viewed',
  version: 1,
  summary: 'A user opened a page of an app.',
  data: z.strictObject({ ...common, page: z.enum(pages), category: z.enum(categories).nullable() }),
});

export const featureUsed = eventType({
  name: 'activity.feature_used',
  version: 1,
  summary: 'A user used something that an app offers.',
  data: z.strictObject({ ...common, category: z.enum(categories) }),
});

export const contentRead = eventType({
  name: 'activity.content_read',
  version: 1,
  summary: 'A user read something to its end, or for a while.',
  data: z.strictObject({ ...common, category: z.enum(categories), seconds: z.int().min(0).max(86_400) }),
});

export const offerShown = eventType({
  name: 'activity.offer_shown',
  version: 1,
  summary: 'A recommendation was shown to a user.',
  data: z.strictObject({ ...common, category: z.enum(categories) }),
});

export const offerTaken = eventType({
  name: 'activity.offer_taken',
  version: 1,
  summary: 'A user followed a recommendation.',
  data: z.strictObject({ ...common, category: z.enum(categories) }),
});

export const offerDismissed = eventType({
  name: 'activity.offer_dismissed',
  version: 1,
  summary: 'A user did not want a recommendation.',
  data: z.strictObject({ ...common, category: z.enum(categories) }),
});

export const activityEvents = [pageViewed, featureUsed, contentRead, offerShown, offerTaken, offerDismissed] as const;
