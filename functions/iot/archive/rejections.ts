import type { ArchivedReading } from '../../../platform/timeseries/timestream-record.ts';
import type { Rejection, RejectionReason } from '../../../platform/timeseries/timestream-writer.ts';
import type { Item, Plan } from '../ingest/plan.ts';
import type { RefusalReason } from '../ingest/refusal.ts';
import type { Reading } from '../readings/reading.ts';
import { sentReading } from './archived-reading.ts';

/** A reading on its way to the archive, and what it was made of. */
export interface Archiving extends ArchivedReading {
  readonly original: Reading;
}

const REASONS: Readonly<Record<RejectionReason, RefusalReason>> = {
  outside_retention: 'outside_retention',
  rejected: 'not_archived',
};

/** What the archive did not take, by record and reason: what a dead letter is. */
export function refusalsOf(items: readonly Item[], rejected: readonly Rejection<Archiving>[]): Plan['refused'] {
  if (rejected.length === 0) return [];
  const reasons = new Map(rejected.map(({ reading, reason }) => [reading.original, REASONS[reason]]));
  return items.flatMap(item => {
    const those = item.read.readings.filter(reading => reasons.has(reading));
    const byReason = Map.groupBy(those, reading => reasons.get(reading)!);
    return [...byReason].map(([reason, readings]) => ({
      item,
      refusal: { reason, readings: readings.map(sentReading) },
    }));
  });
}
