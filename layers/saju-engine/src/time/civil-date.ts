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
  const { year, month, day } = civilDate(number);
  return `${pad4(year)}-${pad2(month)}-${pad2(day)}`;
}

/** `2000-01-01T00:00:00Z` of seconds since 1970-01-01T00:00:00Z (whole seconds). */
export function isoInstant(epochSeconds: number): string {
  const day = Math.floor(epochSeconds / SECONDS_PER_DAY);
  return `${isoDate(day + EPOCH_DAY)}T${isoTime(epochSeconds - day * SECONDS_PER_DAY)}Z`;
}

/** `13:05:09` of a second of the day. */
export function isoTime(secondOfDay: number): string {
  const hour = (secondOfDay / 3600) | 0;
  const minute = ((secondOfDay / 60) | 0) % 60;
  return `${pad2(hour)}:${pad2(minute)}:${pad2(secondOfDay % 60)}`;
}

/** 00 to 99: dates and times are written ten and more to a chart. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, value) => `${value}`.padStart(2, '0'));

function pad2(value: number): string {
  return TWO_DIGITS[value]!;
}

function pad4(value: number): string {
  return value > 999 ? `${value}` : `${value}`.padStart(4, '0');
}
