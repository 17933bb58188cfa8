import { describe, expect, test } from 'vitest';
import {
  FOLLOWING_PATTERNS,
  OWN_MONTH_PATTERNS,
  SINGLE_ELEMENT_PATTERNS,
  TEN_GOD_PATTERNS,
  TRANSFORMED_PATTERNS,
} from '../../../../layers/saju-engine/src/analysis/pattern/pattern-terms.ts';
import { RELATION_KINDS } from '../../../../layers/saju-engine/src/analysis/relations/relation-kinds.ts';
import { SAMJAE } from '../../../../layers/saju-engine/src/analysis/stars/samjae.ts';
import { allStarRules } from '../../../../layers/saju-engine/src/analysis/stars/stars.ts';
import { STRENGTHS } from '../../../../layers/saju-engine/src/analysis/strength/strength.ts';
import { TEN_GODS } from '../../../../layers/saju-engine/src/analysis/ten-gods.ts';
import { TWELVE_SINSAL } from '../../../../layers/saju-engine/src/analysis/twelve-sinsal.ts';
import { STAGES } from '../../../../layers/saju-engine/src/analysis/twelve-stages.ts';
import { USEFUL_GOD_ROLES } from '../../../../layers/saju-engine/src/analysis/useful-god/useful-god.ts';
import { ELEMENTS } from '../../../../layers/saju-engine/src/calendar/elements.ts';
import { STEMS } from '../../../../layers/saju-engine/src/calendar/stems.ts';
import {
  FIVE_ELEMENTS_RELATIONS,
  TEN_GODS_PROPERTIES,
} from '../../../../layers/saju-engine/src/interpretation/index.ts';
import type { Text, Texts } from '../../../../layers/saju-engine/src/interpretation/text.ts';
import * as dayPillar from '../../../../layers/saju-engine/src/interpretation/texts/day-pillar.ts';
import * as elements from '../../../../layers/saju-engine/src/interpretation/texts/elements.ts';
import * as health from '../../../../layers/saju-engine/src/interpretation/texts/health.ts';
import * as patterns from '../../../../layers/saju-engine/src/interpretation/texts/patterns.ts';
import * as relationship from '../../../../layers/saju-engine/src/interpretation/texts/relationship.ts';
import * as stars from '../../../../layers/saju-engine/src/interpretation/texts/stars.ts';
import * as tenGods from '../../../../layers/saju-engine/src/interpretation/texts/ten-gods.ts';
import * as wealth from '../../../../layers/saju-engine/src/interpretation/texts/wealth.ts';
import * as year from '../../../../layers/saju-engine/src/interpretation/texts/year.ts';

const codes = (terms: readonly { readonly code: string }[]): string[] => terms.map(({ code }) => code).sort();

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
const HANJA = /[\u3400-\u9fff]/;

describe('the tables of texts', () => {
  test.each<[string, Texts, readonly { readonly code: string }[]]>([
    ['the day stem', dayPillar.DAY_STEM, STEMS],
    ['its stage', dayPillar.DAY_STAGE, STAGES],
    ['its strength', dayPillar.STRENGTH, STRENGTHS],
    [
      'the pattern',
      patterns.PATTERN,
      [
        ...TRANSFORMED_PATTERNS,
        ...SINGLE_ELEMENT_PATTERNS,
        ...FOLLOWING_PATTERNS,
        ...OWN_MONTH_PATTERNS,
        ...TEN_GOD_PATTERNS,
      ],
    ],
    ['the strongest element', elements.STRONGEST, ELEMENTS],
    ['a missing element', elements.MISSING, ELEMENTS],
    ['the useful god', elements.USEFUL, ELEMENTS],
    ['the weakest element in health', health.WEAKEST, ELEMENTS],
    ['the strongest element in health', health.STRONGEST_HEALTH, ELEMENTS],
    ['the strongest element that is useful', health.STRONGEST_USEFUL, ELEMENTS],
    ['an excessive element', health.EXCESSIVE, ELEMENTS],
    ['the role of wealth', wealth.WEALTH_ROLE, USEFUL_GOD_ROLES],
    ['the role of the day branch', relationship.DAY_BRANCH_ROLE, USEFUL_GOD_ROLES],
    ["the role of the year's stem", year.STEM_ROLE, USEFUL_GOD_ROLES],
    ["the role of the year's branch", year.BRANCH_ROLE, USEFUL_GOD_ROLES],
    ['the role of the 대운', year.DAEUN_ROLE, USEFUL_GOD_ROLES],
    ["the year's branch", year.BRANCH_GOD, TEN_GODS],
    ["the year's stage", year.STAGE, STAGES],
    ["the year's 신살", year.TWELVE_SINSAL_YEAR, TWELVE_SINSAL],
    ['삼재', year.SAMJAE_YEAR, SAMJAE],
    ['a relation of the year', year.RELATION, RELATION_KINDS.filter(({ code }) => code !== 'gonghap')],
    [
      'a relation of the day branch',
      relationship.DAY_BRANCH_RELATION,
      RELATION_KINDS.filter(({ code, part }) => part === 'branch' && code !== 'gonghap'),
    ],
  ])('say something of %s for each of its terms, and of nothing else', (_name, table, terms) => {
    expect(Object.keys(table).sort()).toEqual(codes(terms));
  });

  test('name only stars that there are', () => {
    const known = new Set(codes(allStarRules()));
    const named = Object.values(stars).flatMap(table => Object.keys(table));
    expect(named.filter(code => !known.has(code))).toEqual([]);
  });

  test('are in polite Korean and in English without Hangul or Hanja, whole sentences both', () => {
    const tables = [dayPillar, elements, health, patterns, relationship, stars, tenGods, wealth, year];
    const all: readonly Text[] = tables.flatMap(module => Object.values(module)).flatMap(table => Object.values(table));
    expect(all.length).toBeGreaterThan(350);
    for (const { korean, english } of all) {
      for (const sentence of korean.split(/(?<=\.) /)) expect(sentence).toMatch(/니다\.$/);
      expect(korean).not.toMatch(/[A-Za-z]{4}(?![^{]*})|\(/);
      expect(english).toMatch(/^[A-Z{].*\.$/);
      expect(HANGUL.test(english) || HANJA.test(english)).toBe(false);
    }
  });
});

describe("the ten gods' properties", () => {
  test('have every aspect of all ten in both languages, sentence by sentence', () => {
    expect(TEN_GODS_PROPERTIES.map(({ code }) => code)).toEqual(TEN_GODS.map(({ code }) => code));
    for (const { code, ...aspects } of TEN_GODS_PROPERTIES) {
      const { hangul } = TEN_GODS.find(god => god.code === code)!;
      for (const { korean, english } of Object.values(aspects)) {
        expect(korean.length).toBeGreaterThan(0);
        expect(english).toHaveLength(korean.length);
        for (const sentence of korean) expect(sentence.startsWith(hangul)).toBe(true);
      }
    }
  });
});

describe('the relations of the five elements', () => {
  test('are five that generate, five that destroy and five that weaken, by distance in the circle', () => {
    const order = ELEMENTS.map(({ code }) => code);
    const distances = { generates: 1, destroys: 2, weakens: 4 };
    const rows = FIVE_ELEMENTS_RELATIONS.map(({ source, target, relation }) => `${source} ${relation} ${target}`);
    const expected = Object.entries(distances).flatMap(([relation, distance]) =>
      order.map((source, index) => `${source} ${relation} ${order[(index + distance) % 5]}`),
    );
    expect([...rows].sort()).toEqual(expected.sort());
  });

  test('have a strength from 0 to 1 and texts in both languages', () => {
    for (const { strength, traditional, modern } of FIVE_ELEMENTS_RELATIONS) {
      expect(strength).toBeGreaterThan(0);
      expect(strength).toBeLessThanOrEqual(1);
      for (const { korean, english } of [traditional, modern]) {
        expect(korean).toMatch(/니다\.$/);
        expect(english).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});
