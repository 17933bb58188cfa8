import type { Access } from '../../../platform/audit/access-log.ts';
import { cacheMetrics } from '../../../platform/cache/cache-metrics.ts';
import { storedChart } from '../../../platform/cache/keys.ts';
import { sealedCodec } from '../../../platform/cache/sealed-codec.ts';
import { type Handler, routeKey } from '../../../platform/http/route.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { storedChartAnswer } from './answer.ts';
import { getLatestChart } from './contract.ts';
import { interpretationPlaces, openInterpretation } from './interpretations/sealed-interpretation.ts';
import { listInterpretations, listSealedColumns } from './interpretations/store.ts';
import { chartPlace, openChart } from './sealed-chart.ts';
import { findChart, findLatest } from './store.ts';

/** The latest chart of a person with its interpretations: out of the cache where it holds them, recorded all the same. */
export function getLatestChartHandler(dependencies: StoredChartDependencies): Handler<typeof getLatestChart> {
  const { database, cipher, openRecorded, log, cache } = dependencies;
  const { sql } = database;
  const purpose = routeKey(getLatestChart);
  return async ({ params: { personId } }, context) => {
    const { userId } = context.caller;
    const { requestId } = context;
    const chartId = await findLatest(sql, userId, personId);
    const texts = await listSealedColumns(sql, chartId);
    const places = [chartPlace(userId, chartId), ...texts.flatMap(text => interpretationPlaces(userId, text))];
    const access: Access = { actorId: userId, subjectId: userId, purpose, requestId, places };
    const key = storedChart(userId, chartId);
    return openRecorded(access, opener =>
      cache.get(key, {
        schema: getLatestChart.response.body,
        observe: cacheMetrics(context),
        codec: sealedCodec(cipher, userId, key, code => log.recordFailure(access, code, context.now())),
        async compute() {
          const row = await findChart(sql, userId, personId, chartId);
          const { chart } = await openChart(opener, userId, chartId, row.encrypted_chart);
          const rows = await listInterpretations(sql, chartId);
          const interpretations = await Promise.all(rows.map(each => openInterpretation(opener, userId, each)));
          return { ...storedChartAnswer(personId, row, chart), interpretations };
        },
      }),
    );
  };
}
