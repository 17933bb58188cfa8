import { BRANCHES } from '../../calendar/branches.ts';
import { ELEMENTS, type ElementCode } from '../../calendar/elements.ts';
import type { Options } from '../../options.ts';
import { hidesElement } from '../hidden-stems.ts';
import { branchFacts, type Fact, type Reason, type Rule, reason, rule, stemFact, stemFacts } from '../reason.ts';
import { DAY, MONTH, type Saju } from '../saju.ts';
import type { SourceCode } from '../sources.ts';
import { isChung } from './branch-relations.ts';
import { COMPLETE_SETS } from './complete-sets.ts';
import type { Transformation } from './relations.ts';
import { hapElement } from './stem-relations.ts';

/** A condition of 합화: the rule that says that it is met, the rule that says that it fails. */
interface Condition {
  readonly met: Rule;
  readonly failed: Rule;
}

const condition = (met: string, failed: string, source: SourceCode): Condition => ({
  met: Object.freeze({ rule: met, source }),
  failed: Object.freeze({ rule: failed, source }),
});

/**
 * 子平眞詮 (論十干配合性情, 論十干合而不合): stems apart do not combine, 爭合·妒合 is not of one mind, and the day stem's own 합
 * takes nothing away. The month's part in 化 is told by 三命通會 (論十干化氣). The rest is the strict practice of today.
 */
const ADJACENT = condition('hap_adjacent', 'hap_apart', 'japyeong');
const MONTH_BEARS = condition('hap_of_month', 'hap_against_month', 'samyeong');
const UNCONTESTED = condition('hap_uncontested', 'hap_contested', 'japyeong');
const UNCONTROLLED = condition('hap_uncontrolled', 'hap_controlled', 'practice');
const WITHOUT_DAY_STEM = condition('hap_without_day_stem', 'hap_of_day_stem', 'japyeong');
/** The exceptions to the last, by which the day stem itself becomes the element, and the pattern is 화격. */
const DAY_STEM_UNROOTED = rule('hap_day_stem_yields', 'practice');
const DAY_STEM_OF_ELEMENT = rule('hap_day_stem_of_element', 'practice');
const UNCLASHED = condition('hap_unclashed', 'hap_clashed', 'practice');
const SET_WITH_MONTH = condition('hap_set_with_month', 'hap_set_without_month', 'practice');
const SET_UNCLASHED = condition('hap_set_center_unclashed', 'hap_set_center_clashed', 'practice');
/** 반합: never whole, so never transformed. */
const HALF = rule('hap_half_set', 'practice');

/** Conditions 1 to 4 of 합화 for a 천간합; the fifth is that neither is the day stem, unless `dayStemYields`. */
export interface StemConditions {
  /** The element aimed at, 0 (wood) to 4 (water). */
  readonly element: number;
  /** 1: side by side. */
  readonly adjacent: boolean;
  /** 2: the month's 정기 or its 삼합 has the element. */
  readonly ofMonth: boolean;
  /** 3: no other stem claims one of the two (쟁합, 투합). */
  readonly uncontested: boolean;
  /** 4: none of the other stems controls the element. */
  readonly uncontrolled: boolean;
}

/**
 * Conditions 1 to 4 of 합화 for the stems at two positions.
 * @returns null where the two make no 천간합
 */
export function stemTransformation(saju: Saju, first: number, second: number): StemConditions | null {
  const { stems } = saju;
  const one = stems[first]!;
  const other = stems[second]!;
  if (one === other || one % 5 !== other % 5) return null;
  const element = hapElement(one);
  let uncontested = true;
  let uncontrolled = true;
  for (let position = 0; position < stems.length; position++) {
    if (position === first || position === second) continue;
    const stem = stems[position]!;
    if (stem === one || stem === other) uncontested = false;
    if (controls(stem, element)) uncontrolled = false;
  }
  return {
    element,
    adjacent: Math.abs(second - first) === 1,
    ofMonth: isOfMonth(saju, ELEMENTS[element]!.code),
    uncontested,
    uncontrolled,
  };
}

/**
 * Whether the day stem gives itself up to the element of its 합, which is the last condition of 화격: no branch roots it (hides
 * a stem of its element), or the element is its own.
 */
export function dayStemYields({ branches, dayStem }: Saju, school: Options['hiddenStems']): boolean {
  const own = dayStem >> 1;
  if (hapElement(dayStem) === own) return true;
  for (let position = 0; position < branches.length; position++) {
    if (hidesElement(branches[position]!, own, school)) return false;
  }
  return true;
}

/**
 * 합화 of a 천간합, by all five conditions.
 * @param first position of the earlier stem
 */
export function transformationOfStems(
  saju: Saju,
  first: number,
  second: number,
  school: Options['hiddenStems'],
): Transformation {
  const { element, adjacent, ofMonth, uncontested, uncontrolled } = stemTransformation(saju, first, second)!;
  const pair = (1 << first) | (1 << second);
  const both = stemFacts(saju, pair);
  const others = allPositions(saju) & ~pair;
  const withDayStem = first === DAY || second === DAY;
  const free = !withDayStem || dayStemYields(saju, school);
  return {
    status: adjacent && ofMonth && uncontested && uncontrolled && free ? 'transformed' : 'combined',
    reasons: [
      judged(ADJACENT, adjacent, both),
      judged(MONTH_BEARS, ofMonth, branchFacts(saju, 1 << MONTH)),
      judged(UNCONTESTED, uncontested, stemFacts(saju, uncontested ? others : claimants(saju, first, second, others))),
      judged(UNCONTROLLED, uncontrolled, stemFacts(saju, uncontrolled ? others : controllers(saju, element, others))),
      withDayStem ? dayStemReason(saju, school) : judged(WITHOUT_DAY_STEM, true, both),
    ],
  };
}

/** Of the others, the stems that claim one of two that combine. */
function claimants({ stems }: Saju, first: number, second: number, others: number): number {
  let set = 0;
  for (let position = 0; position < stems.length; position++) {
    if (stems[position] === stems[first] || stems[position] === stems[second]) set |= 1 << position;
  }
  return set & others;
}

/** Of the others, the stems that control the element that two aim at. */
function controllers({ stems }: Saju, element: number, others: number): number {
  let set = 0;
  for (let position = 0; position < stems.length; position++) {
    if (controls(stems[position]!, element)) set |= 1 << position;
  }
  return set & others;
}

/** The fifth condition of the day stem's own 합. */
function dayStemReason(saju: Saju, school: Options['hiddenStems']): Reason {
  const { branches, dayStem } = saju;
  const own = dayStem >> 1;
  if (hapElement(dayStem) === own) return reason(DAY_STEM_OF_ELEMENT, stemFacts(saju, 1 << DAY));
  let roots = 0;
  for (let position = 0; position < branches.length; position++) {
    if (hidesElement(branches[position]!, own, school)) roots |= 1 << position;
  }
  const facts = branchFacts(saju, roots === 0 ? allPositions(saju) : roots);
  return reason(roots === 0 ? DAY_STEM_UNROOTED : WITHOUT_DAY_STEM.failed, [stemFact(saju, DAY), ...facts]);
}

/**
 * 합화 of a 육합: side by side, the element the month's (as for stems: its 정기 or its 삼합), neither branch in 충.
 * @param first position of the earlier branch
 */
export function transformationOfBranches(
  saju: Saju,
  first: number,
  second: number,
  element: ElementCode,
): Transformation {
  const { branches } = saju;
  const adjacent = second - first === 1;
  const ofMonth = isOfMonth(saju, element);
  let clashing = 0;
  for (let position = 0; position < branches.length; position++) {
    if (isChung(branches[position]!, branches[first]!) || isChung(branches[position]!, branches[second]!)) {
      clashing |= 1 << position;
    }
  }
  const unclashed = clashing === 0;
  return {
    status: adjacent && ofMonth && unclashed ? 'transformed' : 'combined',
    reasons: [
      judged(ADJACENT, adjacent, branchFacts(saju, (1 << first) | (1 << second))),
      judged(MONTH_BEARS, ofMonth, branchFacts(saju, 1 << MONTH)),
      judged(UNCLASHED, unclashed, branchFacts(saju, unclashed ? allPositions(saju) : clashing)),
    ],
  };
}

/**
 * Whether a complete 삼합 or 방합 holds as a 국: the month branch is one of the three, and no 충 strikes the 왕지.
 * @param set bit set of its branches
 * @param center its 왕지: 子 卯 午 or 酉
 */
export function transformationOfSet(saju: Saju, set: number, center: number): Transformation {
  const { branches } = saju;
  const withMonth = ((set >> branches[MONTH]!) & 1) === 1;
  let clashing = 0;
  for (let position = 0; position < branches.length; position++) {
    if (isChung(branches[position]!, center)) clashing |= 1 << position;
  }
  const unclashed = clashing === 0;
  return {
    status: withMonth && unclashed ? 'transformed' : 'combined',
    reasons: [
      judged(SET_WITH_MONTH, withMonth, branchFacts(saju, 1 << MONTH)),
      judged(SET_UNCLASHED, unclashed, branchFacts(saju, unclashed ? allPositions(saju) : clashing)),
    ],
  };
}

/** A 반합 binds and does not transform, even with the 왕지 in the month: the third branch is missing. */
export function transformationOfHalf(facts: readonly Fact[]): Transformation {
  return { status: 'combined', reasons: [reason(HALF, facts)] };
}

function judged({ met, failed }: Condition, holds: boolean, facts: readonly Fact[]): Reason {
  return reason(holds ? met : failed, facts);
}

/** Whether an element is the month branch's own, which is its 정기's, or its 삼합's (no 삼합 is of earth). */
function isOfMonth({ branches }: Saju, element: ElementCode): boolean {
  const month = branches[MONTH]!;
  return BRANCHES[month]!.element === element || COMPLETE_SETS[month & 3]!.element === element;
}

/** Whether a stem's element controls an element (상극): each controls the next but one. */
function controls(stem: number, element: number): boolean {
  return ((stem >> 1) + 2) % 5 === element;
}

/** The positions that the chart has: three without the hour. */
function allPositions({ stems }: Saju): number {
  return (1 << stems.length) - 1;
}
