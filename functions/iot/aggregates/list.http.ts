import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { readingTypes } from '../readings/reading-types.ts';
import { locationRanges, timeRange } from '../readings/time-range.ts';
import type { listAggregates } from './contract.ts';
import { countDevices, listLocationBuckets } from './store.ts';

/** What the devices of a location have measured together. */
export function listAggregatesHandler({
  database: { reader },
}: {
  readonly database: Pick<Database, 'reader'>;
}): Handler<typeof listAggregates> {
  return async ({ query }, { now }) => {
    const { locationId, type, resolution } = query;
    const range = timeRange(query, locationRanges[resolution], now());
    const devices = await countDevices(reader, locationId);
    const rows = await listLocationBuckets(reader, { locationId, type, resolution, ...range });
    return {
      locationId,
      type,
      unit: readingTypes[type].unit,
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
      resolution,
      devices,
      weighting: 'devices',
      buckets: rows.map(({ start, ...bucket }) => ({ start: start.toISOString(), ...bucket })),
    };
  };
}
