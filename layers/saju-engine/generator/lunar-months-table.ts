import { deltaTUncertainty, yearFraction } from './delta-t.ts';
import { type LunarMonth, lunarMonths } from './lunar-calendar.ts';
import { newMoonInstant } from './new-moons.ts';
import { digits } from './packing.ts';
import { solarTermInstant } from './solar-terms.ts';

const FIRST_LUNAR_YEAR = 1899;
const LAST_LUNAR_YEAR = 2100;

/** New moons from 1898-11 to 2102-01, counted from that of 2000-01-06. */
const FIRST_LUNATION = -1251;
const LAST_LUNATION = 1262;

/** The instants that the calendar of FIRST_LUNAR_YEAR to LAST_LUNAR_YEAR rests on. */
export interface LunarInstants {
  readonly newMoons: readonly number[];
  readonly midTerms: readonly number[];
}

export function lunarInstants(): LunarInstants {
  const newMoons: number[] = [];
  for (let k = FIRST_LUNATION; k <= LAST_LUNATION; k++) newMoons.push(newMoonInstant(k));
  const midTerms: number[] = [];
  for (let year = FIRST_LUNAR_YEAR - 1; year <= LAST_LUNAR_YEAR + 1; year++) {
    for (let index = 1; index < 24; index += 2) midTerms.push(solarTermInstant(year, index));
  }
  return { newMoons, midTerms };
}

/** Months of the table's years, if ΔT exceeds its forecast by `deviation` times the uncertainty (−1 to 1). */
function tabulatedMonths({ newMoons, midTerms }: LunarInstants, deviation = 0): LunarMonth[] {
  const moved = (instant: number) => instant - deviation * deltaTUncertainty(yearFraction(instant));
  return lunarMonths(FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, newMoons.map(moved), midTerms.map(moved));
}

/** Runs [first, last] of day numbers whose lunar date ΔT decides: another at either end of its uncertainty. */
function uncertainDays(instants: LunarInstants): [number, number][] {
  const expected = lunarDates(tabulatedMonths(instants));
  const others = [-1, 1].map(deviation => lunarDates(tabulatedMonths(instants, deviation)));
  const runs: [number, number][] = [];
  for (const [day, date] of expected) {
    if (others.every(dates => dates.get(day) === date)) continue;
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function lunarDates(months: readonly LunarMonth[]): Map<number, string> {
  const dates = new Map<number, string>();
  for (const { year, month, isLeap, firstDay, length } of months) {
    for (let day = 1; day <= length; day++) dates.set(firstDay + day - 1, `${year}-${month}-${isLeap}-${day}`);
  }
  return dates;
}

/** Source of the table: 18 bits a lunar year, its leap month (0: none) and, from bit 0, which months have 30 days. */
export function lunarMonthsTable(instants: LunarInstants): string {
  const months = tabulatedMonths(instants);
  let text = '';
  for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year++) {
    const ofYear = months.filter(month => month.year === year);
    const leapMonth = ofYear.find(({ isLeap }) => isLeap)?.month ?? 0;
    const long = ofYear.reduce((bits, { length }, k) => bits | (length === 30 ? 1 << k : 0), 0);
    text += digits((leapMonth << 13) | long, 3);
  }
  return `/** Day number of lunar ${FIRST_LUNAR_YEAR}-01-01. */
export const FIRST_LUNAR_YEAR_DAY = ${months[0]!.firstDay};

/**
 * Lunar years ${FIRST_LUNAR_YEAR} to ${LAST_LUNAR_YEAR}, 3 digits (18 bits) each: the leap month (0: none) in the upper 5 bits, and
 * in bit k of the lower 13 whether the month in place k, the leap month counted, has 30 days rather than 29.
 */
export const LUNAR_YEARS = '${text}';

/** First and last day number of the runs of days whose lunar date a plausible change of ΔT would change. */
export const UNCERTAIN_DAYS: readonly (readonly [number, number])[] = ${JSON.stringify(uncertainDays(instants))};
`;
}
