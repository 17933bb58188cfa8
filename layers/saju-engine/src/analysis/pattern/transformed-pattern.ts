import { branchFact, type Fact, fact, type Reason, reason, rule, stemFact } from '../reason.ts';
import { dayStemYields, stemTransformation } from '../relations/transformation.ts';
import { DAY, HOUR, MONTH, type Saju } from '../saju.ts';
import type { StemWeights } from '../strength/stem-weights.ts';
import type { OuterPattern } from './outer-pattern.ts';
import { TRANSFORMED_PATTERNS } from './pattern-terms.ts';

/** 滴天髓 (化象, 假化). */
const TRANSFORMED = rule('hwagyeok', 'jeokcheon');
const NEAR_BUT_CONTESTED = rule('ga_hwagyeok_contested', 'jeokcheon');
const NEAR_BUT_CONTROLLED = rule('ga_hwagyeok_controlled', 'jeokcheon');
const NEAR_BUT_ROOTED = rule('ga_hwagyeok_rooted', 'jeokcheon');

const ROOTED: Fact = Object.freeze(fact('tenGodsStrength.bigyeon.rooted', true));
const ROOTLESS: Fact = Object.freeze(fact('tenGodsStrength.bigyeon.rooted', false));

/**
 * 화격: the day stem combines with the stem of the month or hour beside it, and becomes the element of their 합.
 * @param notes takes 가화: the element is the month's, and one of the other conditions fails
 */
export function transformedPattern(saju: Saju, weights: StemWeights, notes: Reason[]): OuterPattern | null {
  return transformedWith(saju, MONTH, weights, notes) ?? transformedWith(saju, HOUR, weights, notes);
}

function transformedWith(saju: Saju, partner: number, weights: StemWeights, notes: Reason[]): OuterPattern | null {
  if (partner >= saju.stems.length) return null;
  const found = stemTransformation(saju, Math.min(partner, DAY), Math.max(partner, DAY));
  if (found === null || !found.ofMonth) return null;
  const { element, uncontested, uncontrolled } = found;
  const yields = dayStemYields(saju, weights.school);
  const facts = [stemFact(saju, DAY), stemFact(saju, partner), branchFact(saju, MONTH)];

  const failed = Number(!uncontested) + Number(!uncontrolled) + Number(!yields);
  if (failed === 0) {
    if (element !== saju.dayStem >> 1) facts.push(ROOTLESS);
    return { term: TRANSFORMED_PATTERNS[element]!, element, reasons: [reason(TRANSFORMED, facts)] };
  }
  if (failed === 1) {
    if (!yields) facts.push(ROOTED);
    else addOtherStems(facts, saju, partner);
    notes.push(
      reason(!uncontested ? NEAR_BUT_CONTESTED : !uncontrolled ? NEAR_BUT_CONTROLLED : NEAR_BUT_ROOTED, facts),
    );
  }
  return null;
}

function addOtherStems(facts: Fact[], saju: Saju, partner: number): void {
  for (let position = 0; position < saju.stems.length; position++) {
    if (position !== DAY && position !== partner) facts.push(stemFact(saju, position));
  }
}
