import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import { interpretationAnswer } from './answer.ts';
import type { createInterpretation } from './contract.ts';

/** Puts a chart into words. */
export function createInterpretationHandler(stopwatch: Stopwatch): Handler<typeof createInterpretation> {
  return async ({ body }, context) => {
    const elapsed = stopwatch();
    const answer = await interpretationAnswer(body);
    context.measure('saju_calculation_duration', elapsed());
    return answer;
  };
}
