import { SajuError } from '../errors.ts';
import { FIRST_LUNAR_YEAR_DAY, LUNAR_YEARS, UNCERTAIN_DAYS } from '../tables/lunar-months.ts';
import { DIGIT_VALUES } from './base64-digits.ts';
import { dayInRange, outOfRange } from './range.ts';

/**
 * The Korean lunar calendar (음력): KASI's to 2050 and by the same rule after: a month begins on the day of the new
 * moon (at UTC+8 before 1912, at UTC+9 since), and of 13 months between winter solstices the first without a 중기 is leap.
 */

/** A date of the lunar calendar. */
export interface LunarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 30. */
  readonly day: number;
  /** Whether the month is the leap month (윤달) that follows the ordinary one of its number. */
  readonly isLeapMonth: boolean;
}

/** Months are tabulated from 1899-01, so that a year's twelve are found alike; those before FIRST_DAY are never answered. */
const FIRST_LUNAR_YEAR = 1899;
const YEAR_COUNT = LUNAR_YEARS.length / 3;

/** Leap month of each year, 0 for none. */
const leapMonths = new Uint8Array(YEAR_COUNT);
/** Ordinal of the first month of each year, counting all months. */
const firstMonths = new Uint16Array(YEAR_COUNT);
/** Of each month, by ordinal: its first day, and its name as year × 32 + month × 2 + (leap ? 1 : 0). One more ends the last. */
const firstDays = new Int32Array(13 * YEAR_COUNT);
const names = new Int32Array(13 * YEAR_COUNT);
decode();

const MONTHS_PER_DAY = 1 / 29.530_588_861;
/**
 * Counted from here at an even pace, every month begins 0.02 to 0.1 months early: the true ones stray from the even
 * pace by 1.4 days at most.
 */
const PACE_ORIGIN = FIRST_LUNAR_YEAR_DAY + 2;

/** Reads the table into the arrays above. */
function decode(): void {
  let ordinal = 0;
  let day = FIRST_LUNAR_YEAR_DAY;
  for (let y = 0; y < YEAR_COUNT; y++) {
    const bits =
      4096 * DIGIT_VALUES[LUNAR_YEARS.charCodeAt(3 * y)]! +
      64 * DIGIT_VALUES[LUNAR_YEARS.charCodeAt(3 * y + 1)]! +
      DIGIT_VALUES[LUNAR_YEARS.charCodeAt(3 * y + 2)]!;
    const leap = bits >> 13;
    leapMonths[y] = leap;
    firstMonths[y] = ordinal;
    for (let k = 0; k < (leap ? 13 : 12); k++) {
      const afterLeap = leap > 0 && k >= leap;
      const month = afterLeap ? k : k + 1;
      names[ordinal] = 32 * (FIRST_LUNAR_YEAR + y) + 2 * month + (afterLeap && k === leap ? 1 : 0);
      firstDays[ordinal++] = day;
      day += 29 + ((bits >> k) & 1);
    }
  }
  firstDays[ordinal] = day;
}

/**
 * Lunar date of a day number.
 * @throws SajuError `date_out_of_range` before FIRST_DAY or after LAST_DAY
 */
export function lunarDate(day: number): LunarDate {
  dayInRange(day, ['date']);
  const early = ((day - PACE_ORIGIN) * MONTHS_PER_DAY) | 0;
  const ordinal = firstDays[early + 1]! <= day ? early + 1 : early;
  const name = names[ordinal]!;
  return {
    year: name >> 5,
    month: (name >> 1) & 15,
    day: day - firstDays[ordinal]! + 1,
    isLeapMonth: (name & 1) === 1,
  };
}

/**
 * Day number of a lunar date: the inverse of `lunarDate`.
 * @throws SajuError `invalid_lunar_date` for a month or day that the calendar does not have (path `date`) or a leap
 * month that is not (path `isLeapMonth`); `date_out_of_range` before lunar 1899-12-01 or after lunar year 2100
 */
export function lunarDayNumber({ year, month, day, isLeapMonth }: LunarDate): number {
  const plausible = Number.isInteger(year) && isWithin(month, 1, 12) && isWithin(day, 1, 30);
  if (!plausible) throw invalid('date', `There is no lunar date ${year}-${month}-${day}.`, { year, month, day });
  if (!isTabulated(year, month)) throw outOfRange(['date']);
  const found = lunarMonth(year, month, isLeapMonth);
  if (!found) {
    throw invalid('isLeapMonth', `Month ${month} of lunar ${year} is not a leap month.`, { year, month });
  }
  if (day > found.length) {
    const { length } = found;
    throw invalid('date', `The month has ${length} days.`, { year, month, day, length });
  }
  return found.firstDay + day - 1;
}

/** First day (as a day number) and length (29 or 30) of a month; undefined if it is none or out of range. */
export function lunarMonth(
  year: number,
  month: number,
  isLeapMonth: boolean,
): { readonly firstDay: number; readonly length: number } | undefined {
  if (!isWithin(month, 1, 12) || !isTabulated(year, month)) return undefined;
  const leap = leapMonths[year - FIRST_LUNAR_YEAR]!;
  if (isLeapMonth && month !== leap) return undefined;
  const follows = isLeapMonth || (leap > 0 && month > leap);
  const ordinal = firstMonths[year - FIRST_LUNAR_YEAR]! + month - (follows ? 0 : 1);
  const firstDay = firstDays[ordinal]!;
  return { firstDay, length: firstDays[ordinal + 1]! - firstDay };
}

/** Number of the leap month of a lunar year; undefined if it has none or is out of range. */
export function leapMonth(year: number): number | undefined {
  return leapMonths[year - FIRST_LUNAR_YEAR] || undefined;
}

/**
 * Whether the lunar date of a day hangs on how the Earth's rotation slows (ΔT): a new moon so near to midnight that
 * it may yet fall on the day before, which moves the whole month. Two months to 2101: of 2074-08-23 (new moon at
 * 00:00:01 KST) and of 2097-01-14 (00:01:20), each with its eve.
 */
export function isUncertain(day: number): boolean {
  return UNCERTAIN_DAYS.some(([first, last]) => day >= first && day <= last);
}

function isWithin(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function isTabulated(year: number, month: number): boolean {
  return (
    isWithin(year, FIRST_LUNAR_YEAR, FIRST_LUNAR_YEAR + YEAR_COUNT - 1) && (year > FIRST_LUNAR_YEAR || month === 12)
  );
}

function invalid(field: string, message: string, params: Record<string, number>): SajuError {
  return new SajuError('invalid_lunar_date', [field], message, params);
}
