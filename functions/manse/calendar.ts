import { type ManseDay, manseDay, type Observer, SEOUL } from '@heal7/saju-engine';
import QuickLRU from 'quick-lru';

/** A day of the calendar by its day number, as seen from a place. */
export type Calendar = (day: number, observer: Observer) => ManseDay;

/** 27 years of days, some 10 MB; nearly all that is asked for is near today. */
const MOST_DAYS = 10_000;

/**
 * A calendar that remembers days seen from Seoul: a day takes 10 µs to compute, most of it the moon, and never changes.
 * Other places are computed each time: there are too many.
 */
export function rememberingCalendar(compute: Calendar = manseDay): Calendar {
  const remembered = new QuickLRU<number, ManseDay>({ maxSize: MOST_DAYS });
  return (day, observer) => {
    if (observer !== SEOUL) return compute(day, observer);
    const known = remembered.get(day);
    if (known !== undefined) return known;
    const computed = compute(day, observer);
    remembered.set(day, computed);
    return computed;
  };
}

/** The calendar's days from one day number to another, both included. */
export function daysBetween(calendar: Calendar, first: number, last: number, observer: Observer): readonly ManseDay[] {
  return Array.from({ length: last - first + 1 }, (_, position) => calendar(first + position, observer));
}
