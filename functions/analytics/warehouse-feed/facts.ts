import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import { chartEvents, interpretationReviewed } from '../../saju/events.ts';
import {
  consentGiven,
  consentWithdrawn,
  exportRequested,
  personAdded,
  personDeleted,
  sessionOpened,
  userErased,
  userSignedUp,
} from '../../users/events.ts';
import { activityEvents } from '../events.ts';

const ofCharts = chartEvents.filter(type => type !== interpretationReviewed);

/** What the warehouse counts: what users do in apps, and what they do with the service itself. */
const counted = [
  ...activityEvents,
  userSignedUp,
  sessionOpened,
  personAdded,
  personDeleted,
  exportRequested,
  ...ofCharts,
] as const;

export const warehouseTypes = [...counted, consentGiven, consentWithdrawn, userErased] as const;

export type WarehouseEvent = RecordedEvent<(typeof warehouseTypes)[number]>;

/** Names of what apps tell, by the user's consent. */
export const byConsentNames: readonly string[] = activityEvents.map(({ name }) => name);

const byConsent: ReadonlySet<string> = new Set(byConsentNames);
const countedNames: ReadonlySet<string> = new Set(counted.map(({ name }) => name));

/** An event as the warehouse counts it. */
export interface Fact {
  readonly userId: string;
  readonly type: string;
  readonly category: string;
  readonly seconds: number;
  readonly byConsent: boolean;
  readonly at: Date;
}

/** The fact of a user's event; none of one that only tells of the user. */
export function factOf(userId: string, { type, data, occurredAt: at }: WarehouseEvent): Fact | undefined {
  if (!countedNames.has(type)) return undefined;
  const category = ('category' in data ? data.category : 'type' in data ? data.type : null) ?? 'none';
  const seconds = 'seconds' in data ? data.seconds : 0;
  return { userId, type, category, seconds, byConsent: byConsent.has(type), at };
}
