import { type Term, terms } from '../term.ts';
import { ELEMENTS, type ElementCode, POLARITIES, type PolarityCode } from './elements.ts';

/** An earthly branch (지지) with the codes of its element and of its own polarity (not that of its ten god). */
export interface Branch extends Term {
  readonly element: ElementCode;
  readonly polarity: PolarityCode;
}

/** Element index of each branch 子 … 亥. */
const BRANCH_ELEMENTS = [4, 2, 0, 0, 2, 1, 1, 2, 3, 3, 2, 4];

/** 지지, 子 (0) to 亥 (11). */
export const BRANCHES: readonly Branch[] = terms(`
  ja 자 子 Rat
  chuk 축 丑 Ox
  in 인 寅 Tiger
  myo 묘 卯 Rabbit
  jin 진 辰 Dragon
  sa 사 巳 Snake
  o 오 午 Horse
  mi 미 未 Goat
  sin 신 申 Monkey
  yu 유 酉 Rooster
  sul 술 戌 Dog
  hae 해 亥 Pig`).map((term, index) =>
  Object.freeze({
    ...term,
    element: ELEMENTS[BRANCH_ELEMENTS[index]!]!.code,
    polarity: POLARITIES[index & 1]!.code,
  }),
);

const HANJA = BRANCHES.map(({ hanja }) => hanja).join('');

/** Index of a branch by its hanja; -1 for another character. */
export function branchIndex(hanja: string): number {
  return HANJA.indexOf(hanja);
}

/** Season of a branch (0 to 11), which are the four 방합: 亥子丑 0, 寅卯辰 1, 巳午未 2, 申酉戌 3. */
export function seasonOf(branch: number): number {
  return Math.floor(((branch + 1) % 12) / 3);
}
