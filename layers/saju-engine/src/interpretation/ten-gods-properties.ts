import { TEN_GODS } from '../analysis/ten-gods.ts';
import type { Text } from './text.ts';
import { CAREER, EXCESS, FORTUNE, HEALTH, LUCK, NATURE, RELATIONSHIP } from './texts/ten-gods.ts';

/** Sentences of one aspect, the same number in both languages. */
export interface Aspect {
  readonly korean: readonly string[];
  readonly english: readonly string[];
}

/** What a ten god means in each field of life. */
export interface TenGodProperties {
  readonly code: string;
  /** Its nature, then what it is like when there is much of it. */
  readonly characteristics: Aspect;
  /** Its fortune in a chart, then in a time of luck. */
  readonly fortuneAspects: Aspect;
  readonly careerTendencies: Aspect;
  readonly relationshipPatterns: Aspect;
  readonly healthIndications: Aspect;
}

/** The ten gods in their order; the interpretation says nothing else of them. */
export const TEN_GODS_PROPERTIES: readonly TenGodProperties[] = TEN_GODS.map(({ code }) =>
  Object.freeze({
    code,
    characteristics: aspect(NATURE[code]!, EXCESS[code]!),
    fortuneAspects: aspect(FORTUNE[code]!, LUCK[code]!),
    careerTendencies: aspect(CAREER[code]!),
    relationshipPatterns: aspect(RELATIONSHIP[code]!),
    healthIndications: aspect(HEALTH[code]!),
  }),
);

function aspect(...texts: readonly Text[]): Aspect {
  return { korean: texts.map(text => text.korean), english: texts.map(text => text.english) };
}
