import type { ArchivedReading } from '../../../platform/timeseries/timestream-record.ts';
import type { ReadingInput } from '../readings/payload.ts';
import type { Reading } from '../readings/reading.ts';
import { readingTypes } from '../readings/reading-types.ts';
import { reliabilityOf } from '../readings/reliability.ts';

/** A reading as it is archived: with what ingest stores of it, so that history reads the same from either. */
export function archivedReading(reading: Reading): ArchivedReading {
  return { ...reading, unit: readingTypes[reading.type].unit, reliabilityScore: reliabilityOf(reading) };
}

/** A reading as its device sent it: what a dead letter holds. */
export function sentReading({ type, value, recordedAt, ...optional }: Reading): ReadingInput {
  const { accuracy, ambientConditions, userPresence } = optional;
  return {
    type,
    value,
    unit: readingTypes[type].unit,
    recordedAt,
    ...(accuracy !== null && { accuracy }),
    ...(ambientConditions !== null && { ambientConditions }),
    ...(userPresence !== null && { userPresence }),
  };
}
