import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import { chartAnswer } from './answer.ts';
import type { createChart } from './contract.ts';

/** Calculates one chart. */
export function createChartHandler(stopwatch: Stopwatch): Handler<typeof createChart> {
  return ({ query, body }, context) => {
    const elapsed = stopwatch();
    const answer = chartAnswer(body, query.include);
    context.measure('saju_calculation_duration', elapsed());
    return answer;
  };
}
