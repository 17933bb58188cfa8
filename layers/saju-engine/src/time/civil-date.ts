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
  return yearDash(year) + monthAndDay(month, day);
}

/** `2000-01-01T00:00:00Z` of seconds since 1970-01-01T00:00:00Z (whole seconds). */
export function isoInstant(epochSeconds: number): string {
  const days = Math.floor(epochSeconds / SECONDS_PER_DAY);
  const second = (epochSeconds - days * SECONDS_PER_DAY) | 0;
  const hour = (second / 3600) | 0;
  return dateAndHour(days, hour) + minuteUtc(second - 3600 * hour);
}

/** `2000-01-01T00:00:00` of a wall time: seconds since 1970-01-01T00:00:00 on some clock. */
export function isoWall(wall: number): string {
  const days = Math.floor(wall / SECONDS_PER_DAY);
  const second = (wall - days * SECONDS_PER_DAY) | 0;
  const hour = (second / 3600) | 0;
  return dateAndHour(days, hour) + minute(second - 3600 * hour);
}

/** `2000-01-01T00:` of a count of days since 1970-01-01. */
function dateAndHour(days: number, hour: number): string {
  const { year, month, day } = civilDate((days + EPOCH_DAY) | 0);
  return yearAndMonth(year, month) + dayAndHour(day, hour);
}

// A chart writes some twenty dates and times: put together from few ready parts they take a third of the time. Two parts
// of 13 characters or more together V8 joins by reference, without copying them.

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, value) => `${value}`.padStart(2, '0'));

/**
 * `01-15` by 32 × month + day, `-15T14:` by 24 × day + hour, `30:05` and `30:05Z` by second of the hour, `1990-` by year, and
 * `1990-05` by month; each made when first met.
 */
const monthsAndDays: (string | undefined)[] = new Array(13 * 32).fill(undefined);
const daysAndHours: (string | undefined)[] = new Array(32 * 24).fill(undefined);
const minutes: (string | undefined)[] = new Array(3600).fill(undefined);
const minutesUtc: (string | undefined)[] = new Array(3600).fill(undefined);
const yearDashes: (string | undefined)[] = new Array(2400).fill(undefined);
const yearsAndMonths: (string | undefined)[] = new Array(12 * 300).fill(undefined);
const FIRST_YEAR = 1850;

function monthAndDay(month: number, day: number): string {
  const key = 32 * month + day;
  monthsAndDays[key] ??= `${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
  return monthsAndDays[key];
}

function dayAndHour(day: number, hour: number): string {
  const key = 24 * day + hour;
  daysAndHours[key] ??= `-${TWO_DIGITS[day]}T${TWO_DIGITS[hour]}:`;
  return daysAndHours[key];
}

function minute(second: number): string {
  minutes[second] ??= `${TWO_DIGITS[(second / 60) | 0]}:${TWO_DIGITS[second % 60]}`;
  return minutes[second];
}

function minuteUtc(second: number): string {
  minutesUtc[second] ??= `${minute(second)}Z`;
  return minutesUtc[second];
}

function yearDash(year: number): string {
  yearDashes[year] ??= `${`${year}`.padStart(4, '0')}-`;
  return yearDashes[year];
}

function yearAndMonth(year: number, month: number): string {
  const key = 12 * (year - FIRST_YEAR) + month;
  yearsAndMonths[key] ??= yearDash(year) + TWO_DIGITS[month]!;
  return yearsAndMonths[key];
}
