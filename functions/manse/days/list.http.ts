import { dayInRange, gregorianDay } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import { daysBetween } from '../days-between.ts';
import { observerOf } from '../observer.ts';
import type { listDays } from './contract.ts';

/** Days of the calendar. */
export const listDaysHandler: Handler<typeof listDays> = ({ query: { from, to, ...place } }) => {
  const first = dayInRange(gregorianDay(from)!, ['from']);
  const last = dayInRange(gregorianDay(to)!, ['to']);
  return { days: daysBetween(first, last, observerOf(place)) };
};
