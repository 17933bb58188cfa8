import type { SourceCode } from '../analysis/sources.ts';
import { byMonthBranch } from '../analysis/stars/by-month-branch.ts';
import { ruleSet } from '../analysis/stars/star-table.ts';
import { seasonOf } from '../calendar/branches.ts';
import { GAPJA } from '../calendar/sexagenary.ts';
import { type Term, terms } from '../term.ts';
import { MANSIONS } from './mansions.ts';
import { officer } from './officers.ts';

export type DayStarCode =
  | 'cheonsa'
  | 'cheoneun'
  | 'cheondeok'
  | 'cheondeokhap'
  | 'woldeok'
  | 'woldeokhap'
  | 'wolpa'
  | 'cheongang'
  | 'hagoe'
  | 'susa'
  | 'cheonjeok'
  | 'pima'
  | 'hongsa'
  | 'bokdan'
  | 'wolgi'
  | 'sari'
  | 'sajeol';

/** A star (신살) of a date, whoever's. */
export interface DayStar extends Term {
  readonly code: DayStarCode;
  readonly isAuspicious: boolean;
  readonly source: SourceCode;
}

/** The first six are auspicious, the rest not. */
const AUSPICIOUS = 6;

/** 협기변방서 has no day for 천덕 in 子 卯 午 酉 months; Korean almanacs print a branch. */
const SOURCE: Readonly<Record<DayStarCode, SourceCode>> = {
  cheonsa: 'hyeopgi',
  cheoneun: 'hyeopgi',
  cheondeok: 'practice',
  cheondeokhap: 'practice',
  woldeok: 'hyeopgi',
  woldeokhap: 'hyeopgi',
  wolpa: 'hyeopgi',
  cheongang: 'hyeopgi',
  hagoe: 'hyeopgi',
  susa: 'practice',
  cheonjeok: 'practice',
  pima: 'practice',
  hongsa: 'practice',
  bokdan: 'cheongi',
  wolgi: 'practice',
  sari: 'hyeopgi',
  sajeol: 'hyeopgi',
};

/** Stars of a day; a set of them has bit n for the n-th. */
export const DAY_STARS: readonly DayStar[] = terms<DayStarCode>(`
  cheonsa 천사일 天赦日 Heaven's Pardon
  cheoneun 천은일 天恩日 Heaven's Grace
  cheondeok 천덕일 天德日 Heavenly Virtue
  cheondeokhap 천덕합일 天德合日 Heavenly Virtue Combination
  woldeok 월덕일 月德日 Monthly Virtue
  woldeokhap 월덕합일 月德合日 Monthly Virtue Combination
  wolpa 월파일 月破日 Month Break
  cheongang 천강일 天罡日 Heavenly Ladle
  hagoe 하괴일 河魁日 River Chief
  susa 수사일 受死日 Receiving Death
  cheonjeok 천적일 天賊日 Heavenly Thief
  pima 피마일 披麻日 Mourning Hemp
  hongsa 홍사일 紅紗日 Red Gauze
  bokdan 복단일 伏斷日 Hidden Severance
  wolgi 월기일 月忌日 Month's Taboo
  sari 사리일 四離日 Four Partings
  sajeol 사절일 四絶日 Four Severances`).map((term, index) =>
  Object.freeze({ ...term, isAuspicious: index < AUSPICIOUS, source: SOURCE[term.code] }),
);

/** Place of a star in `DAY_STARS`: its bit in a set. */
export function dayStarIndex(code: DayStarCode): number {
  return DAY_STARS.findIndex(star => star.code === code);
}

/** By season of the month, from 亥子丑 on. */
const CHEONSA = ['甲子', '戊寅', '甲午', '戊申'];

/** Firsts of the three runs of five pairs. */
const CHEONEUN = [0, 15, 45];

/** Those that charts have too, by the same tables. */
const OF_CHARTS = ['cheondeok', 'cheondeokhap', 'woldeok', 'woldeokhap'] as const;

/** Branches of the day, by the month's branch 子 … 亥. */
const BRANCHES_OF_MONTHS: readonly (readonly [DayStarCode, string])[] = [
  ['cheongang', '卯戌巳子未寅酉辰亥午丑申'],
  ['hagoe', '酉辰亥午丑申卯戌巳子未寅'],
  ['susa', '卯酉戌辰亥巳子午丑未寅申'],
  ['cheonjeok', '午亥辰酉寅未子巳戌卯申丑'],
  ['pima', '午卯子酉午卯子酉午卯子酉'],
  ['hongsa', '巳丑酉巳丑酉巳丑酉巳丑酉'],
];

/** 복단: the mansion that severs each branch of the day, 子 … 亥. Not a list of pairs, as some have it: the mansions run in 28. */
const BOKDAN = [...'虛斗室女箕房角張鬼觜胃壁'].map(hanja => MANSIONS.findIndex(mansion => mansion.hanja === hanja));
const BOKDAN_BIT = 1 << dayStarIndex('bokdan');
const WOLGI_BIT = 1 << dayStarIndex('wolgi');
const SARI_BIT = 1 << dayStarIndex('sari');
const SAJEOL_BIT = 1 << dayStarIndex('sajeol');

/** Sets of the stars that hang on the month's branch and the day's pair, at branch × 60 + pair; made when first asked for. */
let byMonth: Uint32Array | undefined;

function starsByMonth(): Uint32Array {
  const sets = new Uint32Array(720);
  const ofCharts = byMonthBranch();
  const place = (code: DayStarCode, month: number, holds: (pair: number) => boolean): void => {
    const bit = 1 << dayStarIndex(code);
    for (let pair = 0; pair < 60; pair++) if (holds(pair)) sets[month * 60 + pair]! |= bit;
  };
  for (let month = 0; month < 12; month++) {
    const cheonsa = CHEONSA[seasonOf(month)];
    place('cheonsa', month, pair => GAPJA[pair]!.hanja === cheonsa);
    place('cheoneun', month, pair => CHEONEUN.some(first => pair >= first && pair < first + 5));
    place('wolpa', month, pair => officer(month, pair % 12) === 6);
    for (const code of OF_CHARTS) {
      const rule = ruleSet(ofCharts, code);
      place(code, month, pair => (ofCharts.met[month * 60 + pair]! & rule) !== 0);
    }
    for (const [code, row] of BRANCHES_OF_MONTHS) {
      place(code, month, pair => GAPJA[pair]!.branch.hanja === row[month]);
    }
  }
  return sets;
}

/**
 * The stars of a day as a set.
 * @param pair the day's, 0 to 59
 * @param nextTerm index of the solar term (0 소한 … 23 동지) that falls on the day after; -1 for none
 */
export function dayStars(
  monthBranch: number,
  pair: number,
  mansion: number,
  lunarDay: number,
  nextTerm: number,
): number {
  byMonth ??= starsByMonth();
  let set = byMonth[monthBranch * 60 + pair]!;
  if (BOKDAN[pair % 12] === mansion) set |= BOKDAN_BIT;
  if (lunarDay % 9 === 5) set |= WOLGI_BIT;
  // 춘분 5, 하지 11, 추분 17, 동지 23: seasons part; 입춘 2, 입하 8, 입추 14, 입동 20: seasons end.
  if (nextTerm % 6 === 5) set |= SARI_BIT;
  else if (nextTerm % 6 === 2) set |= SAJEOL_BIT;
  return set;
}
