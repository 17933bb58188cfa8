import { STEMS, type Stem, stemIndex } from '../calendar/stems.ts';
import type { Options } from '../options.ts';

/** Which part of the month a hidden stem governs: its beginning, its middle, or its end (the main stem). */
export type HiddenStemRole = 'yeogi' | 'junggi' | 'jeonggi';

/** A stem hidden in a branch (지장간), and the days of a 30-day month that it governs. */
export interface HiddenStem extends Stem {
  readonly role: HiddenStemRole;
  readonly days: number;
}

/**
 * 월률분야: 여기, 중기 (where there is one), 정기, with days that sum to 30.
 * 삼명통회 and today's Korean textbooks; 午 10/9/11, 申 with 戊 as 여기.
 */
const WOLLYUL = `
  壬10 癸20
  癸9 辛3 己18
  戊7 丙7 甲16
  甲10 乙20
  乙9 癸3 戊18
  戊7 庚7 丙16
  丙10 己9 丁11
  丁9 乙3 己18
  戊7 壬7 庚16
  庚10 辛20
  辛9 丁3 戊18
  戊7 甲7 壬16`;

/** Branches whose 여기 인원용사 leaves out: 子 卯 午 酉 亥. */
const WITHOUT_YEOGI = new Set([0, 3, 6, 9, 11]);

/** Days of a month in which hidden stems' shares are counted. */
const MONTH_DAYS = 30;

const wollyul: readonly (readonly HiddenStem[])[] = WOLLYUL.trim()
  .split('\n')
  .map(row => {
    const parts = row.trim().split(' ');
    return Object.freeze(
      parts.map((part, position) =>
        hiddenStem(
          part.slice(0, 1),
          position === parts.length - 1 ? 'jeonggi' : position === 0 ? 'yeogi' : 'junggi',
          Number(part.slice(1)),
        ),
      ),
    );
  });

/** In 인원용사 정기, 중기 and 여기 share 60, 30 and 10 %; two stems 70 and 30; one alone 100. */
const inwon: readonly (readonly HiddenStem[])[] = wollyul.map((stems, branch) => {
  const kept = WITHOUT_YEOGI.has(branch) ? stems.slice(1) : stems;
  const shares = kept.length === 1 ? [100] : kept.length === 2 ? [30, 70] : [10, 30, 60];
  return Object.freeze(
    kept.map((stem, position) => hiddenStem(stem.hanja, stem.role, (shares[position]! * MONTH_DAYS) / 100)),
  );
});

/** Index of the main stem (정기) of each branch: a branch acts as this stem. */
export const MAIN_STEM: readonly number[] = wollyul.map(stems => stemIndex(stems.at(-1)!.hanja));

/** Stems hidden in a branch (0 to 11), 여기 first; shared and frozen. */
export function hiddenStems(branch: number, school: Options['hiddenStems']): readonly HiddenStem[] {
  return (school === 'inwon' ? inwon : wollyul)[branch]!;
}

/** Sets of elements that each branch hides (bit 0 is wood), by school. */
const HIDDEN_ELEMENTS = [wollyul, inwon].map(school =>
  school.map(stems => stems.reduce((set, { hanja }) => set | (1 << (stemIndex(hanja) >> 1)), 0)),
);

/** The elements that a branch (0 to 11) hides, as bits (bit 0 is wood). */
export function hiddenElements(branch: number, school: Options['hiddenStems']): number {
  return HIDDEN_ELEMENTS[school === 'inwon' ? 1 : 0]![branch]!;
}

/** Whether a branch (0 to 11) hides a stem of an element (0 wood to 4 water): so that such a stem is rooted in it (통근). */
export function hidesElement(branch: number, element: number, school: Options['hiddenStems']): boolean {
  return ((hiddenElements(branch, school) >> element) & 1) === 1;
}

function hiddenStem(hanja: string, role: HiddenStemRole, days: number): HiddenStem {
  return Object.freeze({ ...STEMS[stemIndex(hanja)]!, role, days });
}
