import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPillar } from '../../../../../layers/saju-engine/src/analysis/pillar.ts';
import type { Saju } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { elementBalance, fiveElements } from '../../../../../layers/saju-engine/src/analysis/strength/five-elements.ts';
import {
  DAY_STEM_UNITS,
  elementUnits,
  stemWeights,
} from '../../../../../layers/saju-engine/src/analysis/strength/stem-weights.ts';
import { tenGodsStrength } from '../../../../../layers/saju-engine/src/analysis/strength/ten-gods-strength.ts';
import { ELEMENTS } from '../../../../../layers/saju-engine/src/calendar/elements.ts';
import { DEFAULT_OPTIONS } from '../../../../../layers/saju-engine/src/options.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';

const schools = ['wollyul', 'inwon'] as const;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function elementsOf(chart: Saju) {
  return fiveElements(chart, stemWeights(chart, 'wollyul'));
}

describe('the five elements', () => {
  test('of 甲子 丙寅 戊辰 庚申 weigh what was worked out by hand', () => {
    // Stems: 甲 10, 丙 10, 戊 10 (day), 庚 10. 子 10: 癸壬 all water. 寅 30: 甲 16, 丙 7, 戊 7. 辰 15 of 30 days: 乙 9, 癸 3,
    // 戊 18 → 4.5, 1.5, 9. 申 15: 戊 7, 壬 7, 庚 16 → 3.5, 3.5, 8. Of 110.
    const { weights, counts, seasons, scores } = elementsOf(sajuOf('甲子 丙寅 戊辰 庚申'));
    const of = (weight: number): number => Math.round((weight * 10_000) / 110) / 100;
    expect(weights).toEqual({
      wood: of(10 + 16 + 4.5),
      fire: of(10 + 7),
      earth: of(10 + 7 + 9 + 3.5),
      metal: of(10 + 8),
      water: of(10 + 1.5 + 3.5),
    });
    expect(counts).toEqual({ wood: 2, fire: 1, earth: 2, metal: 2, water: 1 });
    expect(ELEMENTS.map(({ code }) => seasons[code].hangul)).toEqual(['왕', '상', '사', '수', '휴']);
    const all = 30.5 * 1.2 + 17 * 1.1 + 29.5 * 0.8 + 18 * 0.9 + 15;
    expect(scores.wood).toBeCloseTo((30.5 * 120) / all, 2);
    expect(scores.earth).toBeCloseTo((29.5 * 80) / all, 2);
  });

  test('add up: places to the total, elements to 100, ten gods to their elements', () => {
    fc.assert(
      fc.property(anySaju, fc.constantFrom(...schools), (chart, school) => {
        const weights = stemWeights(chart, school);
        expect(sum(weights.byStem)).toBe(weights.total);
        expect(weights.total).toBe(chart.stems.length === 4 ? 3000 : 2250);
        const units = elementUnits(weights, chart.dayStem);
        expect(sum(units)).toBe(weights.total + DAY_STEM_UNITS);
        const elements = fiveElements(chart, weights);
        expect(sum(Object.values(elements.counts))).toBe(2 * chart.stems.length);
        for (const shares of [elements.weights, elements.scores]) {
          expect(Math.abs(sum(Object.values(shares)) - 100)).toBeLessThanOrEqual(0.025);
        }
        const gods = tenGodsStrength(chart, weights);
        expect(Math.abs(sum(gods.map(({ weight }) => weight)) - 100)).toBeLessThanOrEqual(0.05);
        expect(sum(gods.map(({ count }) => count))).toBe(2 * chart.stems.length - 1);
        // The two gods of an element weigh together what the element does, but for the day stem.
        ELEMENTS.forEach((_, element) => {
          const distance = (element - (chart.dayStem >> 1) + 5) % 5;
          const ofGods = gods[2 * distance]!.weight + gods[2 * distance + 1]!.weight;
          const own = element === chart.dayStem >> 1 ? DAY_STEM_UNITS : 0;
          expect(ofGods).toBeCloseTo(((units[element]! - own) * 100) / weights.total, 1);
        });
      }),
    );
  });

  test('keep their scores when every weight is scaled alike', () => {
    fc.assert(
      fc.property(anySaju, fc.integer({ min: 2, max: 50 }), (chart, factor) => {
        const weights = stemWeights(chart, 'wollyul');
        // The day stem's weight is fixed: its scale is given back by taking it out of the stems' own.
        const scaled = {
          ...weights,
          byStem: weights.byStem.map(
            (units, stem) => units * factor + (stem === chart.dayStem ? (factor - 1) * DAY_STEM_UNITS : 0),
          ),
          total: weights.total * factor + (factor - 1) * DAY_STEM_UNITS,
        };
        expect(fiveElements(chart, scaled)).toEqual(fiveElements(chart, weights));
      }),
    );
  });

  test('say of balance what their scores say', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const weights = stemWeights(chart, 'wollyul');
        const elements = fiveElements(chart, weights);
        const balance = elementBalance(elements, weights, chart);
        const scores = Object.values(elements.scores);
        expect(elements.scores[balance.strongest]).toBe(Math.max(...scores));
        expect(elements.scores[balance.weakest]).toBe(Math.min(...scores));
        expect(balance.missing).toEqual(ELEMENTS.map(({ code }) => code).filter(code => elements.counts[code] === 0));
        expect(balance.excessive).toEqual(ELEMENTS.map(({ code }) => code).filter(code => elements.scores[code] >= 40));
        expect(balance.yinYang.yang + balance.yinYang.yin).toBeCloseTo(100, 1);
        expect(balance.evenness).toBeGreaterThanOrEqual(0);
        expect(balance.evenness).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('of ten gods: one is visible where a pillar shows it, rooted where a branch hides its element', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const gods = tenGodsStrength(chart, stemWeights(chart, 'wollyul'));
        const pillars = chart.pillars.map((index, position) =>
          readPillar(index, chart, DEFAULT_OPTIONS, position === 2),
        );
        const shown = new Set(pillars.map(({ tenGods }) => tenGods.stem?.code));
        const hidden = new Set(pillars.flatMap(({ hiddenStems }) => hiddenStems.map(({ element }) => element)));
        gods.forEach(({ code, visible, rooted }, god) => {
          expect(visible, code).toBe(shown.has(code));
          expect(rooted, code).toBe(hidden.has(ELEMENTS[((chart.dayStem >> 1) + (god >> 1)) % 5]!.code));
        });
      }),
    );
  });
});
