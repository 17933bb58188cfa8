import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { auditEntry, auditedEvents } from './audited-events.ts';
import { insertEntries } from './store.ts';

/**
 * Writes down who did what to accounts and charts. No projection: what can be built again can be built otherwise. Entries are
 * only ever added, and the runbook compares them with the events.
 */
export const auditLog: EventConsumer<(typeof auditedEvents)[number]> = {
  name: 'audit-log',
  types: auditedEvents,
  apply: (tx, events) => insertEntries(tx, events.map(auditEntry)),
};
