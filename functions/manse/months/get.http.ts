import { dayInRange, gregorianDay, LAST_DAY } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import { daysBetween } from '../days-between.ts';
import { observerOf } from '../observer.ts';
import type { getMonth } from './contract.ts';

/** A month of the calendar. */
export const getMonthHandler: Handler<typeof getMonth> = ({ params: { month }, query }) => {
  const first = dayInRange(gregorianDay(`${month}-01`)!, ['month']);
  return { month, days: daysBetween(first, Math.min(lastDayOf(month), LAST_DAY), observerOf(query)) };
};

function lastDayOf(month: string): number {
  return [31, 30, 29, 28].map(day => gregorianDay(`${month}-${day}`)).find(day => day !== undefined)!;
}
