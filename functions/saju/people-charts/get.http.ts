import { type Handler, routeKey } from '../../../platform/http/route.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { storedChartAnswer } from './answer.ts';
import { getStoredChart } from './contract.ts';
import { chartPlace, openChart } from './sealed-chart.ts';
import { findChart } from './store.ts';

/** One chart of a person. */
export function getStoredChartHandler({
  database: { sql },
  openRecorded,
}: Pick<StoredChartDependencies, 'database' | 'openRecorded'>): Handler<typeof getStoredChart> {
  const purpose = routeKey(getStoredChart);
  return async ({ params: { personId, chartId } }, { caller: { userId }, requestId }) => {
    const row = await findChart(sql, userId, personId, chartId);
    const places = [chartPlace(userId, chartId)];
    const { chart } = await openRecorded({ actorId: userId, subjectId: userId, purpose, requestId, places }, opener =>
      openChart(opener, userId, chartId, row.encrypted_chart),
    );
    return storedChartAnswer(personId, row, chart);
  };
}
