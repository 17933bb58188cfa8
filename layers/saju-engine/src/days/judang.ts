import { type Term, terms } from '../term.ts';

/** A place of a 주당 (周堂). */
export interface Judang extends Term {
  readonly isGood: boolean;
}

/** The eight places of 주당 in a long month (30 days) and in a short one (29), by (lunar day − 1) mod 8. */
type Places = readonly [long: readonly Judang[], short: readonly Judang[]];

/** 혼인주당: whom of the house the day strikes. 夫 and 婦, both 부, have codes of their own. */
export const MARRIAGE_JUDANG: readonly Judang[] = judang(
  `
  sillang 부 夫 Groom
  go 고 姑 Mother-in-Law
  dang 당 堂 Hall
  ong 옹 翁 Father-in-Law
  je 제 第 House
  jo 조 竈 Stove
  sinbu 부 婦 Bride
  ju 주 廚 Kitchen`,
  '堂第竈廚',
);

/** 이사주당. */
export const MOVING_JUDANG: readonly Judang[] = judang(
  `
  an 안 安 Peace
  i 이 利 Profit
  cheon 천 天 Heaven
  hae 해 害 Harm
  sal 살 殺 Killing
  bu 부 富 Wealth
  sa 사 師 Teacher
  jae 재 災 Calamity`,
  '安利天富師',
);

const MARRIAGE = places(MARRIAGE_JUDANG, '夫姑堂翁第竈婦廚', '婦竈第翁堂姑夫廚');
const MOVING = places(MOVING_JUDANG, '安利天害殺富師災', '天利安災師富殺害');

/** 혼인주당 of a day (1 to 30) of a lunar month of 29 or 30 days; shared and frozen. 천기대요. */
export function marriageJudang(lunarDay: number, monthLength: number): Judang {
  return MARRIAGE[monthLength === 30 ? 0 : 1][(lunarDay - 1) % 8]!;
}

/** 이사주당 of a day (1 to 30) of a lunar month of 29 or 30 days; shared and frozen. 천기대요. */
export function movingJudang(lunarDay: number, monthLength: number): Judang {
  return MOVING[monthLength === 30 ? 0 : 1][(lunarDay - 1) % 8]!;
}

function judang(rows: string, good: string): readonly Judang[] {
  return terms(rows).map(term => Object.freeze({ ...term, isGood: good.includes(term.hanja) }));
}

function places(all: readonly Judang[], long: string, short: string): Places {
  const read = (row: string) => [...row].map(hanja => all.find(place => place.hanja === hanja)!);
  return [read(long), read(short)];
}
