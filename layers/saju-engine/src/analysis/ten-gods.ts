import { type Term, terms } from '../term.ts';
import { MAIN_STEM } from './hidden-stems.ts';

/** 십신, in pairs of equal and unequal polarity, in the order of the elements counted from the day stem's. */
export const TEN_GODS: readonly Term[] = terms(`
  bigyeon 비견 比肩 Companion
  geopjae 겁재 劫財 Rob Wealth
  siksin 식신 食神 Eating God
  sanggwan 상관 傷官 Hurting Officer
  pyeonjae 편재 偏財 Indirect Wealth
  jeongjae 정재 正財 Direct Wealth
  pyeongwan 편관 偏官 Seven Killings
  jeonggwan 정관 正官 Direct Officer
  pyeonin 편인 偏印 Indirect Resource
  jeongin 정인 正印 Direct Resource`);

/** Index of what a stem is to the day stem (both 0 to 9): by the distance of their elements, and by polarity. */
export function tenGodIndex(dayStem: number, stem: number): number {
  const distance = ((stem >> 1) - (dayStem >> 1) + 5) % 5;
  return 2 * distance + ((stem ^ dayStem) & 1);
}

/** What a stem is to the day stem (both 0 to 9). */
export function tenGodOfStem(dayStem: number, stem: number): Term {
  return TEN_GODS[tenGodIndex(dayStem, stem)]!;
}

/** What a branch (0 to 11) is to the day stem: it acts as its main hidden stem, so 子 午 are yin, 巳 亥 yang. */
export function tenGodOfBranch(dayStem: number, branch: number): Term {
  return tenGodOfStem(dayStem, MAIN_STEM[branch]!);
}
