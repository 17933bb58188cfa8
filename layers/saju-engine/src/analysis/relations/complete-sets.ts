import { BRANCHES } from '../../calendar/branches.ts';
import { type RelationRow, relationRows } from './relation-tables.ts';

/** Three branches that act together only when all are there. */
export interface CompleteSet extends RelationRow {
  /** Bit set of its branches (bit 0 is 子). */
  readonly branches: number;
  /** Its 왕지, the middle one of 삼합 and 방합. */
  readonly center: number;
}

/** 삼합 first, at the index of their branches modulo 4 (申子辰 is 0); so a set's bit tells which 삼합 is complete. */
export const COMPLETE_SETS: readonly CompleteSet[] = relationRows(
  `
  samhap 申子辰水 巳酉丑金 寅午戌火 亥卯未木
  banghap 寅卯辰木 巳午未火 申酉戌金 亥子丑水
  samhyeong:mueun 寅巳申
  samhyeong:jise 丑戌未`,
  BRANCHES,
).map(row =>
  Object.freeze({
    ...row,
    branches: row.members.reduce((set, branch) => set | (1 << branch), 0),
    center: row.members[1]!,
  }),
);

/** Bit set of branches. */
export function branchSet(branches: readonly number[]): number {
  let set = 0;
  for (let position = 0; position < branches.length; position++) set |= 1 << branches[position]!;
  return set;
}

/** Which of `COMPLETE_SETS` (by bits) are wholly in a set of branches. */
export function completeSets(branches: number): number {
  let complete = 0;
  for (let index = 0; index < COMPLETE_SETS.length; index++) {
    const set = COMPLETE_SETS[index]!.branches;
    if ((branches & set) === set) complete |= 1 << index;
  }
  return complete;
}

/** Whether a branch (0 to 11) belongs to a 삼합 that is complete. */
export function inCompleteSamhap(branch: number, complete: number): boolean {
  return ((complete >> (branch & 3)) & 1) === 1;
}
