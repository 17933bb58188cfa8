import type { Database } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import type { TimeSeriesStore } from '../../../../platform/timeseries/time-series-store.ts';
import { deviceRanges, timeRange } from '../../readings/time-range.ts';
import { deviceNotFound } from '../kinds.ts';
import { DEFAULT_ROWS, type listReadings } from './contract.ts';
import { rangeOfCursor } from './cursor.ts';
import { refuseOtherType } from './measured-type.ts';
import { pageOf, rawAnswer } from './page.ts';
import { findMeasuringDevice, listBuckets } from './store.ts';

export interface ReadingsDependencies {
  readonly database: Pick<Database, 'sql' | 'reader'>;
  /** Raw history of the stage. */
  readonly timeSeries: TimeSeriesStore;
}

/** What a device has measured, page by page: raw readings from where the stage keeps them, aggregates from the database. */
export function listReadingsHandler({
  database: { sql, reader },
  timeSeries,
}: ReadingsDependencies): Handler<typeof listReadings> {
  return async ({ params: { deviceId }, query }, { now }) => {
    const { type, resolution, limit = DEFAULT_ROWS, cursor } = query;
    const whole = timeRange(query, deviceRanges[resolution], now());
    const range = cursor === undefined ? whole : rangeOfCursor(cursor, query, whole);
    const device = await findMeasuringDevice(sql, deviceId, type);
    if (device === undefined) throw new DomainError(deviceNotFound);
    refuseOtherType(type, device);

    const asked = { deviceId, type, range, limit };
    // One more than asked tells whether there are more.
    const wanted = { deviceId, type, ...range, limit: limit + 1 };
    if (resolution === 'raw') {
      const found = await timeSeries.readLatest(wanted);
      const { rows, common } = pageOf(asked, found, ({ recordedAt }) => recordedAt);
      return { ...common, resolution, readings: rows.map(rawAnswer) };
    }
    const found = await listBuckets(reader, { ...wanted, resolution });
    const { rows, common } = pageOf(asked, found, ({ start }) => start.getTime());
    return {
      ...common,
      resolution,
      buckets: rows.map(({ start, ...bucket }) => ({ start: start.toISOString(), ...bucket })),
    };
  };
}
