import { ELEMENTS } from '../../calendar/elements.ts';
import { MAIN_STEM } from '../hidden-stems.ts';
import { branchFact, branchGodFact, type Fact, type Reason, reason, rule, stemFact } from '../reason.ts';
import type { Relation } from '../relations/relations.ts';
import { DAY, MONTH, PILLAR_NAMES, type Saju } from '../saju.ts';
import { tenGodIndex } from '../ten-gods.ts';
import type { OuterPattern } from './outer-pattern.ts';
import { SINGLE_ELEMENT_PATTERNS } from './pattern-terms.ts';
import { GWANSEONG, presentFacts, visibleFacts } from './visible-gods.ts';

/** 淵海子平 has all five patterns, by whole sets; three branches in place of a set are today's practice. */
const BY_SET = rule('ilhaengdeukgi_by_set', 'yeonhae');
const BY_BRANCHES = rule('ilhaengdeukgi_by_branches', 'practice');
const WITHOUT_OFFICER = rule('ilhaengdeukgi_without_officer', 'yeonhae');
const NEAR = rule('ga_ilhaengdeukgi', 'practice');

/** Branches of one element, by 정기, that stand for a set. */
const MANY = 3;

/**
 * 일행득기격: the month branch is in a complete 삼합 or 방합 of the day stem's element, or it and two branches more have the
 * element as 정기 (so, of 辰戌丑未, 가색격); and no 관성 is visible or a 정기. What is in the set is the set's: 辰 in 申子辰, 丑 in
 * 亥子丑 and 巳 in 巳酉丑 are no 관성.
 * @param samhap complete 삼합 with the month branch, if any; `banghap` likewise
 * @param notes takes a chart that fails by 관성 alone
 */
export function singleElementPattern(
  saju: Saju,
  visible: number,
  samhap: Relation | null,
  banghap: Relation | null,
  notes: Reason[],
): OuterPattern | null {
  const { branches, dayStem } = saju;
  const own = dayStem >> 1;
  const set = branchesOf(saju, samhap, own) | branchesOf(saju, banghap, own);
  const members = set === 0 ? ownBranches(saju) : set;
  if (members === 0) return null;

  const within = [stemFact(saju, DAY)];
  const outside: Fact[] = [];
  const officers = [...presentFacts(saju, GWANSEONG)];
  for (let position = 0; position < branches.length; position++) {
    const branch = branches[position]!;
    if (((members >> branch) & 1) === 1) {
      within.push(branchFact(saju, position));
      continue;
    }
    const god = branchGodFact(saju, position);
    outside.push(god);
    if (((GWANSEONG >> tenGodIndex(dayStem, MAIN_STEM[branch]!)) & 1) === 1) officers.push(god);
  }
  if (officers.length > 0) {
    notes.push(reason(NEAR, within.concat(officers)));
    return null;
  }
  return {
    term: SINGLE_ELEMENT_PATTERNS[own]!,
    element: own,
    reasons: [
      reason(set === 0 ? BY_BRANCHES : BY_SET, within),
      reason(WITHOUT_OFFICER, visibleFacts(GWANSEONG, visible).concat(outside)),
    ],
  };
}

/** Bit set of the branches in a complete set of an element. */
function branchesOf({ branches }: Saju, set: Relation | null, element: number): number {
  let members = 0;
  if (set !== null && set.element === ELEMENTS[element]!.code) {
    for (const pillar of set.pillars) members |= 1 << branches[PILLAR_NAMES.indexOf(pillar)]!;
  }
  return members;
}

/** Bit set of the branches whose 정기 is of the day stem's element, where the month's and two more are. */
function ownBranches({ branches, dayStem }: Saju): number {
  const own = dayStem >> 1;
  if (MAIN_STEM[branches[MONTH]!]! >> 1 !== own) return 0;
  let members = 0;
  let count = 0;
  for (let position = 0; position < branches.length; position++) {
    const branch = branches[position]!;
    if (MAIN_STEM[branch]! >> 1 !== own) continue;
    members |= 1 << branch;
    count++;
  }
  return count >= MANY ? members : 0;
}
