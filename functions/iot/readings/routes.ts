import type { Database } from '../../../platform/db/database.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { TimeSeriesStore } from '../../../platform/timeseries/time-series-store.ts';
import { listAggregates } from '../aggregates/contract.ts';
import { listAggregatesHandler } from '../aggregates/list.http.ts';
import { getLatestReadings } from '../devices/latest/contract.ts';
import { getLatestReadingsHandler } from '../devices/latest/get.http.ts';
import { listReadings } from '../devices/readings/contract.ts';
import { listReadingsHandler } from '../devices/readings/list.http.ts';
import { listLatestReadings } from '../latest/contract.ts';
import { listLatestReadingsHandler } from '../latest/list.http.ts';

/** `readingOperations` at work. */
export function readingRoutes(dependencies: {
  readonly database: Pick<Database, 'sql' | 'reader'>;
  readonly timeSeries: TimeSeriesStore;
}): readonly Route[] {
  return [
    route(getLatestReadings, getLatestReadingsHandler(dependencies)),
    route(listReadings, listReadingsHandler(dependencies)),
    route(listLatestReadings, listLatestReadingsHandler(dependencies)),
    route(listAggregates, listAggregatesHandler(dependencies)),
  ];
}
