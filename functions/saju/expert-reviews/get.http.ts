import { type Handler, routeKey } from '../../../platform/http/route.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { interpretationPlace } from '../people-charts/interpretations/sealed-interpretation.ts';
import { chartPlace, openChart } from '../people-charts/sealed-chart.ts';
import { getReviewRequest } from './contract.ts';
import { forReview } from './for-review.ts';
import { findRequest } from './store.ts';

/** What is to be reviewed, as its user has consented to. */
export function getReviewRequestHandler({
  database: { sql },
  openRecorded,
}: Pick<StoredChartDependencies, 'database' | 'openRecorded'>): Handler<typeof getReviewRequest> {
  const purpose = routeKey(getReviewRequest);
  return async ({ params: { interpretationId } }, { caller, requestId }) => {
    const row = await findRequest(sql, caller.userId, interpretationId);
    const owner = row.user_id;
    const chartAt = chartPlace(owner, row.chart_id);
    const sectionAt = interpretationPlace(owner, interpretationId, 'ai_interpretation');
    const access = { actorId: caller.userId, subjectId: owner, purpose, requestId, places: [chartAt, sectionAt] };
    return openRecorded(access, async opener => {
      const [{ chart }, section] = await Promise.all([
        openChart(opener, owner, row.chart_id, row.encrypted_chart),
        opener.open(sectionAt, row.ai_interpretation),
      ]);
      return {
        interpretationId,
        type: row.interpretation_type,
        requestedAt: row.review_requested_at.toISOString(),
        chart: forReview(chart),
        section: JSON.parse(Buffer.from(section).toString()),
      };
    });
  };
}
