/**
 * Dates of the Gregorian calendar and their Julian day numbers.
 *
 * A day number is the whole Julian day number at noon of the date: consecutive
 * days have consecutive numbers, whatever the time zone.
 */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Day number of 1970-01-01. */
export const EPOCH_DAY = 2_440_588;
export const SECONDS_PER_DAY = 86_400;

/** Day number of a Gregorian date (Fliegel and Van Flandern 1968), 4800 BC to AD 1,000,000. The date is not checked. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month < 3 ? 1 : 0;
  const y = year + 4800 - shifted;
  const m = month + 12 * shifted - 3;
  // `| 0` cuts as floor does, the terms being positive, and keeps whole numbers whole for the optimiser.
  return day + (((153 * m + 2) / 5) | 0) + 365 * y + ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0) - 32_045;
}

/** Gregorian date of a day number: the inverse of `dayNumber`. */
export function civilDate(number: number): CivilDate {
  const a = number + 32_044;
  const century = ((4 * a + 3) / 146_097) | 0;
  const c = a - (((146_097 * century) / 4) | 0);
  const d = ((4 * c + 3) / 1461) | 0;
  const e = c - (((1461 * d) / 4) | 0);
  const m = ((5 * e + 2) / 153) | 0;
  const wraps = m > 9 ? 1 : 0;
  return {
    year: 100 * century + d - 4800 + wraps,
    month: m + 3 - 12 * wraps,
    day: e - (((153 * m + 2) / 5) | 0) + 1,
  };
}

/** Days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** `2000-01-01` as an ISO date of a day number. */
export function isoDate(number: number): string {
  return isoCivilDate(civilDate(number));
}

/** `2000-01-01` as an ISO date. */
export function isoCivilDate({ year, month, day }: CivilDate): string {
  return pad4(year) + MONTHS_AND_DAYS[32 * month + day]!;
}

/** `2000-01-01T00:00:00Z` of seconds since 1970-01-01T00:00:00Z (whole seconds). */
export function isoInstant(epochSeconds: number): string {
  const day = Math.floor(epochSeconds / SECONDS_PER_DAY);
  const second = epochSeconds - day * SECONDS_PER_DAY;
  return isoDate(day + EPOCH_DAY) + hourAndMinute((second / 60) | 0) + SECONDS_UTC[second % 60]!;
}

/** `2000-01-01T00:00:00` of a wall time: seconds since 1970-01-01T00:00:00 on some clock. */
export function isoWall(wall: number): string {
  const day = Math.floor(wall / SECONDS_PER_DAY);
  const second = wall - day * SECONDS_PER_DAY;
  return isoDate(day + EPOCH_DAY) + hourAndMinute((second / 60) | 0) + TWO_DIGITS[second % 60]!;
}

// A chart writes some twenty dates and times: put together from ready parts they take a third of the time.

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, value) => `${value}`.padStart(2, '0'));

/** `-01-15` by 32 × month + day. */
const MONTHS_AND_DAYS: readonly string[] = Array.from(
  { length: 13 * 32 },
  (_, key) => `-${TWO_DIGITS[key >> 5]}-${TWO_DIGITS[key & 31]}`,
);
/** `T14:`, `30:`, and `05Z`. */
const HOURS: readonly string[] = TWO_DIGITS.slice(0, 24).map(hour => `T${hour}:`);
const MINUTES: readonly string[] = TWO_DIGITS.slice(0, 60).map(minute => `${minute}:`);
const SECONDS_UTC: readonly string[] = TWO_DIGITS.slice(0, 60).map(second => `${second}Z`);

function hourAndMinute(minute: number): string {
  return HOURS[(minute / 60) | 0]! + MINUTES[minute % 60]!;
}

function pad4(year: number): string {
  return year > 999 ? `${year}` : `${year}`.padStart(4, '0');
}
