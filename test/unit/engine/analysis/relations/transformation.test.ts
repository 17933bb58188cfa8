import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Relation, relations } from '../../../../../layers/saju-engine/src/analysis/relations/relations.ts';
import {
  dayStemYields,
  stemTransformation,
} from '../../../../../layers/saju-engine/src/analysis/relations/transformation.ts';
import { DAY, PILLAR_NAMES } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { ELEMENTS } from '../../../../../layers/saju-engine/src/calendar/elements.ts';
import { DEFAULT_OPTIONS, withDefaults } from '../../../../../layers/saju-engine/src/options.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';

/** What has to hold, and so the only rules that a transformed combination may give. */
const MET = new Set(
  `hap_adjacent hap_of_month hap_uncontested hap_uncontrolled hap_without_day_stem hap_day_stem_yields
   hap_day_stem_of_element hap_unclashed hap_set_with_month hap_set_center_unclashed`.split(/\s+/),
);

function first(text: string, code: Relation['code'], options = DEFAULT_OPTIONS): Relation {
  return relations(sajuOf(text), options).find(relation => relation.code === code)!;
}

/** The conditions that fail, each with the codes that it cites. */
function failures({ transformation }: Relation): string[] {
  return transformation!.reasons
    .filter(({ rule }) => !MET.has(rule))
    .map(
      ({ rule, facts }) => `${rule}: ${facts.map(({ path, value }) => `${path.split('.')[1]} ${value}`).join(', ')}`,
    );
}

describe('the transformation (합화)', () => {
  test('of stems needs all five conditions', () => {
    const { transformation, element } = first('己丑 甲戌 丙寅 戊戌', 'cheonganhap');
    expect(element).toBe('earth');
    expect(transformation!.status).toBe('transformed');
    expect(transformation!.reasons.map(({ rule }) => rule)).toEqual([
      'hap_adjacent',
      'hap_of_month',
      'hap_uncontested',
      'hap_uncontrolled',
      'hap_without_day_stem',
    ]);
  });

  test.each([
    ['they stand apart', '己丑 丙戌 丙寅 甲午', 'hap_apart: year gi, hour gap'],
    ['the month has neither the element nor its 삼합', '己丑 甲子 丙寅 戊戌', 'hap_against_month: month ja'],
    ['another stem claims one of them', '己丑 甲戌 丙寅 己亥', 'hap_contested: hour gi'],
    ['a stem controls the element', '己丑 甲戌 丙寅 乙未', 'hap_controlled: hour eul'],
    ['the day stem has a root', '甲戌 丁卯 壬午 甲辰', 'hap_of_day_stem: day im, hour jin'],
  ])('of stems fails when %s', (_, text, failure) => {
    const relation = first(text, 'cheonganhap');
    expect(relation.transformation!.status).toBe('combined');
    expect(failures(relation)).toEqual([failure]);
  });

  test("takes the month's 삼합 for the month's element: 戊癸 is fire in a month of 戌", () => {
    expect(first('癸巳 戊戌 丁卯 丙午', 'cheonganhap').transformation!.status).toBe('transformed');
  });

  test('takes the day stem along where no branch roots it or the element is its own (화격)', () => {
    const unrooted = first('甲戌 丁卯 壬午 甲寅', 'cheonganhap');
    expect([unrooted.transformation!.status, unrooted.transformation!.reasons.at(-1)!.rule]).toEqual([
      'transformed',
      'hap_day_stem_yields',
    ]);
    const own = first('丙寅 甲戌 己巳 戊辰', 'cheonganhap');
    expect([own.transformation!.status, own.transformation!.reasons.at(-1)!.rule]).toEqual([
      'transformed',
      'hap_day_stem_of_element',
    ]);
  });

  test("roots the day stem in 여기 only by 월률분야: 戊 hides in 亥's first days", () => {
    const chart = sajuOf('丁亥 丙午 戊子 癸亥');
    expect(dayStemYields(chart, 'wollyul')).toBe(false);
    // 午 hides 己 in both.
    expect(dayStemYields(chart, 'inwon')).toBe(false);
    const fire = '丁卯 癸亥 戊子 丁酉';
    expect(dayStemYields(sajuOf(fire), 'wollyul')).toBe(false);
    expect(dayStemYields(sajuOf(fire), 'inwon')).toBe(true);
    expect(failures(first(fire, 'cheonganhap', withDefaults({ hiddenStems: 'inwon' })))).toEqual([
      'hap_against_month: month hae',
    ]);
  });

  test.each([
    ['is of the month, by the 삼합 of 亥', '丙午 己亥 甲寅 丙子', []],
    ['stands apart', '丙午 己亥 甲子 丙寅', ['hap_apart: month hae, hour in']],
    ['is of the month, by the 삼합 of 亥', '丙寅 己亥 甲午 丙午', []],
    ['is of the month, by 寅 itself', '癸亥 甲寅 甲午 丙午', []],
    ['is not of the month', '丙午 庚戌 甲寅 乙亥', ['hap_against_month: month sul']],
    ['is in 충', '庚申 己亥 甲寅 丙子', ['hap_clashed: year sin']],
  ])('of a 육합 (寅亥) that %s (%s)', (_, text, failed) => {
    const relation = first(text, 'yukhap');
    expect(relation.element).toBe('wood');
    expect(failures(relation)).toEqual(failed);
    expect(relation.transformation!.status).toBe(failed.length === 0 ? 'transformed' : 'combined');
  });

  test.each([
    ['with the month', 'samhap', '甲申 丙子 戊辰 癸丑', []],
    ['with the month in another pillar', 'samhap', '甲子 丙子 戊辰 甲申', []],
    ['without the month', 'samhap', '甲申 丁丑 戊辰 壬子', ['hap_set_without_month: month chuk']],
    ['with its 왕지 in 충', 'samhap', '甲申 丙子 戊辰 戊午', ['hap_set_center_clashed: hour o']],
    ['with another branch in 충', 'samhap', '甲申 丙子 戊辰 甲寅', []],
    ['with its 왕지 in 충', 'banghap', '甲寅 丁卯 己酉 戊辰', ['hap_set_center_clashed: day yu']],
    ['with the month', 'banghap', '甲寅 丁卯 己巳 戊辰', []],
  ] as const)('of a complete set %s (%s, %s)', (_, code, text, failed) => {
    const relation = first(text, code);
    expect(failures(relation)).toEqual(failed);
    expect(relation.transformation!.status).toBe(failed.length === 0 ? 'transformed' : 'combined');
  });

  test('of a 반합 never comes about, not even with the 왕지 in the month', () => {
    const half = first('甲申 丙子 丙寅 戊戌', 'banhap');
    expect(half.transformation!.status).toBe('combined');
    expect(failures(half)).toEqual(['hap_half_set: year sin, month ja']);
  });

  test('comes about exactly where no condition fails', () => {
    let transformed = 0;
    fc.assert(
      fc.property(anySaju, chart => {
        for (const relation of relations(chart, DEFAULT_OPTIONS)) {
          if (relation.transformation === null) continue;
          const isTransformed = relation.transformation.status === 'transformed';
          expect(failures(relation).length === 0).toBe(isTransformed);
          if (isTransformed) transformed++;
        }
      }),
      { numRuns: 500 },
    );
    expect(transformed).toBeGreaterThan(20);
  });

  test('of stems, by its conditions, is what the relations say', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const found = relations(chart, DEFAULT_OPTIONS).filter(({ code }) => code === 'cheonganhap');
        let count = 0;
        for (let one = 0; one < chart.stems.length; one++) {
          for (let other = one + 1; other < chart.stems.length; other++) {
            const conditions = stemTransformation(chart, one, other);
            expect(stemTransformation(chart, other, one)).toEqual(conditions);
            if (conditions === null) continue;
            const relation = found[count++]!;
            const { element, adjacent, ofMonth, uncontested, uncontrolled } = conditions;
            expect(relation.pillars).toEqual([PILLAR_NAMES[one], PILLAR_NAMES[other]]);
            expect(relation.element).toBe(ELEMENTS[element]!.code);
            const free = (one !== DAY && other !== DAY) || dayStemYields(chart, 'wollyul');
            expect(relation.transformation!.reasons.map(({ rule }) => MET.has(rule))).toEqual([
              adjacent,
              ofMonth,
              uncontested,
              uncontrolled,
              free,
            ]);
          }
        }
        expect(count).toBe(found.length);
      }),
    );
  });
});
