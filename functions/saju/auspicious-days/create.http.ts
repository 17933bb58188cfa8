import { almanacDay, auspiciousDays, gregorianDay } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { createAuspiciousDays } from './contract.ts';

/** Chooses days. */
export function createAuspiciousDaysHandler(stopwatch: Stopwatch): Handler<typeof createAuspiciousDays> {
  return ({ body: { occasion, from, to, people, age, direction, limit, excluded } }, context) => {
    const elapsed = stopwatch();
    const choice = auspiciousDays({
      occasion,
      from,
      to,
      people,
      options: { ...(age && { age }), ...(direction && { direction }) },
    });
    const answer = {
      ...choice,
      found: choice.days.length,
      days: choice.days.slice(0, limit).map(withAlmanac),
      excluded: excluded ? choice.excluded.map(withAlmanac) : null,
    };
    context.measure('saju_calculation_duration', elapsed());
    return answer;
  };
}

/** A day with all that the almanac says of it, so that its facts can be read back. */
function withAlmanac<Day extends { readonly solarDate: string; readonly pillar: unknown }>({ pillar, ...day }: Day) {
  return { ...almanacDay(gregorianDay(day.solarDate)!), ...day };
}
