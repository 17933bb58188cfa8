import type { OutputOf } from '../../../platform/http/operation.ts';
import type { acknowledgeAlert } from './contract.ts';
import type { AlertRow } from './store.ts';

/** An alert as it is answered. */
export function alertAnswer(row: AlertRow): OutputOf<typeof acknowledgeAlert> {
  return {
    id: row.id,
    deviceId: row.device_id,
    locationId: row.location_id,
    kind: row.kind,
    readingType: row.reading_type,
    limit: row.limit_value,
    fault: row.fault,
    state: row.cleared_at === null ? 'open' : 'cleared',
    openedAt: row.opened_at.toISOString(),
    value: row.opened_value,
    raisedAt: row.raised_at.toISOString(),
    worstValue: row.worst_value,
    lastBreachAt: row.last_breach_at?.toISOString() ?? null,
    breaches: row.breaches,
    clearedAt: row.cleared_at?.toISOString() ?? null,
    clearedValue: row.cleared_value,
    clearReason: row.clear_reason,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  };
}
