import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../../layers/saju-engine/src/analysis/reason.ts';
import type { Saju } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { stemWeights, supportUnits } from '../../../../../layers/saju-engine/src/analysis/strength/stem-weights.ts';
import { strength } from '../../../../../layers/saju-engine/src/analysis/strength/strength.ts';
import { tenGodsStrength } from '../../../../../layers/saju-engine/src/analysis/strength/ten-gods-strength.ts';
import { referenceCases } from '../../reference.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';

interface Expected {
  readonly expected: {
    readonly pillars: readonly string[];
    readonly strength: {
      readonly P: number;
      readonly deukryeong: boolean;
      readonly deukji: boolean;
      readonly deukse: boolean;
      readonly word: string;
    };
  };
}

function strengthOf(chart: Saju) {
  const weights = stemWeights(chart, 'wollyul');
  return strength(chart, weights, tenGodsStrength(chart, weights));
}

describe('the strength of the day stem', () => {
  test('is that of all 180 reference cases', () => {
    for (const { id, expected } of referenceCases<Expected>('analysis-cases.json')) {
      const { word, score, deukryeong, deukji, deukse } = strengthOf(sajuOf(expected.pillars.join(' ')));
      const { P, ...rest } = expected.strength;
      expect({ score, deukryeong, deukji, deukse, word: word.hangul }, id).toEqual({ score: P, ...rest });
    }
  });

  test('is held at the middle when two of 득령 득지 득세 point the other way, and says so', () => {
    let held = 0;
    fc.assert(
      fc.property(anySaju, chart => {
        const { word, score, deukryeong, deukji, deukse, reasons } = strengthOf(chart);
        const gained = [deukryeong, deukji, deukse].filter(Boolean).length;
        const says = reasons.some(({ rule }) => rule === 'held_at_middle');
        if (says) {
          held++;
          expect(word.code).toBe(score >= 50 ? 'junghwa_singang' : 'junghwa_sinyak');
          expect(score >= 50 ? gained < 2 : gained >= 2).toBe(true);
        } else if (score >= 55) expect(gained).toBeGreaterThanOrEqual(2);
        else if (score < 45) expect(gained).toBeLessThan(2);
      }),
      { numRuns: 3000 },
    );
    expect(held).toBeGreaterThan(10);
  });

  test('scores the share of 비겁 and 인성, and cites weights that add up to it', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const { score, reasons } = strengthOf(chart);
        const [{ rule, facts } = { rule: '', facts: [] }] = reasons;
        expect(rule).toBe('support_weight');
        const sum = facts.reduce((total, { value }) => total + (value as number), 0);
        // Four roundings to two decimals.
        expect(Math.abs(sum - score)).toBeLessThanOrEqual(0.0201);
      }),
    );
  });

  test('cites ten gods that are at those places', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const weights = stemWeights(chart, 'wollyul');
        const gods = tenGodsStrength(chart, weights);
        const answer = { tenGodsStrength: gods, strength: strength(chart, weights, gods) };
        for (const { facts } of answer.strength.reasons) {
          for (const { path, value } of facts) {
            if (!path.startsWith('pillars.')) expect(factAt(answer, path), path).toBe(value);
          }
        }
      }),
    );
  });

  test('is exactly a half where support and the rest weigh the same, and counts as strong', () => {
    // To 甲 support: the hour's 甲 10, and 子 in year 10, day 15 and hour 15. 戌 of the month (辛 丁 戊) gives nothing.
    const chart = sajuOf('庚子 丙戌 甲子 甲子');
    const weights = stemWeights(chart, 'wollyul');
    expect([supportUnits(weights, chart.dayStem), weights.total]).toEqual([1500, 3000]);
    expect(strengthOf(chart)).toMatchObject({ score: 50, word: { hangul: '중화신강' } });
  });
});
