import { lunarDayNumber, SajuError } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import type { Calendar } from '../calendar.ts';
import { observerOf } from '../observer.ts';
import type { getLunarDay } from './contract.ts';

/** The day of a lunar date. */
export function getLunarDayHandler(calendar: Calendar): Handler<typeof getLunarDay> {
  return ({ params, query: { leap = false, ...place } }) =>
    calendar(dayNumberOf({ ...params, isLeapMonth: leap }), observerOf(place));
}

/** The engine speaks of a date's fields; here they are parameters of other names. */
function dayNumberOf(date: Parameters<typeof lunarDayNumber>[0]): number {
  try {
    return lunarDayNumber(date);
  } catch (error) {
    if (!(error instanceof SajuError)) throw error;
    const parameter = error.path[0] === 'isLeapMonth' ? 'leap' : 'day';
    throw new SajuError(error.code, [parameter], error.message, error.params);
  }
}
