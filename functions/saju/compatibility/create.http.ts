import { compatibility } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { createCompatibility } from './contract.ts';

/** Compares two people. */
export function createCompatibilityHandler(stopwatch: Stopwatch): Handler<typeof createCompatibility> {
  return ({ body: { a, b } }, context) => {
    const elapsed = stopwatch();
    const answer = compatibility(a, b);
    context.measure('saju_calculation_duration', elapsed());
    return answer;
  };
}
