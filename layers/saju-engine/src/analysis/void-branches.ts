import { BRANCHES, type Branch } from '../calendar/branches.ts';

/**
 * 공망: the two branches that a decade of the sixty (순, begun by a 甲) leaves without a stem.
 * 甲子순 戌亥, 甲戌순 申酉, 甲申순 午未, 甲午순 辰巳, 甲辰순 寅卯, 甲寅순 子丑.
 */
const PAIRS: readonly (readonly [Branch, Branch])[] = Array.from({ length: 6 }, (_, decade) =>
  Object.freeze([BRANCHES[(22 - 2 * decade) % 12]!, BRANCHES[(23 - 2 * decade) % 12]!] as const),
);

/** Void branches of one of the sixty pairs (0 to 59). */
export function voidBranches(gapja: number): readonly [Branch, Branch] {
  return PAIRS[Math.floor(gapja / 10)]!;
}

/** Whether a branch (0 to 11) is one of the two that a pair of the sixty (0 to 59) leaves void. */
export function isVoid(gapja: number, branch: number): boolean {
  return Math.floor(gapja / 10) === (11 - (branch >> 1)) % 6;
}
