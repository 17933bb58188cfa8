import { dayInRange, gregorianDay, LAST_DAY } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import { type Calendar, daysBetween } from '../calendar.ts';
import { observerOf } from '../observer.ts';
import type { getMonth } from './contract.ts';

/** A month of the calendar. */
export function getMonthHandler(calendar: Calendar): Handler<typeof getMonth> {
  return ({ params: { month }, query }) => {
    const first = dayInRange(gregorianDay(`${month}-01`)!, ['month']);
    const last = Math.min(lastDayOf(month), LAST_DAY);
    return { month, days: daysBetween(calendar, first, last, observerOf(query)) };
  };
}

function lastDayOf(month: string): number {
  return [31, 30, 29, 28].map(day => gregorianDay(`${month}-${day}`)).find(day => day !== undefined)!;
}
