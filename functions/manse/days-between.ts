import { type ManseDay, manseDay, type Observer } from '@heal7/saju-engine';

/** The calendar's days from one day number to another, both included. */
export function daysBetween(first: number, last: number, observer: Observer): readonly ManseDay[] {
  return Array.from({ length: last - first + 1 }, (_, position) => manseDay(first + position, observer));
}
