import { type LunarDate, lunarDate, lunarMonth } from '../calendar/lunar.ts';
import { monthPillar, yearPillar } from '../calendar/pillar-index.ts';
import { dayGapja } from '../calendar/sexagenary.ts';
import { lastTermSerial, TERMS_PER_YEAR } from '../calendar/solar-terms.ts';
import { EPOCH_DAY, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { KST } from '../time/local-time.ts';
import { dayStars } from './day-stars.ts';
import { mansion } from './mansions.ts';
import { officer } from './officers.ts';
import { pathSpirit } from './yellow-path.ts';

/** A date of Korea in whole numbers, as the rules of choosing days work on it. */
export interface DayNumbers {
  readonly dayNumber: number;
  readonly lunar: LunarDate;
  /** Days of the lunar month: 29 or 30. */
  readonly monthLength: number;
  /** Pairs 0 to 59. The whole date of a 절 belongs to the month, and that of 입춘 to the year, which it begins. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Index in `OFFICERS`. */
  readonly officer: number;
  /** Index in `PATH_SPIRITS`. */
  readonly path: number;
  /** Index in `MANSIONS`. */
  readonly mansion: number;
  /** Set of `DAY_STARS`. */
  readonly stars: number;
}

/**
 * The numbers of a date.
 * @throws SajuError `date_out_of_range`
 */
export function dayNumbers(dayNumber: number): DayNumbers {
  const lunar = lunarDate(dayNumber);
  const serial = termAtEndOf(dayNumber);
  const next = termAtEndOf(dayNumber + 1);
  const month = monthPillar(serial);
  const day = dayGapja(dayNumber);
  const monthBranch = month % 12;
  const mansionIndex = mansion(dayNumber);
  return {
    dayNumber,
    lunar,
    monthLength: lunarMonth(lunar.year, lunar.month, lunar.isLeapMonth)!.length,
    year: yearPillar(serial),
    month,
    day,
    officer: officer(monthBranch, day % 12),
    path: pathSpirit(monthBranch, day % 12),
    mansion: mansionIndex,
    stars: dayStars(monthBranch, day, mansionIndex, lunar.day, next === serial ? -1 : next % TERMS_PER_YEAR),
  };
}

/** Serial number of the last solar term at the last second of a date, at UTC+9. */
function termAtEndOf(dayNumber: number): number {
  return lastTermSerial((dayNumber + 1 - EPOCH_DAY) * SECONDS_PER_DAY - KST - 1);
}
