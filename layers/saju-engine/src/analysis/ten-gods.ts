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

const STEMS = 10;
/** At 10 × day stem + stem: by the distance of their elements, and by polarity. */
const INDICES: readonly number[] = Array.from({ length: STEMS * STEMS }, (_, key) => {
  const stem = key % STEMS;
  const dayStem = Math.floor(key / STEMS);
  return 2 * (((stem >> 1) - (dayStem >> 1) + 5) % 5) + ((stem ^ dayStem) & 1);
});

/** Index of what a stem is to the day stem (both 0 to 9). */
export function tenGodIndex(dayStem: number, stem: number): number {
  return INDICES[STEMS * dayStem + stem]!;
}

/** What a stem is to the day stem (both 0 to 9). */
export function tenGodOfStem(dayStem: number, stem: number): Term {
  return TEN_GODS[tenGodIndex(dayStem, stem)]!;
}

/** What a branch (0 to 11) is to the day stem: it acts as its main hidden stem, so 子 午 are yin, 巳 亥 yang. */
export function tenGodOfBranch(dayStem: number, branch: number): Term {
  return tenGodOfStem(dayStem, MAIN_STEM[branch]!);
}

/** 십신 of a pillar: of its stem (null in the day pillar, whose stem is the day stem itself) and of its branch. */
export interface PairGods {
  readonly stem: Term | null;
  readonly branch: Term;
}

const GODS = 10;
/** By the stem's god (a row more where it is none) and the branch's. */
const PAIR_GODS: readonly PairGods[] = Array.from({ length: (GODS + 1) * GODS }, (_, key) =>
  Object.freeze({ stem: TEN_GODS[Math.floor(key / GODS)] ?? null, branch: TEN_GODS[key % GODS]! }),
);

/**
 * 십신 of a pair by the day stem; shared and frozen.
 * @param isDay whether it is the day pillar itself
 */
export function pairGods(dayStem: number, stem: number, branch: number, isDay: boolean): PairGods {
  const row = isDay ? GODS : tenGodIndex(dayStem, stem);
  return PAIR_GODS[GODS * row + tenGodIndex(dayStem, MAIN_STEM[branch]!)]!;
}
