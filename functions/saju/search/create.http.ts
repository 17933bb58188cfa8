import { ENGINE_VERSION, GAPJA, SajuError, searchPillars } from '@heal7/saju-engine';
import type { OutputOf } from '../../../platform/http/operation.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { createSearch } from './contract.ts';

/** Finds the dates of pillars. */
export function createSearchHandler(stopwatch: Stopwatch): Handler<typeof createSearch> {
  return ({ body: { pillars, place, options } }, context) => {
    const elapsed = stopwatch();
    const matches = search(() => searchPillars(pillars, place, options));
    context.measure('saju_calculation_duration', elapsed());
    return {
      engineVersion: ENGINE_VERSION,
      pillars: {
        year: pair(pillars.year),
        month: pair(pillars.month),
        day: pair(pillars.day),
        hour: pillars.hour === undefined ? null : pair(pillars.hour),
      },
      matches,
    };
  };
}

/** The engine names a pillar's field alone; here they are under `pillars`. */
function search<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof SajuError && error.code === 'impossible_pillars' ? error.within('pillars') : error;
  }
}

function pair(position: number): OutputOf<typeof createSearch>['pillars']['year'] {
  const { index, code, hangul, hanja, english } = GAPJA[position]!;
  return { index, code, hangul, hanja, english };
}
