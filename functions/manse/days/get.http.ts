import { gregorianDay, manseDay } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import { observerOf } from '../observer.ts';
import type { getDay } from './contract.ts';

/** A day of the calendar. */
export const getDayHandler: Handler<typeof getDay> = ({ params, query }) =>
  manseDay(gregorianDay(params.date)!, observerOf(query));
