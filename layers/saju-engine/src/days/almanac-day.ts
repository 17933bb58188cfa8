import { isUncertain, type LunarDate } from '../calendar/lunar.ts';
import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import type { Term } from '../term.ts';
import { isoDate } from '../time/civil-date.ts';
import { dayNumbers } from './day-numbers.ts';
import { DAY_STARS, type DayStar } from './day-stars.ts';
import { type Son, son, type YearDirections, yearDirections } from './directions.ts';
import { type Judang, marriageJudang, movingJudang } from './judang.ts';
import { MANSIONS, type Mansion } from './mansions.ts';
import { OFFICERS } from './officers.ts';
import { PATH_SPIRITS, type PathSpirit } from './yellow-path.ts';

/** What the almanac (택일력) says of a date of Korea (at UTC+9), whoever asks. */
export interface AlmanacDay {
  readonly solarDate: string;
  readonly lunarDate: LunarDate;
  /**
   * Year and month by solar terms, the whole date of a 절 in the month it begins: on that date these may differ from the
   * saju pillars of its early hours.
   */
  readonly pillars: { readonly year: Gapja; readonly month: Gapja; readonly day: Gapja };
  /** 건제 12신. */
  readonly officer: Term;
  /** 황도·흑도 12신. */
  readonly path: PathSpirit;
  /** 28수. */
  readonly mansion: Mansion;
  /** 손없는날, or where 손 is. */
  readonly son: Son;
  /** 주당 of a marriage and of a move. */
  readonly judang: { readonly marriage: Judang; readonly moving: Judang };
  /** 대장군방 and 삼살방 of the year. */
  readonly directions: YearDirections;
  readonly stars: readonly DayStar[];
  /** Set when the lunar date hangs on a new moon so near to midnight that the Earth's rotation decides. */
  readonly uncertain?: true;
}

/**
 * The almanac of a date.
 * @param dayNumber Julian day number at noon
 * @throws SajuError `date_out_of_range`
 */
export function almanacDay(dayNumber: number): AlmanacDay {
  const numbers = dayNumbers(dayNumber);
  const { lunar, monthLength, year } = numbers;
  return {
    solarDate: isoDate(dayNumber),
    lunarDate: lunar,
    pillars: { year: GAPJA[year]!, month: GAPJA[numbers.month]!, day: GAPJA[numbers.day]! },
    officer: OFFICERS[numbers.officer]!,
    path: PATH_SPIRITS[numbers.path]!,
    mansion: MANSIONS[numbers.mansion]!,
    son: son(lunar.day),
    judang: { marriage: marriageJudang(lunar.day, monthLength), moving: movingJudang(lunar.day, monthLength) },
    directions: yearDirections(year % 12),
    stars: starsOf(numbers.stars),
    ...(isUncertain(dayNumber) && { uncertain: true as const }),
  };
}

function starsOf(set: number): DayStar[] {
  const stars: DayStar[] = [];
  for (let index = 0; index < DAY_STARS.length; index++) {
    if ((set >> index) & 1) stars.push(DAY_STARS[index]!);
  }
  return stars;
}
