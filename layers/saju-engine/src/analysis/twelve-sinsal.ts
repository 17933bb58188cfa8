import { type Term, terms } from '../term.ts';

/** 12신살 in order. */
export const TWELVE_SINSAL: readonly Term[] = terms(`
  geopsal 겁살 劫殺 Robbery
  jaesal 재살 災殺 Calamity
  cheonsal 천살 天殺 Heaven's Blow
  jisal 지살 地殺 Earth's Move
  yeonsal 연살 年殺 Peach Blossom
  wolsal 월살 月殺 Withering
  mangsin 망신살 亡身殺 Exposure
  jangseong 장성살 將星殺 General
  banan 반안살 攀鞍殺 Saddle
  yeokma 역마살 驛馬殺 Post Horse
  yukhae 육해살 六害殺 Six Harms
  hwagae 화개살 華蓋殺 Canopy`);

/** 겁살 of the 삼합 groups 申子辰 巳酉丑 寅午戌 亥卯未, which recur with the branch modulo 4: 巳 寅 亥 申. */
const ROBBERY = [5, 2, 11, 8];

/** Index (0 겁살 … 11 화개살) of a branch seen from a base branch: from the 겁살 of the base's 삼합 on. 삼명통회. */
export function twelveSinsalIndex(base: number, branch: number): number {
  return (branch - ROBBERY[base & 3]! + 12) % 12;
}

/** What a branch is in the 12신살 from the year branch (the main base) and from the day branch. */
export interface TwelveSinsal {
  readonly byYear: Term;
  readonly byDay: Term;
}

/** By the groups of year and day and by branch; each made when first met. */
const pairs: (TwelveSinsal | undefined)[] = new Array(4 * 4 * 12).fill(undefined);

/** 12신살 of a branch (all 0 to 11); shared and frozen. */
export function twelveSinsal(yearBranch: number, dayBranch: number, branch: number): TwelveSinsal {
  const key = 12 * (4 * (yearBranch & 3) + (dayBranch & 3)) + branch;
  pairs[key] ??= Object.freeze({
    byYear: TWELVE_SINSAL[twelveSinsalIndex(yearBranch, branch)]!,
    byDay: TWELVE_SINSAL[twelveSinsalIndex(dayBranch, branch)]!,
  });
  return pairs[key];
}
