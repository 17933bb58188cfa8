import { type HiddenStem, hiddenStems } from './hidden-stems.ts';

/** 사령: the hidden stem that governs the day of birth within its month. */
export interface Saryeong {
  readonly stem: HiddenStem;
  /** Days since the 절 that began the month, to two decimals. */
  readonly elapsedDays: number;
}

/**
 * The governing stem of a month by 월률분야: its 여기 first, then its 중기, then its 정기 to the end.
 * @param branch month branch (0 to 11)
 * @param elapsedSeconds since the 절
 */
export function saryeong(branch: number, elapsedSeconds: number): Saryeong {
  const elapsed = elapsedSeconds / 86_400;
  const stems = hiddenStems(branch, 'wollyul');
  let n = 0;
  for (let until = stems[0]!.days; n < stems.length - 1 && elapsed >= until; until += stems[n]!.days) n++;
  return { stem: stems[n]!, elapsedDays: Math.round(elapsed * 100) / 100 };
}
