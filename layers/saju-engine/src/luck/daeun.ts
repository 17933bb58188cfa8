import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import { TERM_INSTANTS } from '../calendar/solar-terms.ts';
import type { DaeunRounding } from '../options.ts';
import { type CivilDate, civilDate, dayNumber, daysInMonth, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { KST } from '../time/local-time.ts';

export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];
export type LuckDirection = 'forward' | 'backward';

/** When the first 대운 starts: by its exact length in luck time, and as a whole number of years. */
export interface StartAge {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** By the option `daeunRounding`. */
  readonly rounded: number;
}

/** The run of ten-year periods (대운) of a birth. */
export interface Daeun {
  readonly direction: LuckDirection;
  /** Serial number of the 절 that the start age is counted to. */
  readonly termSerial: number;
  readonly startAge: StartAge;
  /** Day number of the first period's first day. */
  readonly startDay: number;
}

/** Three days to the year: 720 s from birth to 절 are a day of luck time. */
const SECONDS_PER_LUCK_DAY = 720;
const SECONDS_PER_LUCK_YEAR = 3 * SECONDS_PER_DAY;
const LUCK_DAYS_PER_MONTH = 30;
const LUCK_DAYS_PER_YEAR = 360;

/**
 * 대운 of a birth: forward for a man of a yang year and a woman of a yin year, else backward.
 * @param serial serial number of the last solar term at the birth
 * @param birthDay day number of the recorded date of birth
 */
export function daeun(
  instant: number,
  serial: number,
  yearPillar: number,
  sex: Sex,
  birthDay: number,
  rounding: DaeunRounding,
): Daeun {
  const forward = ((yearPillar & 1) === 0) === (sex === 'male');
  const jeol = serial - (serial & 1);
  const termSerial = forward ? jeol + 2 : jeol;
  const term = TERM_INSTANTS[termSerial]!;
  // `| 0` cuts as floor does, no term being negative, and keeps whole numbers whole for the optimiser.
  const luckDays = (Math.abs(term - instant) / SECONDS_PER_LUCK_DAY) | 0;
  const years = (luckDays / LUCK_DAYS_PER_YEAR) | 0;
  const months = ((luckDays % LUCK_DAYS_PER_YEAR) / LUCK_DAYS_PER_MONTH) | 0;
  const days = luckDays % LUCK_DAYS_PER_MONTH;
  return {
    direction: forward ? 'forward' : 'backward',
    termSerial,
    startAge: { years, months, days, rounded: roundAge(instant, term, rounding) },
    startDay: addMonths(birthDay, 12 * years + months) + days,
  };
}

/** The pair of the n-th 대운 (1 is the first; 0 is the month pillar itself, which rules before it). */
export function daeunPillar(monthPillar: number, direction: LuckDirection, n: number): Gapja {
  // One back is 59 on.
  return GAPJA[(monthPillar + (direction === 'forward' ? n : 59 * n)) % 60]!;
}

/** First day of the n-th 대운, from that of the first: ten years each; a 29 February is the 28th in years that lack it. */
export function daeunStart(first: CivilDate, n: number): CivilDate {
  const year = first.year + 10 * (n - 1);
  const { month, day } = first;
  return { year, month, day: day > 28 ? Math.min(day, daysInMonth(year, month)) : day };
}

/** A date some months later; a day that its month lacks becomes the month's last. */
function addMonths(day: number, months: number): number {
  const date = civilDate(day);
  const total = date.year * 12 + date.month - 1 + months;
  const year = (total / 12) | 0;
  const month = (total % 12) + 1;
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Years from birth to 절, three days to each, made whole. */
function roundAge(instant: number, term: number, rounding: DaeunRounding): number {
  const years = Math.abs(term - instant) / SECONDS_PER_LUCK_YEAR;
  switch (rounding) {
    case 'round':
      return Math.max(1, Math.floor(years + 0.5));
    case 'floor':
      return Math.floor(years);
    case 'ceil':
      return Math.ceil(years);
    case 'traditional':
      // Three days to the year; a remainder of one day is dropped, of two raised.
      return Math.max(1, Math.floor((Math.abs(koreanDay(term) - koreanDay(instant)) + 1) / 3));
  }
}

/** The `traditional` count dates birth and 절 in Korea at UTC+9. */
function koreanDay(instant: number): number {
  return Math.floor((instant + KST) / SECONDS_PER_DAY);
}
