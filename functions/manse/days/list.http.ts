import { dayInRange, gregorianDay } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import { type Calendar, daysBetween } from '../calendar.ts';
import { observerOf } from '../observer.ts';
import type { listDays } from './contract.ts';

/** Days of the calendar. */
export function listDaysHandler(calendar: Calendar): Handler<typeof listDays> {
  return ({ query: { from, to, ...place } }) => {
    const first = dayInRange(gregorianDay(from)!, ['from']);
    const last = dayInRange(gregorianDay(to)!, ['to']);
    return { days: daysBetween(calendar, first, last, observerOf(place)) };
  };
}
