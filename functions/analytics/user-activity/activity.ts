import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import {
  chartInterpreted,
  chartStored,
  interpretationRated,
  reviewRequested,
  reviewWithdrawn,
} from '../../saju/events.ts';
import {
  apiKeyCreated,
  apiKeyRevoked,
  consentGiven,
  consentWithdrawn,
  exportRequested,
  personAdded,
  personCorrected,
  personDeleted,
  preferencesChanged,
  profileChanged,
  sessionOpened,
  userErased,
} from '../../users/events.ts';
import { activityEvents } from '../events.ts';

/** What users do with the service itself. It is known without their being asked, and used for nothing but to find misuse. */
const useOfService = [
  sessionOpened,
  profileChanged,
  preferencesChanged,
  personAdded,
  personCorrected,
  personDeleted,
  exportRequested,
  apiKeyCreated,
  apiKeyRevoked,
  chartStored,
  chartInterpreted,
  reviewRequested,
  reviewWithdrawn,
  interpretationRated,
] as const;

/** What decides which events of a user count. */
const ofUsers = [consentGiven, consentWithdrawn, userErased] as const;

export const activityTypes = [...activityEvents, ...useOfService, ...ofUsers] as const;

export type ActivityEvent = RecordedEvent<(typeof activityTypes)[number]>;

const byConsent: ReadonlySet<string> = new Set(activityEvents.map(({ name }) => name));
const counted: ReadonlySet<string> = new Set([...activityEvents, ...useOfService].map(({ name }) => name));

/** Something that a user did. */
export interface Entry {
  readonly globalPosition: number;
  readonly userId: string;
  readonly type: string;
  /** Told by an app, by the user's consent. */
  readonly byConsent: boolean;
  readonly at: Date;
}

/** The entry of an event of a user; none of one that only tells of the user. */
export function entryOf(userId: string, { type, globalPosition, occurredAt }: ActivityEvent): Entry | undefined {
  if (!counted.has(type)) return undefined;
  return { globalPosition, userId, type, byConsent: byConsent.has(type), at: occurredAt };
}
