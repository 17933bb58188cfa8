import type { PublishedEvent } from '../../../platform/events/published-event.ts';

/** What is in a record. */
export function eventsIn(data: Uint8Array): readonly PublishedEvent[] {
  const value = JSON.parse(Buffer.from(data).toString()) as PublishedEvent | readonly PublishedEvent[];
  return Array.isArray(value) ? value : [value as PublishedEvent];
}
