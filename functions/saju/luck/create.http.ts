import { luckOfSpan } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { createLuck } from './contract.ts';

/** Calculates the luck of a span. */
export function createLuckHandler(stopwatch: Stopwatch): Handler<typeof createLuck> {
  return ({ body: { from, to, scales, ...person } }, context) => {
    const elapsed = stopwatch();
    const luck = luckOfSpan(person, { from, to }, scales);
    context.measure('saju_calculation_duration', elapsed());
    return luck;
  };
}
