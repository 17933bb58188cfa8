import { EPOCH_DAY, SECONDS_PER_DAY } from '../src/time/civil-date.ts';

/** A month of the Korean lunar calendar. */
export interface LunarMonth {
  readonly year: number;
  readonly month: number;
  readonly isLeap: boolean;
  /** Day number of its first day. */
  readonly firstDay: number;
  /** 29 or 30. */
  readonly length: number;
}

const UTC_PLUS_9_FROM = Date.UTC(1912, 0, 1) / 1000;

/** Day number of an instant: at UTC+8 before 1912 and at UTC+9 after, which reproduces all KASI days 1900 to 2050. */
function calendarDay(instant: number): number {
  const offset = instant < UTC_PLUS_9_FROM ? 8 * 3600 : 9 * 3600;
  return Math.floor((instant + offset) / SECONDS_PER_DAY) + EPOCH_DAY;
}

/**
 * Months of the lunar years firstYear to lastYear: one begins on the day of each new moon; the 11th holds the winter
 * solstice; where 13 months begin from one 11th to before the next, the first without a 중기 is leap.
 *
 * @param newMoons instants of all new moons from November of firstYear − 1 to the end of lastYear + 1
 * @param midTerms instants of all 중기 of the years firstYear − 1 to lastYear + 1: 12 a year, 동지 the last
 */
export function lunarMonths(
  firstYear: number,
  lastYear: number,
  newMoons: readonly number[],
  midTerms: readonly number[],
): LunarMonth[] {
  const firstDays = newMoons.map(calendarDay);
  const midTermDays = midTerms.map(calendarDay);
  const hasMidTerm = (k: number) => midTermDays.some(day => day >= firstDays[k]! && day < firstDays[k + 1]!);
  const eleventh = (year: number) => {
    const solstice = midTermDays[12 * (year - firstYear + 1) + 11]!;
    return firstDays.findLastIndex(day => day <= solstice);
  };
  const months: LunarMonth[] = [];
  for (let year = firstYear - 1; year <= lastYear; year++) {
    const [from, to] = [eleventh(year), eleventh(year + 1)];
    let leap = -1;
    if (to - from === 13) for (leap = from + 1; hasMidTerm(leap); ) leap++;
    for (let k = from, month = 10; k < to; k++) {
      if (k !== leap) month++;
      months.push({
        year: month > 12 ? year + 1 : year,
        month: month > 12 ? month - 12 : month,
        isLeap: k === leap,
        firstDay: firstDays[k]!,
        length: firstDays[k + 1]! - firstDays[k]!,
      });
    }
  }
  return months.filter(({ year }) => year >= firstYear && year <= lastYear);
}
