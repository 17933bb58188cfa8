import type { Term } from '../term.ts';
import { BRANCHES, type Branch } from './branches.ts';
import { STEMS, type Stem } from './stems.ts';

/** One of the sixty pairs of stem and branch (육십갑자). */
export interface Gapja extends Term {
  /** 0 (甲子) to 59 (癸亥). */
  readonly index: number;
  readonly stem: Stem;
  readonly branch: Branch;
}

/** The sixty pairs in order; shared and frozen. */
export const GAPJA: readonly Gapja[] = Array.from({ length: 60 }, (_, index) => {
  const stem = STEMS[index % 10]!;
  const branch = BRANCHES[index % 12]!;
  return Object.freeze({
    index,
    code: stem.code + branch.code,
    hangul: stem.hangul + branch.hangul,
    hanja: stem.hanja + branch.hanja,
    english: `${stem.english} ${branch.english}`,
    stem,
    branch,
  });
});

/** The sixty pairs as words alone, without stem and branch; shared and frozen. */
export const GAPJA_WORDS: readonly (Term & { readonly index: number })[] = GAPJA.map(
  ({ index, code, hangul, hanja, english }) => Object.freeze({ index, code, hangul, hanja, english }),
);

/** Index of the pair of a stem (0 to 9) and a branch (0 to 11) of equal parity. */
export function gapjaIndex(stem: number, branch: number): number {
  return (6 * stem - 5 * branch + 60) % 60;
}

/** Remainder that is never negative. */
export function modulo(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}

/** Index of the day pillar of a day number: 甲子 recurs at (JDN + 49) mod 60 = 0. */
export function dayGapja(dayNumber: number): number {
  return (dayNumber + 49) % 60;
}

/** Index of the year pillar of a saju year (from 입춘 to 입춘): 1984 is 甲子. */
export function yearGapja(year: number): number {
  return modulo(year - 4, 60);
}

/**
 * Index of the month pillar that a 절 begins (오호둔): months run through the sixty without a break,
 * and the 寅 month of 1984 is 丙寅.
 * @param year calendar year of the 절
 * @param jeol 0 소한, 1 입춘 … 11 대설
 */
export function monthGapja(year: number, jeol: number): number {
  return modulo(12 * year + jeol + 13, 60);
}

/** Index of the hour pillar (오서둔): hours run through the sixty without a break from 甲子 in a 甲子 day. */
export function hourGapja(day: number, hourBranch: number): number {
  return (12 * day + hourBranch) % 60;
}
