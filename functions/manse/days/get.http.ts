import { gregorianDay } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import type { Calendar } from '../calendar.ts';
import { observerOf } from '../observer.ts';
import type { getDay } from './contract.ts';

/** A day of the calendar. */
export function getDayHandler(calendar: Calendar): Handler<typeof getDay> {
  return ({ params, query }) => calendar(gregorianDay(params.date)!, observerOf(query));
}
