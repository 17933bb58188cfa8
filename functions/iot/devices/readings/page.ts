import type { Answer } from '../../../../platform/http/operation.ts';
import type { RawReading } from '../../../../platform/timeseries/time-series-store.ts';
import type { rawReading } from '../../readings/contract.ts';
import type { ReadingType } from '../../readings/reading-types.ts';
import { readingTypes } from '../../readings/reading-types.ts';
import type { TimeRange } from '../../readings/time-range.ts';
import { cursorOf } from './cursor.ts';

/** What was asked for. */
interface Asked {
  readonly deviceId: string;
  readonly type: ReadingType;
  readonly range: TimeRange;
  readonly limit: number;
}

/**
 * A page of what was found, which is one more than was asked for where there is more; and what every answer says.
 * @param instantOf milliseconds since 1970 of a row
 */
export function pageOf<Row>(
  { deviceId, type, range: { from, to }, limit }: Asked,
  found: readonly Row[],
  instantOf: (row: Row) => number,
) {
  const rows = found.slice(0, limit);
  return {
    rows,
    common: {
      deviceId,
      type,
      unit: readingTypes[type].unit,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      nextCursor: found.length > limit ? cursorOf({ from, to: instantOf(rows.at(-1)!) }) : null,
    },
  };
}

export function rawAnswer({ recordedAt, unit: _, ...reading }: RawReading): Answer<typeof rawReading> {
  return { recordedAt: new Date(recordedAt).toISOString(), ...reading };
}
