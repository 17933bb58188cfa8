import { STEMS } from '../../calendar/stems.ts';
import { hidesElement } from '../hidden-stems.ts';
import { branchFact, type Fact, fact, type Reason, type Rule, reason, rule } from '../reason.ts';
import type { Saju } from '../saju.ts';
import { percent, type StemWeights, supportUnits } from '../strength/stem-weights.ts';
import type { Strength } from '../strength/strength.ts';
import { TEN_GODS, tenGodIndex } from '../ten-gods.ts';
import type { OuterPattern } from './outer-pattern.ts';
import { FOLLOWING_PATTERNS } from './pattern-terms.ts';
import { BIGYEOP, GWANSEONG, INSEONG, JAESEONG, presentFacts, SIKSANG, visibleFacts } from './visible-gods.ts';

/** P, in percent, from which the day stem is beyond control, and up to which it is beyond help. Ours: the books give no number. */
export const OVERWHELMING = 85;
export const FORSAKEN = 12;
/** Percent of 식상, 재성 and 관성 that the one which is followed has more than. */
export const LEADING = 45;

const BEYOND_CONTROL = rule('jong_beyond_control', 'heal7');
const UNOPPOSED = rule('jong_unopposed', 'jeokcheon');
const BEYOND_HELP = rule('jong_beyond_help', 'heal7');
const UNAIDED = rule('jong_unaided', 'jeokcheon');

const ROOTLESS: Fact = Object.freeze(fact('tenGodsStrength.bigyeon.rooted', false));

/** A 종격, the distance of the element followed from the day stem's, and its rules: it holds, or is one condition short (가종). */
interface Following {
  readonly term: (typeof FOLLOWING_PATTERNS)[number];
  readonly distance: number;
  readonly holds: Rule;
  readonly near: Rule;
}

/** 滴天髓 (從象, and the commentary's 從旺 從强 從勢: of 從勢, wealth reconciles output and officer). */
const [WANG, GANG, A, JAE, SAL, SE] = [0, 4, 1, 2, 3, 2].map((distance, n): Following => {
  const term = FOLLOWING_PATTERNS[n]!;
  return {
    term,
    distance,
    holds: Object.freeze({ rule: term.code, source: 'jeokcheon' }),
    near: Object.freeze({ rule: `ga_${term.code}`, source: 'jeokcheon' }),
  };
}) as [Following, Following, Following, Following, Following, Following];
const BY_DISTANCE = [WANG, A, JAE, SAL, GANG];

/**
 * 종격. P of 85 or more and no 재성 or 관성 visible: 종왕격, or 종강격 where 인성 outweighs 비겁. P of 12 or less, no root and
 * no 인성 visible: 종아격, 종재격 or 종살격 by the heaviest of 식상, 재성 and 관성, 종세격 where none has more than 45 % of the three
 * or two are equally the heaviest.
 * @param notes takes 가종: P is reached, and one of the other conditions fails
 */
export function followingPattern(
  saju: Saju,
  weights: StemWeights,
  strength: Strength,
  visible: number,
  notes: Reason[],
): OuterPattern | null {
  const support = supportUnits(weights, saju.dayStem) * 100;
  if (support >= OVERWHELMING * weights.total) return followingOwn(saju, weights, strength, visible, notes);
  if (support <= FORSAKEN * weights.total) return followingOthers(saju, weights, strength, visible, notes);
  return null;
}

function followingOwn(
  saju: Saju,
  weights: StemWeights,
  strength: Strength,
  visible: number,
  notes: Reason[],
): OuterPattern | null {
  const own = familyUnits(weights, saju.dayStem, 0);
  const bearer = familyUnits(weights, saju.dayStem, 4);
  const following = own >= bearer ? WANG : GANG;
  const score = scoreFact(strength);
  const opposed = presentFacts(saju, JAESEONG | GWANSEONG);
  if (opposed.length > 0) {
    notes.push(reason(following.near, [score, ...opposed]));
    return null;
  }
  return found(saju, following, [
    reason(BEYOND_CONTROL, [score]),
    reason(UNOPPOSED, visibleFacts(JAESEONG | GWANSEONG, visible)),
    reason(following.holds, weightFacts(weights, saju.dayStem, BIGYEOP | INSEONG)),
  ]);
}

function followingOthers(
  saju: Saju,
  weights: StemWeights,
  strength: Strength,
  visible: number,
  notes: Reason[],
): OuterPattern | null {
  const following = heaviest(weights, saju.dayStem);
  const score = scoreFact(strength);
  const roots: Fact[] = [];
  for (let position = 0; position < saju.branches.length; position++) {
    if (hidesElement(saju.branches[position]!, saju.dayStem >> 1, weights.school)) {
      roots.push(branchFact(saju, position));
    }
  }
  const aids = presentFacts(saju, INSEONG);
  if (roots.length > 0 || aids.length > 0) {
    if (roots.length === 0 || aids.length === 0) notes.push(reason(following.near, [score, ...roots, ...aids]));
    return null;
  }
  return found(saju, following, [
    reason(BEYOND_HELP, [score]),
    reason(UNAIDED, [ROOTLESS, ...visibleFacts(INSEONG, visible)]),
    reason(following.holds, weightFacts(weights, saju.dayStem, SIKSANG | JAESEONG | GWANSEONG)),
  ]);
}

/** Which of 식상, 재성 and 관성 is followed, or all. */
function heaviest(weights: StemWeights, dayStem: number): Following {
  let sum = 0;
  let most = 0;
  let leader = SE;
  for (let distance = 1; distance <= 3; distance++) {
    const units = familyUnits(weights, dayStem, distance);
    sum += units;
    if (units > most) {
      most = units;
      leader = BY_DISTANCE[distance]!;
    } else if (units === most) leader = SE;
  }
  return most * 100 > LEADING * sum ? leader : SE;
}

function found({ dayStem }: Saju, { term, distance }: Following, reasons: readonly Reason[]): OuterPattern {
  return { term, element: ((dayStem >> 1) + distance) % 5, reasons };
}

/** Units of the two stems whose element is so far from the day stem's: 비겁 0, 식상 1, 재성 2, 관성 3, 인성 4. */
function familyUnits({ byStem }: StemWeights, dayStem: number, distance: number): number {
  const yang = 2 * (((dayStem >> 1) + distance) % 5);
  return byStem[yang]! + byStem[yang + 1]!;
}

function scoreFact({ score }: Strength): Fact {
  return fact('strength.score', score);
}

/** The weights of a set of ten gods. */
function weightFacts({ byStem, total }: StemWeights, dayStem: number, gods: number): Fact[] {
  const facts: Fact[] = [];
  for (let stem = 0; stem < STEMS.length; stem++) {
    const god = tenGodIndex(dayStem, stem);
    if (((gods >> god) & 1) === 1) {
      facts.push(fact(`tenGodsStrength.${TEN_GODS[god]!.code}.weight`, percent(byStem[stem]!, total)));
    }
  }
  return facts;
}
