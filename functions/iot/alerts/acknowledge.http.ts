import type { Database } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { alertAcknowledged, alertStream } from '../events.ts';
import { alertAnswer } from './answer.ts';
import type { acknowledgeAlert } from './contract.ts';
import { acknowledge } from './store.ts';

/** Takes note of an alert; who does is in its event. */
export function acknowledgeAlertHandler({
  database,
}: {
  readonly database: Pick<Database, 'transaction'>;
}): Handler<typeof acknowledgeAlert> {
  return async ({ params: { alertId } }, { caller, requestId, now }) => {
    const at = now();
    const row = await database.transaction(async tx => {
      const { row, first } = await acknowledge(tx, alertId, at);
      if (!first) return row;
      const event = alertAcknowledged.of({
        alertId,
        deviceId: row.device_id,
        locationId: row.location_id,
        kind: row.kind,
        readingType: row.reading_type,
        limit: row.limit_value,
        fault: row.fault,
        acknowledgedAt: at.toISOString(),
      });
      await append(tx, alertStream(alertId), 'any', [event], {
        occurredAt: at,
        metadata: { requestId, actor: caller.userId },
      });
      return row;
    });
    return alertAnswer(row);
  };
}
