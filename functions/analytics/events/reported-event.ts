import * as z from 'zod';
import type { Event } from '../../../platform/events/event-type.ts';
import { activityEvents } from '../events.ts';

type ActivityEvent = (typeof activityEvents)[number];

/** What an app tells of one event: its type, when it happened, and what its contract asks beside whose it is. */
export interface ReportedEvent {
  readonly type: ActivityEvent['name'];
  /** As it was sent: ISO 8601, with any offset. */
  readonly occurredAt: string;
  readonly [field: string]: unknown;
}

const occurredAt = z.iso.datetime({ offset: true }).meta({
  description: 'By the clock of the device: at most 5 minutes ahead of ours, and 7 days old.',
  examples: ['2026-03-01T09:00:00+09:00'],
});

/** By the contracts of `functions/analytics/events.ts`, each without what is known here of who asks. */
export const reportedEvent = z
  .discriminatedUnion('type', activityEvents.map(reported) as unknown as [z.ZodObject, ...z.ZodObject[]])
  .transform(event => event as unknown as ReportedEvent);

function reported({ name, summary, schema }: ActivityEvent): z.ZodObject {
  return (schema as z.ZodObject)
    .omit({ userId: true, appSessionId: true })
    .extend({ type: z.literal(name), occurredAt })
    .meta({ id: componentName(name), description: summary });
}

/** `ActivityPageViewed` for `activity.page_viewed`. */
function componentName(name: string): string {
  return name.replaceAll(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const typesByName: ReadonlyMap<string, ActivityEvent> = new Map(activityEvents.map(type => [type.name, type]));

/** Whose a reported event is. */
export interface Reporter {
  readonly userId: string;
  readonly appSessionId: string | null;
}

/** The event that is recorded of it. */
export function activityEvent({ type, occurredAt: _, ...fields }: ReportedEvent, reporter: Reporter): Event {
  // Its contract holds the data once more.
  return typesByName.get(type)!.of({ ...fields, ...reporter } as never);
}

/** How many there are of each type that is among them. */
export function countsByType(events: readonly ReportedEvent[]): Partial<Record<ActivityEvent['name'], number>> {
  const counts: Partial<Record<ActivityEvent['name'], number>> = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
