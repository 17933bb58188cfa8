import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import type { alertEvents } from '../events.ts';

/** An event that alerts are told by. */
export type AlertEvent = RecordedEvent<(typeof alertEvents)[number]>;

/** What receivers are told of an event, as JSON: as Standard Webhooks has it, `type`, `timestamp` and `data`. */
export function messageBody({ type, data, version, occurredAt }: AlertEvent): string {
  // Receivers get messages in any order: `version` says which of an alert came first.
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data: { ...data, version } });
}
