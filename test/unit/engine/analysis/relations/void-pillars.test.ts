import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../../layers/saju-engine/src/analysis/reason.ts';
import { relations } from '../../../../../layers/saju-engine/src/analysis/relations/relations.ts';
import { voidPillars } from '../../../../../layers/saju-engine/src/analysis/relations/void-pillars.ts';
import { PILLAR_NAMES } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { voidBranches } from '../../../../../layers/saju-engine/src/analysis/void-branches.ts';
import { BRANCHES } from '../../../../../layers/saju-engine/src/calendar/branches.ts';
import { GAPJA } from '../../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { DEFAULT_OPTIONS } from '../../../../../layers/saju-engine/src/options.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';

const written = (text: string): string[] =>
  voidPillars(sajuOf(text)).map(
    ({ pillar, base, reasons }) => `${pillar} by ${base}: ${reasons.map(({ rule }) => rule).join(' ')}`,
  );

describe('void pillars (공망)', () => {
  test('are by the day, then by the year, and never the base itself', () => {
    // 甲子순 leaves 戌亥: the day pillar 乙丑 and the year pillar 丙寅 are both of it.
    expect(written('丙寅 戊戌 乙丑 丁亥')).toEqual([
      'month by day: gongmang',
      'hour by day: gongmang haegong_by_yukhap',
      'month by year: gongmang',
      'hour by year: gongmang haegong_by_yukhap',
    ]);
  });

  test.each([
    ['in 육합', '辛卯 戊戌 甲子 甲子', 'haegong_by_yukhap'],
    ['in 충', '壬辰 戊戌 甲子 甲子', 'haegong_by_chung'],
    ['in a complete 삼합', '丙寅 戊戌 甲子 庚午', 'haegong_by_samhap'],
  ])('are released when the branch is %s (해공)', (_, text, rule) => {
    const [month] = voidPillars(sajuOf(text)).filter(({ pillar, base }) => pillar === 'month' && base === 'day');
    expect(month!.released).toBe(true);
    expect(month!.reasons.map(reason => reason.rule)).toEqual(['gongmang', rule]);
  });

  test('are not released by a 반합', () => {
    const [month] = voidPillars(sajuOf('丙子 戊戌 甲子 庚午'));
    expect(month).toMatchObject({ pillar: 'month', base: 'day', released: false });
  });

  test('are those whose branch the base leaves void, released as the relations of the chart say, with facts that read back', () => {
    let released = 0;
    fc.assert(
      fc.property(anySaju, chart => {
        const whole = {
          pillars: Object.fromEntries(chart.pillars.map((index, n) => [PILLAR_NAMES[n]!, GAPJA[index]])),
        };
        const releasing = relations(chart, DEFAULT_OPTIONS).filter(({ code }) =>
          ['yukhap', 'samhap', 'chung'].includes(code),
        );
        const found = voidPillars(chart);
        const expected = (['day', 'year'] as const).flatMap(base => {
          const at = PILLAR_NAMES.indexOf(base);
          const empty = voidBranches(chart.pillars[at]!);
          return PILLAR_NAMES.filter(
            (_, position) => position !== at && empty.some(branch => branch === BRANCHES[chart.branches[position]!]),
          ).map(pillar => ({
            pillar,
            base,
            released: releasing.some(({ part, pillars }) => part === 'branch' && pillars.includes(pillar)),
          }));
        });
        expect(found).toMatchObject(expected);
        expect(found).toHaveLength(expected.length);
        for (const { reasons, ...rest } of found) {
          if (rest.released) released++;
          expect(reasons.length > 1).toBe(rest.released);
          for (const { facts } of reasons) {
            for (const { path, value } of facts) expect(factAt(whole, path), path).toBe(value);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(released).toBeGreaterThan(50);
  });
});
