import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LuckRelation,
  luckRelations,
} from '../../../../../layers/saju-engine/src/analysis/relations/luck-relations.ts';
import { type Relation, relations } from '../../../../../layers/saju-engine/src/analysis/relations/relations.ts';
import { HOUR, type Saju } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { GAPJA } from '../../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { DEFAULT_OPTIONS, withDefaults } from '../../../../../layers/saju-engine/src/options.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';

const indexOf = (hanja: string): number => GAPJA.findIndex(pair => pair.hanja === hanja);
const written = (found: readonly LuckRelation[]): string[] =>
  found.map(relation => `${relation.hangul} ${relation.with.join('+')}`);
const inLuck = (luck: string, chart: string, daeun?: string): string[] =>
  written(
    luckRelations(indexOf(luck), sajuOf(chart), DEFAULT_OPTIONS, daeun === undefined ? undefined : indexOf(daeun)),
  );

/** The first pillars of a chart, and perhaps another in the next place. */
function pillarsOf(chart: Saju, count: number, next?: number): Saju {
  const pillars = next === undefined ? chart.pillars.slice(0, count) : [...chart.pillars.slice(0, count), next];
  return {
    pillars,
    stems: pillars.map(index => index % 10),
    branches: pillars.map(index => index % 12),
    dayStem: chart.dayStem,
  };
}

const gapja = fc.nat(59);
const school = fc.constantFrom('fire', 'earth', 'none').map(omiHap => withDefaults({ omiHap } as const));

describe('relations of a luck pillar', () => {
  test('are to each pillar, stems first, then branches', () => {
    expect(inLuck('庚申', '甲寅 丁巳 乙亥 丙子')).toEqual([
      '천간충 year',
      '천간합 day',
      '충 year',
      '형 year',
      '육합 month',
      '형 month',
      '파 month',
      '해 day',
      '반합 hour',
      '삼형 year+month',
    ]);
  });

  test('are those that the pillar would have as the fourth of a chart', () => {
    const asLuck = ({ code, hangul, hanja, english, part, pillars, element }: Relation): LuckRelation => ({
      code,
      hangul,
      hanja,
      english,
      part,
      with: pillars.filter(name => name !== 'hour'),
      element,
    });
    fc.assert(
      fc.property(anySaju, gapja, school, (chart, luck, options) => {
        const expected = relations(pillarsOf(chart, HOUR, luck), options)
          .filter(({ pillars }) => pillars.includes('hour'))
          .map(asLuck);
        expect(luckRelations(luck, pillarsOf(chart, HOUR), options)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('to the running 대운 are those to a pillar of the chart in its place', () => {
    fc.assert(
      fc.property(anySaju, gapja, gapja, school, (chart, daeun, luck, options) => {
        const inChart = luckRelations(luck, pillarsOf(chart, HOUR, daeun), options);
        const asDaeun = inChart.map(relation => ({
          ...relation,
          with: relation.with.map(name => (name === 'hour' ? 'daeun' : name)),
        }));
        expect(luckRelations(luck, pillarsOf(chart, HOUR), options, daeun)).toEqual(asDaeun);
      }),
      { numRuns: 1000 },
    );
  });

  test('have the sets that it completes with two others, the 대운 among them, in place of 반합 and 공합', () => {
    expect(inLuck('丙子', '甲申 己巳 乙亥 乙酉', '戊辰').filter(kind => kind.includes('합'))).toEqual([
      '삼합 year+daeun',
    ]);
    expect(inLuck('丙子', '甲申 己巳 乙亥 乙酉').filter(kind => kind.includes('합'))).toEqual(['반합 year']);
    expect(inLuck('丙子', '甲申 己巳 甲辰 戊辰').filter(kind => kind.startsWith('삼합'))).toEqual([
      '삼합 year+day',
      '삼합 year+hour',
    ]);
  });

  test('are shared and frozen', () => {
    const [one] = luckRelations(indexOf('庚申'), sajuOf('甲寅 丁巳 乙亥 丙子'), DEFAULT_OPTIONS);
    const [other] = luckRelations(indexOf('庚申'), sajuOf('甲子 丁丑 乙亥 丙子'), DEFAULT_OPTIONS);
    expect(one).toBe(other);
    expect(Object.isFrozen(one) && Object.isFrozen(one!.with)).toBe(true);
  });
});
