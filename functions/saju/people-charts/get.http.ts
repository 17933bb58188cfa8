import { type Handler, routeKey } from '../../../platform/http/route.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { getStoredChart } from './contract.ts';
import { readChart } from './read-chart.ts';

/** One chart of a person. */
export function getStoredChartHandler({
  database: { sql },
  openRecorded,
}: Pick<StoredChartDependencies, 'database' | 'openRecorded'>): Handler<typeof getStoredChart> {
  const purpose = routeKey(getStoredChart);
  return async ({ params }, { caller: { userId }, requestId }) =>
    readChart(sql, openRecorded, { userId, purpose, requestId }, params);
}
