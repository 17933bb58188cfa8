import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { alertEvents } from '../events.ts';
import { messageBody } from './message.ts';

/**
 * Writes down who is to be told of an alert: each webhook that is active and cares for the place, and the topic. One delivery an event
 * and receiver, however often the event comes; sending them is the work of `deliver.ts`. No projection: what was told was told.
 */
export const deliverAlerts: EventConsumer<(typeof alertEvents)[number]> = {
  name: 'deliver-alerts',
  types: alertEvents,
  async apply(tx, events, { now }) {
    const messages = events.map(event => ({
      alertId: event.data.alertId,
      locationId: event.data.locationId,
      version: event.version,
      type: event.type,
      body: messageBody(event),
    }));
    // Webhooks are held until this is committed: one that is disabled meanwhile would have a delivery that nobody makes and
    // nobody cancels.
    await tx`
      with webhook as (
        select id, location_id from alert_webhooks where state = 'active' for share
      )
      insert into alert_deliveries (webhook_id, alert_id, event_version, event_type, body, next_attempt_at, created_at)
      select receiver.id, message."alertId", message.version, message.type, message.body, ${now}, ${now}
      from jsonb_to_recordset(${tx.json(messages as never)}) as message (
        "alertId" uuid, "locationId" text, version integer, type text, body text
      )
      join (
        select id, location_id from webhook
        union all select null, null
      ) as receiver (id, location_id) on receiver.location_id is null or receiver.location_id = message."locationId"
      on conflict (webhook_id, alert_id, event_version) do nothing`;
  },
};
