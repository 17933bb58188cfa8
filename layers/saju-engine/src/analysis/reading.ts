import type { Options } from '../options.ts';
import { type Pattern, pattern } from './pattern/pattern.ts';
import { type Relation, relations } from './relations/relations.ts';
import { type VoidPillar, voidPillars } from './relations/void-pillars.ts';
import type { Saju } from './saju.ts';
import type { Star } from './stars/star.ts';
import { stars } from './stars/stars.ts';
import { type ElementBalance, elementBalance, type FiveElements, fiveElements } from './strength/five-elements.ts';
import { stemWeights } from './strength/stem-weights.ts';
import { type Strength, strength } from './strength/strength.ts';
import { type TenGodStrength, tenGodsStrength } from './strength/ten-gods-strength.ts';
import { type UsefulGod, usefulGod } from './useful-god/useful-god.ts';

/** What the four pillars say: every judgement with its reasons. */
export interface Reading {
  readonly fiveElements: FiveElements;
  readonly elementBalance: ElementBalance;
  readonly tenGodsStrength: readonly TenGodStrength[];
  readonly strength: Strength;
  readonly pattern: Pattern;
  readonly usefulGod: UsefulGod;
  readonly relations: readonly Relation[];
  readonly stars: readonly Star[];
  readonly voidPillars: readonly VoidPillar[];
}

/** The reading of a chart. */
export function reading(saju: Saju, options: Options): Reading {
  const weights = stemWeights(saju, options.hiddenStems);
  const elements = fiveElements(saju, weights);
  const found = relations(saju, options);
  const gods = tenGodsStrength(saju, weights);
  const dayStrength = strength(saju, weights, gods);
  const dayPattern = pattern(saju, weights, dayStrength, found, options);
  return {
    fiveElements: elements,
    elementBalance: elementBalance(elements, weights, saju),
    tenGodsStrength: gods,
    strength: dayStrength,
    pattern: dayPattern,
    usefulGod: usefulGod(saju, weights, elements, dayStrength, dayPattern),
    relations: found,
    stars: stars(saju, options),
    voidPillars: voidPillars(saju),
  };
}
