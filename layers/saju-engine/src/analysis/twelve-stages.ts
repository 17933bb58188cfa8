import type { Options } from '../options.ts';
import { type Term, terms } from '../term.ts';

/** 12운성 in order. */
export const STAGES: readonly Term[] = terms(`
  jangsaeng 장생 長生 Birth
  mogyok 목욕 沐浴 Bath
  gwandae 관대 冠帶 Coming of Age
  geollok 건록 建祿 Prime
  jewang 제왕 帝旺 Peak
  soe 쇠 衰 Decline
  byeong 병 病 Illness
  sa 사 死 Death
  myo 묘 墓 Grave
  jeol 절 絶 Extinction
  tae 태 胎 Conception
  yang 양 養 Nurture`);

/** Branch at which each stem 甲 … 癸 is born: 亥 午 寅 酉 寅 酉 巳 子 申 卯. */
const BIRTH = [11, 6, 2, 9, 2, 9, 5, 0, 8, 3];

type StageOptions = Pick<Options, 'yinStages' | 'earthStages'>;

/**
 * Stage of a stem (0 to 9) on a branch (0 to 11).
 * Yang stems go forward from their birth, yin stems backward (양생음사); with `eumpotae` yin stems
 * go with the yang stem of their element; with `suto` 戊 is born at 申 and 己 at 卯.
 */
export function stage(stem: number, branch: number, options: StageOptions): Term {
  return STAGES[stageIndex(stem, branch, options)]!;
}

function stageIndex(stem: number, branch: number, { yinStages, earthStages }: StageOptions): number {
  const yin = (stem & 1) === 1;
  const forward = !yin || yinStages === 'eumpotae';
  const guide = yin && forward ? stem - 1 : stem;
  // 수토동궁: 戊 己 take the birth of 壬 癸.
  const birth = BIRTH[earthStages === 'suto' && guide >> 1 === 2 ? guide + 4 : guide]!;
  return (forward ? branch - birth + 12 : birth - branch + 12) % 12;
}

/** 12운성 of a pillar: of the day stem on its branch (봉법), of its stem on its own branch (거법). */
export interface PairStages {
  readonly byDay: Term;
  readonly bySelf: Term;
}

const PAIR_STAGES: readonly PairStages[] = Array.from({ length: 12 * 12 }, (_, key) =>
  Object.freeze({ byDay: STAGES[Math.floor(key / 12)]!, bySelf: STAGES[key % 12]! }),
);

/** Indices of stages at 12 × stem + branch, by school; each made when first asked for. */
const indices: (readonly number[] | undefined)[] = [undefined, undefined, undefined, undefined];

function indicesOf(options: StageOptions): readonly number[] {
  const school = (options.earthStages === 'suto' ? 2 : 0) + (options.yinStages === 'eumpotae' ? 1 : 0);
  indices[school] ??= Array.from({ length: 10 * 12 }, (_, key) => stageIndex(Math.floor(key / 12), key % 12, options));
  return indices[school];
}

/** 12운성 of a pair by the day stem; shared and frozen. */
export function pairStages(dayStem: number, stem: number, branch: number, options: StageOptions): PairStages {
  const index = indicesOf(options);
  return PAIR_STAGES[12 * index[12 * dayStem + branch]! + index[12 * stem + branch]!]!;
}
