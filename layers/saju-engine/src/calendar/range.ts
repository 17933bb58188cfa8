import { SajuError } from '../errors.ts';

/** Day number of 1900-01-01. */
export const FIRST_DAY = 2_415_021;
/** Day number of 2101-01-28, the last day of lunar year 2100: 73,442 days in all. */
export const LAST_DAY = 2_488_462;

/** The engine's range as dates. */
export const RANGE = Object.freeze({ from: '1900-01-01', to: '2101-01-28' });

/**
 * The day number, if it is one (whole) and the calendar covers it.
 * @throws SajuError `date_out_of_range` at `path`
 */
export function dayInRange(dayNumber: number, path: readonly string[]): number {
  if (Number.isInteger(dayNumber) && dayNumber >= FIRST_DAY && dayNumber <= LAST_DAY) return dayNumber;
  throw outOfRange(path);
}

/** The refusal of a date that the calendar does not cover. */
export function outOfRange(path: readonly string[]): SajuError {
  return new SajuError('date_out_of_range', path, `dates are whole days, ${RANGE.from} to ${RANGE.to}`, RANGE);
}
