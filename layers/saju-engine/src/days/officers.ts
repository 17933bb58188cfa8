import { type Term, terms } from '../term.ts';

/** 건제 12신 in order. */
export const OFFICERS: readonly Term[] = terms(`
  geon 건 建 Establish
  je 제 除 Remove
  man 만 滿 Full
  pyeong 평 平 Balance
  jeong 정 定 Settle
  jip 집 執 Hold
  pa 파 破 Break
  wi 위 危 Danger
  seong 성 成 Success
  su 수 收 Gather
  gae 개 開 Open
  pye 폐 閉 Close`);

/**
 * 건제 (0 건 … 11 폐) of a day: 건 where the day's branch is the month's. At each 절 the month moves on with the day, so
 * that the 절's day repeats the officer of its eve. 협기변방서.
 */
export function officer(monthBranch: number, dayBranch: number): number {
  return (dayBranch - monthBranch + 12) % 12;
}
