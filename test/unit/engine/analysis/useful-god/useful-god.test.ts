import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fact, factAt } from '../../../../../layers/saju-engine/src/analysis/reason.ts';
import {
  elementUnits,
  type StemWeights,
} from '../../../../../layers/saju-engine/src/analysis/strength/stem-weights.ts';
import { strength } from '../../../../../layers/saju-engine/src/analysis/strength/strength.ts';
import { tenGodsStrength } from '../../../../../layers/saju-engine/src/analysis/strength/ten-gods-strength.ts';
import { byeongyak } from '../../../../../layers/saju-engine/src/analysis/useful-god/byeongyak.ts';
import { eokbu } from '../../../../../layers/saju-engine/src/analysis/useful-god/eokbu.ts';
import { tonggwan } from '../../../../../layers/saju-engine/src/analysis/useful-god/tonggwan.ts';
import { ELEMENTS, type ElementCode } from '../../../../../layers/saju-engine/src/calendar/elements.ts';
import { STEMS } from '../../../../../layers/saju-engine/src/calendar/stems.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';
import { readPillars, rules } from '../read-pillars.ts';

const shares = ELEMENTS.map(({ code }) => fact(`fiveElements.weights.${code}`, 20));

function usefulGodOf(pillars: string) {
  return readPillars(pillars).usefulGod;
}

/** 억부 of 甲 with these units of 3,000 by stem; the day stem adds 300 to wood. */
function eokbuOfGap(units: Readonly<Record<string, number>>) {
  const saju = sajuOf('庚申 戊子 甲辰 甲子');
  const byStem = STEMS.map(({ hanja }) => units[hanja] ?? 0);
  const weights: StemWeights = { byStem, total: 3000, school: 'wollyul' };
  expect(byStem.reduce((sum, unit) => sum + unit, 0)).toBe(3000);
  const dayStrength = strength(saju, weights, tenGodsStrength(saju, weights));
  const { element, reasons } = eokbu(saju, weights, shares, dayStrength, elementUnits(weights, 0), 3300);
  return [element, ...rules(reasons)];
}

describe('전왕', () => {
  test.each([
    ['丙午 辛丑 甲戌 己巳', '화토격', 'earth'],
    ['甲寅 丁卯 甲寅 戊辰', '곡직격', 'wood'],
    // 종강: 인성
    ['壬子 壬子 甲寅 甲子', '종강격', 'water'],
    // 종아: 식상
    ['壬子 壬子 辛卯 壬辰', '종아격', 'water'],
    ['丙子 辛丑 丙申 戊子', '종세격', 'metal'],
  ])('of %s follows %s to %s, before all others', (pillars, hangul, element) => {
    const { pattern, usefulGod } = readPillars(pillars);
    expect(pattern.hangul).toBe(hangul);
    expect(usefulGod).toMatchObject({ element, method: { hangul: '전왕' } });
  });

  test('has nothing to say of an inner pattern', () => {
    expect(usefulGodOf('庚午 辛酉 甲午 戊辰').candidates[0]).toMatchObject({ element: null, applies: false });
  });
});

describe('통관', () => {
  const between = (units: readonly number[]) => {
    const { element, applies } = tonggwan(shares, units, 1000);
    return [element, applies];
  };

  test('stands between two elements of 30 % each and 70 % together, of which one controls the other', () => {
    // Water and fire: wood.
    expect(between([100, 300, 100, 100, 400])).toEqual(['wood', true]);
    expect(between([101, 299, 100, 99, 401])).toEqual([null, false]);
    expect(between([100, 300, 101, 100, 399])).toEqual([null, false]);
  });

  test('does so for each of the five conflicts', () => {
    for (let controller = 0; controller < 5; controller++) {
      const units = [0, 0, 0, 0, 0];
      units[controller] = 500;
      units[(controller + 2) % 5] = 500;
      expect(between(units)).toEqual([ELEMENTS[(controller + 1) % 5]!.code, true]);
    }
  });

  test('has nothing to do between an element and what it bears', () => {
    expect(between([500, 500, 0, 0, 0])).toEqual([null, false]);
  });

  test('of two conflicts takes the one that reaches 70 %', () => {
    // Wood 40, earth 30, metal 30: wood and earth have 70, metal and wood 70 as well, the first counts.
    expect(between([400, 0, 300, 300, 0])).toEqual(['fire', true]);
    // Water 40, earth 30, wood 30: wood against earth has 60.
    expect(between([300, 0, 300, 0, 400])).toEqual(['metal', true]);
  });
});

describe('병약', () => {
  const remedy = (units: readonly number[], byEokbu: ElementCode) => {
    const { element, applies } = byeongyak(shares, units, 1000, byEokbu);
    return [element, applies];
  };

  test('controls an element of 45 % or more, be it 비겁 or 인성', () => {
    for (let ill = 0; ill < 5; ill++) {
      const units = [110, 110, 110, 110, 110];
      units[ill] = 450;
      const controller = (ill + 3) % 5;
      expect(remedy(units, ELEMENTS[controller]!.code)).toEqual([ELEMENTS[controller]!.code, true]);
    }
  });

  test('finds no illness below, nor in what 억부 chooses', () => {
    expect(remedy([449, 151, 150, 150, 100], 'metal')).toEqual([null, false]);
    expect(remedy([600, 100, 100, 100, 100], 'wood')).toEqual([null, false]);
    expect(remedy([460, 450, 40, 30, 20], 'wood')).toEqual(['water', true]);
  });
});

describe('억부', () => {
  test('restrains a strong day stem from P = 50', () => {
    // 甲: 1,500 of wood and water.
    expect(eokbuOfGap({ 甲: 1500, 庚: 600, 丙: 500, 戊: 400 })).toEqual(['metal', 'eokbu_officer']);
    expect(eokbuOfGap({ 甲: 1499, 庚: 601, 丙: 500, 戊: 400 })).toEqual(['water', 'eokbu_resource']);
  });

  test('by 재성 where 인성 outweighs 비겁, the day stem counted', () => {
    expect(eokbuOfGap({ 甲: 800, 壬: 1101, 庚: 1099 })).toEqual(['earth', 'eokbu_wealth_against_resource']);
    expect(eokbuOfGap({ 甲: 800, 壬: 1100, 庚: 1100 })).toEqual(['metal', 'eokbu_officer']);
  });

  test('else by 관성 of 10 %, else by 식상 of 10 %, else by 재성', () => {
    expect(eokbuOfGap({ 甲: 2000, 庚: 330, 丙: 670 })).toEqual(['metal', 'eokbu_officer']);
    expect(eokbuOfGap({ 甲: 2000, 庚: 329, 丙: 671 })).toEqual(['fire', 'eokbu_output']);
    expect(eokbuOfGap({ 甲: 2000, 庚: 329, 丙: 330, 戊: 341 })).toEqual(['fire', 'eokbu_output']);
    expect(eokbuOfGap({ 甲: 2000, 庚: 329, 丙: 329, 戊: 342 })).toEqual(['earth', 'eokbu_wealth']);
    expect(eokbuOfGap({ 甲: 3000 })).toEqual(['earth', 'eokbu_wealth']);
  });

  test('supports a weak one by 인성, but against 재성 as the heaviest drain by 비겁', () => {
    expect(eokbuOfGap({ 甲: 900, 庚: 800, 丙: 700, 戊: 600 })).toEqual(['water', 'eokbu_resource']);
    expect(eokbuOfGap({ 甲: 900, 丙: 800, 戊: 700, 庚: 600 })).toEqual(['water', 'eokbu_resource']);
    expect(eokbuOfGap({ 甲: 900, 戊: 801, 庚: 800, 丙: 499 })).toEqual(['wood', 'eokbu_companions']);
    expect(eokbuOfGap({ 甲: 900, 戊: 800, 庚: 800, 丙: 500 })).toEqual(['water', 'eokbu_resource']);
  });
});

describe('the useful god', () => {
  test.each([
    // 甲 in 子 with no fire: the winter is warmed first.
    ['壬申 壬子 甲申 壬申', '조후', 'fire'],
    // Metal 45 % and more that 억부 does not want: fire controls it.
    ['辛酉 丁酉 乙卯 辛巳', '병약', 'fire'],
  ])('of %s is by %s %s', (pillars, method, element) => {
    expect(usefulGodOf(pillars)).toMatchObject({ element, method: { hangul: method } });
  });

  test('is the first candidate that applies, of five in order', () => {
    const methods = new Set<string>();
    fc.assert(
      fc.property(anySaju, saju => {
        const { element, method, candidates, reasons } = readPillars(saju).usefulGod;
        expect(candidates.map(({ method }) => method.hangul)).toEqual(['전왕', '조후', '통관', '병약', '억부']);
        const first = candidates.find(({ applies }) => applies)!;
        expect([first.element, first.method]).toEqual([element, method]);
        expect(reasons.slice(0, -1)).toEqual(first.reasons);
        for (const { element, applies, reasons } of candidates) {
          if (applies) expect(element).not.toBeNull();
          expect(reasons.length).toBeGreaterThan(0);
        }
        methods.add(method.hangul);
      }),
      { numRuns: 5000 },
    );
    expect(methods.size).toBe(5);
  });

  test('gives each element a role: 기신 controls it, 구신 bears 기신, 희신 bears it or, if that has over 35 %, is borne by it', () => {
    let borne = 0;
    fc.assert(
      fc.property(anySaju, saju => {
        const { fiveElements, usefulGod } = readPillars(saju);
        const { roles, element } = usefulGod;
        const from = (code: ElementCode) =>
          (ELEMENTS.findIndex(e => e.code === code) - ELEMENTS.findIndex(e => e.code === element) + 5) % 5;
        const bearer = ELEMENTS.find(({ code }) => from(code) === 4)!.code;
        const heavy = fiveElements.weights[bearer] > 35;
        if (heavy) borne++;
        const { yongsin, huisin, gisin, gusin, hansin } = roles;
        expect([yongsin, huisin, gisin, gusin, hansin].map(from)).toEqual(heavy ? [0, 1, 3, 2, 4] : [0, 4, 3, 2, 1]);
        expect(rules(usefulGod.reasons).at(-1)).toBe(heavy ? 'huisin_borne_by_yongsin' : 'huisin_bears_yongsin');
      }),
      { numRuns: 3000 },
    );
    expect(borne).toBeGreaterThan(100);
  });

  test('rests on facts that stand in the chart', () => {
    fc.assert(
      fc.property(anySaju, saju => {
        const chart = readPillars(saju);
        const { reasons, candidates } = chart.usefulGod;
        for (const { rule, facts } of [...reasons, ...candidates.flatMap(candidate => candidate.reasons)]) {
          expect(facts.length, rule).toBeGreaterThan(0);
          for (const { path, value } of facts) expect(factAt(chart, path), `${rule} ${path}`).toBe(value);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
