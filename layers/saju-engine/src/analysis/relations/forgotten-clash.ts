import { branchFacts, type Fact } from '../reason.ts';
import type { Saju } from '../saju.ts';
import { isYukhap } from './branch-relations.ts';
import { inCompleteSamhap } from './complete-sets.ts';

/**
 * 탐합망충: a 충 is forgotten when one of its branches has a 합 whose partner stands as near as the branch that strikes it, or
 * nearer. 합 are those by which 子平眞詮 (論刑沖會合解法) resolves a 충: 육합, and the complete 삼합, of which the nearer partner
 * counts.
 * @param first position of the earlier branch of the 충
 * @param complete the complete sets of the chart
 * @returns the partners of the 합; none where the 충 is not forgotten
 */
export function forgettingPartners(saju: Saju, first: number, second: number, complete: number): readonly Fact[] {
  const ofFirst = partners(saju, first, second, complete);
  const ofSecond = partners(saju, second, first, complete);
  if (ofFirst === 0) return branchFacts(saju, ofSecond);
  return ofSecond === 0 ? branchFacts(saju, ofFirst) : [...branchFacts(saju, ofFirst), ...branchFacts(saju, ofSecond)];
}

/** Positions of the partners in 합 of the branch at a position, if one is not farther than the branch that strikes it. */
function partners({ branches }: Saju, struck: number, striker: number, complete: number): number {
  const branch = branches[struck]!;
  const samhap = inCompleteSamhap(branch, complete);
  const reach = Math.abs(striker - struck);
  let found = 0;
  let isNear = false;
  for (let position = 0; position < branches.length; position++) {
    const other = branches[position]!;
    if (!isYukhap(branch, other) && !(samhap && other !== branch && ((other ^ branch) & 3) === 0)) continue;
    found |= 1 << position;
    if (Math.abs(position - struck) <= reach) isNear = true;
  }
  return isNear ? found : 0;
}
