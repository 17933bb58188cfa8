import { acceptWhole } from '../accepted-values.ts';
import { FIRST_TERM_YEAR } from '../calendar/solar-terms.ts';
import { birthDay } from '../chart/birth.ts';
import type { ChartRequest } from '../chart/chart.ts';
import { SajuError } from '../errors.ts';
import { dayNumber, isoDate } from '../time/civil-date.ts';
import { type DaeunInSpan, luckOfSpan, type YearLuck } from './luck-of-span.ts';

/** Of years of four digits the last that ends in one. */
const LAST_YEAR = 9998;

/** 세운 with the 대운 that runs at its start. */
export interface LuckOfYear extends YearLuck {
  readonly daeun: DaeunInSpan;
}

/**
 * The luck of a saju year, which lasts from its 입춘 (3 to 5 February) to the next.
 * @throws SajuError as `luckOfSpan`, `invalid_value` for a year that is none, `year_before_birth` for one that was over at the
 *   birth
 */
export function luckOfYear(request: ChartRequest, year: number): LuckOfYear {
  acceptWhole(year, FIRST_TERM_YEAR, LAST_YEAR, 'year');
  const born = birthDay(request.birth);
  const first = Math.max(born, dayNumber(year, 2, 3));
  const last = dayNumber(year + 1, 2, 3);
  const { seun, daeun } =
    first > last
      ? { seun: [], daeun: [] }
      : luckOfSpan(request, { from: isoDate(first), to: isoDate(last) }, ['seun', 'daeun']);
  const luck = seun.find(one => one.year === year);
  if (luck === undefined) throw new SajuError('year_before_birth', ['year'], `${year} was over at the birth`);
  // A birth within the year: the 대운 at its start is what rules from birth.
  return { ...luck, daeun: daeun.find(({ order }) => order === luck.daeunOrder) ?? daeun[0]! };
}
