import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pattern } from '../../../../../layers/saju-engine/src/analysis/pattern/pattern.ts';
import {
  FOLLOWING_PATTERNS,
  OWN_MONTH_PATTERNS,
  SINGLE_ELEMENT_PATTERNS,
  TEN_GOD_PATTERNS,
  TRANSFORMED_PATTERNS,
} from '../../../../../layers/saju-engine/src/analysis/pattern/pattern-terms.ts';
import { factAt } from '../../../../../layers/saju-engine/src/analysis/reason.ts';
import type { StemWeights } from '../../../../../layers/saju-engine/src/analysis/strength/stem-weights.ts';
import { strength } from '../../../../../layers/saju-engine/src/analysis/strength/strength.ts';
import { tenGodsStrength } from '../../../../../layers/saju-engine/src/analysis/strength/ten-gods-strength.ts';
import { BRANCHES } from '../../../../../layers/saju-engine/src/calendar/branches.ts';
import { gapjaIndex } from '../../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { STEMS } from '../../../../../layers/saju-engine/src/calendar/stems.ts';
import { DEFAULT_OPTIONS, type Options } from '../../../../../layers/saju-engine/src/options.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';
import { readPillars, rules } from '../read-pillars.ts';

function patternOf(pillars: string, options?: Partial<Options>) {
  return readPillars(pillars, options).pattern;
}

/** The pattern of a chart whose weights are said to be others, for thresholds that no chart meets exactly. */
function patternWithWeights(pillars: string, units: Readonly<Record<string, number>>) {
  const saju = sajuOf(pillars);
  const byStem = STEMS.map(({ hanja }) => units[hanja] ?? 0);
  const weights: StemWeights = { byStem, total: byStem.reduce((sum, unit) => sum + unit, 0), school: 'wollyul' };
  return pattern(saju, weights, strength(saju, weights, tenGodsStrength(saju, weights)), [], DEFAULT_OPTIONS);
}

describe('화격', () => {
  test.each([
    // The day stem, its 합 beside it, the element the month's by 정기 or 삼합; no second claimant, no stem that controls it,
    // no root of the day stem.
    ['丙午 辛丑 甲戌 己巳', '화토격', 'earth'],
    ['戊戌 庚申 乙巳 辛巳', '화금격', 'metal'],
    // 庚 becomes what it is: it may have roots.
    ['癸酉 辛酉 庚申 乙酉', '화금격', 'metal'],
    ['壬子 辛亥 丙申 壬辰', '화수격', 'water'],
    ['己卯 丁卯 壬午 癸卯', '화목격', 'wood'],
    ['丙戌 甲午 癸巳 戊午', '화화격', 'fire'],
  ])('%s is %s', (pillars, hangul, element) => {
    expect(patternOf(pillars)).toMatchObject({ hangul, element, group: 'outer', tenGod: null, state: null });
  });

  test.each([
    ['a root of 甲, 乙 in 未', '丙午 辛丑 甲戌 己巳', '丁未 癸丑 甲戌 己巳', 'ga_hwagyeok_rooted'],
    ['a second 己', '丙午 辛丑 甲戌 己巳', '己巳 丁丑 甲戌 己巳', 'ga_hwagyeok_contested'],
    ['wood, which controls earth', '丙午 辛丑 甲戌 己巳', '乙巳 己丑 甲戌 庚午', 'ga_hwagyeok_controlled'],
  ])('fails by %s, and is noted', (_, whole, failing, rule) => {
    expect(rules(patternOf(whole).notes)).not.toContain(rule);
    const { hangul, notes } = patternOf(failing);
    expect(hangul).not.toBe('화토격');
    expect(rules(notes)).toContain(rule);
  });

  test('is neither found nor noted where the month does not bear the element', () => {
    // 子 is water by 정기 and by 삼합.
    const { group, notes } = patternOf('丙午 庚子 甲戌 己巳');
    expect([group, ...rules(notes)]).toEqual(['inner']);
  });
});

describe('일행득기격', () => {
  test.each([
    // A whole set with the month in it.
    ['甲寅 丁卯 甲寅 戊辰', '곡직격', 'ilhaengdeukgi_by_set'],
    ['乙未 己卯 乙亥 癸未', '곡직격', 'ilhaengdeukgi_by_set'],
    // 辰 of 申子辰 is 관성 of water by its 정기, and part of the set: the example of 三命通會.
    ['庚子 庚辰 壬申 辛亥', '윤하격', 'ilhaengdeukgi_by_set'],
    ['辛亥 辛丑 壬子 庚子', '윤하격', 'ilhaengdeukgi_by_set'],
    ['辛酉 癸巳 辛丑 戊子', '종혁격', 'ilhaengdeukgi_by_set'],
    // Three branches by 정기, the month's among them.
    ['丁巳 丙午 丙寅 甲午', '염상격', 'ilhaengdeukgi_by_branches'],
    ['戊戌 己未 戊辰 癸丑', '가색격', 'ilhaengdeukgi_by_branches'],
  ])('%s is %s', (pillars, hangul, rule) => {
    const found = patternOf(pillars);
    expect(found).toMatchObject({ hangul, group: 'outer', tenGod: null, state: null });
    expect(rules(found.reasons)).toEqual([rule, 'ilhaengdeukgi_without_officer']);
  });

  test.each([
    ['a visible 庚', '庚寅 丁卯 甲寅 戊辰'],
    ['酉, whose 정기 is metal', '乙酉 戊寅 甲辰 丁卯'],
    ['寅 beside the three branches of earth', '戊戌 己未 戊辰 甲寅'],
  ])('fails by 관성: %s, and is noted', (_, pillars) => {
    const { group, notes } = patternOf(pillars);
    expect(group).toBe('inner');
    expect(rules(notes)).toContain('ga_ilhaengdeukgi');
  });

  test('needs the month in it', () => {
    // 寅卯辰 without the month 子; three of 辰戌丑未 without the month 午.
    expect(patternOf('甲寅 丙子 甲辰 丁卯').group).toBe('inner');
    expect(patternOf('戊戌 戊午 戊辰 癸丑').group).toBe('inner');
  });

  test('is found without the hour', () => {
    expect(patternOf('甲寅 丁卯 甲辰').hangul).toBe('곡직격');
  });
});

describe('종격', () => {
  test.each([
    // Wood 48 and water 45 of 100, nothing else visible; two branches of wood make no 곡직격.
    ['壬子 癸卯 甲寅 甲子', '종왕격', 'wood'],
    // Water 75, wood 18.
    ['壬子 壬子 甲寅 甲子', '종강격', 'water'],
    // 辰 gives 9 of earth to metal; water has over 45 % of the rest.
    ['壬子 壬子 辛卯 壬辰', '종아격', 'water'],
    ['甲寅 丁卯 庚寅 丁亥', '종재격', 'wood'],
    ['辛酉 丁酉 乙酉 乙酉', '종살격', 'metal'],
    // Of 식상, 재성 and 관성 none has over 45 %: wealth reconciles them.
    ['丙子 辛丑 丙申 戊子', '종세격', 'metal'],
  ])('%s is %s', (pillars, hangul, element) => {
    expect(patternOf(pillars)).toMatchObject({ hangul, element, group: 'outer', tenGod: null, state: null });
  });

  test('of the strong begins at P = 85', () => {
    // The month of 寅 and its 정기 are the same in both: only the weights say what is followed.
    const strong = (support: number) => patternWithWeights('壬子 癸卯 甲寅 甲子', { 甲: support, 戊: 3000 - support });
    expect(strong(2550).hangul).toBe('종왕격');
    expect(strong(2549).group).toBe('inner');
  });

  test('of the weak ends at P = 12', () => {
    const weak = (support: number) => patternWithWeights('辛酉 丁酉 乙酉 乙酉', { 乙: support, 辛: 3000 - support });
    expect(weak(360).hangul).toBe('종살격');
    expect(weak(361).group).toBe('inner');
  });

  test('of the strong goes by 비겁 where it equals 인성', () => {
    const strong = (own: number, bearer: number) => patternWithWeights('壬子 癸卯 甲寅 甲子', { 甲: own, 壬: bearer });
    expect(strong(1500, 1500).hangul).toBe('종왕격');
    expect(strong(1499, 1501).hangul).toBe('종강격');
  });

  test('follows one of three only above 45 % of the three, and alone at the top', () => {
    const weak = (officer: number, wealth: number, output: number) =>
      patternWithWeights('辛酉 丁酉 乙酉 乙酉', { 辛: officer, 己: wealth, 丁: output }).hangul;
    expect(weak(1350, 900, 750)).toBe('종세격');
    expect(weak(1351, 900, 749)).toBe('종살격');
    expect(weak(800, 1351, 849)).toBe('종재격');
    expect(weak(800, 849, 1351)).toBe('종아격');
    expect(weak(1400, 1400, 200)).toBe('종세격');
  });

  test.each([
    // 戊 visible: wealth opposes.
    ['壬子 癸卯 甲寅 戊辰', { 甲: 2600, 戊: 400 }, 'ga_jongwanggyeok'],
    // 亥 roots 乙.
    ['辛酉 丁酉 乙酉 丁亥', { 辛: 2700, 甲: 300 }, 'ga_jongsalgyeok'],
    // 癸 visible helps 乙.
    ['癸酉 辛酉 乙酉 乙酉', { 辛: 2700, 癸: 300 }, 'ga_jongsalgyeok'],
  ])('one condition short (%s) is noted, and the month names the pattern', (pillars, units, rule) => {
    const { group, notes } = patternWithWeights(pillars, units);
    expect([group, ...rules(notes)]).toEqual(['inner', rule]);
  });

  test('two conditions short is not noted', () => {
    expect(patternWithWeights('癸酉 辛酉 乙酉 丁亥', { 辛: 2700, 癸: 300 }).notes).toEqual([]);
  });
});

describe('건록격, 양인격 and 월겁격', () => {
  const stemsOf = (row: string) => [...row].map(hanja => STEMS.findIndex(stem => stem.hanja === hanja));
  const branchesOf = (row: string) => [...row].map(hanja => BRANCHES.findIndex(branch => branch.hanja === hanja));

  /** The pattern of a day stem in a month, of charts in which no outer pattern is near: all four stems and branches vary. */
  function inMonth(day: number, branch: number): string[] {
    const found = new Set<string>();
    for (let year = 0; year < 60; year++) {
      const month = gapjaIndex(branch % 2, branch);
      const { pattern } = readPillars({
        pillars: [year, month, gapjaIndex(day, day % 2), gapjaIndex(year % 10, year % 2)],
        stems: [year % 10, branch % 2, day, year % 10],
        branches: [year % 12, branch, day % 2, year % 2],
        dayStem: day,
      });
      if (pattern.group === 'inner') found.add(pattern.hangul);
    }
    return [...found];
  }

  test('건록 of the ten day stems, 양인 of the five yang ones', () => {
    const geollok = branchesOf('寅卯巳午巳午申酉亥子');
    for (let day = 0; day < 10; day++) expect(inMonth(day, geollok[day]!), STEMS[day]!.hanja).toEqual(['건록격']);
    const yang = stemsOf('甲丙戊庚壬');
    const yangin = branchesOf('卯午午酉子');
    for (const [n, day] of yang.entries()) expect(inMonth(day, yangin[n]!), STEMS[day]!.hanja).toEqual(['양인격']);
  });

  test('월겁 of the yin stems in the month before their 건록, but of earth', () => {
    const days = stemsOf('乙丁辛癸');
    const months = branchesOf('寅巳申亥');
    for (const [n, day] of days.entries()) expect(inMonth(day, months[n]!), STEMS[day]!.hanja).toEqual(['월겁격']);
  });

  test('of earth in 辰戌丑未, a visible other hidden stem goes before 월겁격', () => {
    // 辰 hides 乙 癸 戊; 甲 and 辛 are none of these.
    expect(patternOf('甲辰 戊辰 己丑 辛未').hangul).toBe('월겁격');
    const { hangul, mixed, reasons } = patternOf('乙丑 庚辰 己酉 戊辰');
    expect([hangul, mixed]).toEqual(['편관격', true]);
    expect(rules(reasons).slice(0, 2)).toEqual(['bigyeop_names_no_pattern', 'other_hidden_stem_visible']);
  });

  test('are named by no ten god', () => {
    for (const pillars of ['庚午 戊寅 甲午 乙亥', '乙丑 己卯 甲午 庚午', '甲辰 戊辰 己丑 辛未']) {
      expect(patternOf(pillars)).toMatchObject({ group: 'inner', tenGod: null, element: null });
    }
  });
});

describe('an inner pattern', () => {
  test.each([
    // 정기 visible: 辛 of 酉, though 庚 is visible too.
    ['庚午 辛酉 甲午 戊辰', '정관격', ['jeonggi_visible']],
    // 庚 of 酉 alone visible.
    ['庚午 癸酉 甲午 戊辰', '편관격', ['jeonggi_not_visible', 'other_hidden_stem_visible']],
    // 丙 and 戊 of 寅 visible, seven days each: 중기 丙.
    ['丙辰 庚寅 辛酉 戊子', '정관격', ['jeonggi_not_visible', 'other_hidden_stem_visible']],
    // 乙 (9 days) and 癸 (3) of 辰 visible.
    ['乙丑 庚辰 丁酉 癸卯', '편인격', ['jeonggi_not_visible', 'other_hidden_stem_visible']],
    // None of 酉 visible.
    ['丙午 丁酉 甲午 戊辰', '정관격', ['jeonggi_not_visible', 'jeonggi_by_default']],
    // Of 亥 only 甲 is visible, which is the day stem's own.
    ['甲子 乙亥 甲午 庚午', '편인격', ['jeonggi_not_visible', 'jeonggi_by_default']],
  ])('%s is %s', (pillars, hangul, because) => {
    const { group, hangul: ours, element, reasons } = patternOf(pillars);
    expect([group, ours, element]).toEqual(['inner', hangul, null]);
    expect(rules(reasons).slice(0, -1)).toEqual(because);
  });

  test('goes by the hidden stems of the school', () => {
    // inwon: 庚 is not in 酉; in 辰 癸 (30 %) comes before 乙 (10 %).
    expect(patternOf('庚午 癸酉 甲午 戊辰', { hiddenStems: 'inwon' }).hangul).toBe('정관격');
    expect(patternOf('乙丑 庚辰 丁酉 癸卯', { hiddenStems: 'inwon' }).hangul).toBe('편관격');
  });

  test('is mixed (잡기) in 辰戌丑未 alone', () => {
    fc.assert(
      fc.property(anySaju, saju => {
        expect(readPillars(saju).pattern.mixed).toBe('辰戌丑未'.includes(BRANCHES[saju.branches[1]!]!.hanja));
      }),
    );
  });
});

describe('회국', () => {
  test('is noted, and names the pattern only by option', () => {
    // 亥卯未 with the month 未, whose own 己 is visible; 甲 alone of wood is visible.
    const pillars = '癸亥 己未 丁卯 甲辰';
    expect(patternOf(pillars)).toMatchObject({ hangul: '식신격', notes: [{ rule: 'hoeguk' }] });
    const renamed = patternOf(pillars, { hoeguk: 'rename' });
    expect(renamed).toMatchObject({ hangul: '정인격', tenGod: { hangul: '정인' }, notes: [{ rule: 'hoeguk' }] });
    expect(rules(renamed.reasons)).toContain('hoeguk_renames');
  });

  test('takes the 정기 of the 왕지 where neither stem of its element is visible', () => {
    expect(patternOf('癸卯 癸亥 丁未 丙午').hangul).toBe('정관격');
    expect(patternOf('癸卯 癸亥 丁未 丙午', { hoeguk: 'rename' }).hangul).toBe('편인격');
  });

  test('of the day stem’s own element makes 월겁격', () => {
    // 寅午戌 of 丙, no 염상격 for the visible 壬.
    expect(patternOf('庚戌 戊寅 丙午 壬辰').hangul).toBe('식신격');
    expect(patternOf('庚戌 戊寅 丙午 壬辰', { hoeguk: 'rename' })).toMatchObject({ hangul: '월겁격', tenGod: null });
  });

  test('renames nothing where 酉 breaks 卯, or the pattern is of its family already', () => {
    expect(patternOf('癸亥 己未 丁卯 己酉', { hoeguk: 'rename' })).toMatchObject({
      hangul: '식신격',
      notes: [{ rule: 'hoeguk' }],
    });
    // 巳酉丑 in a month of 酉: 관성 already.
    expect(patternOf('丁丑 己酉 甲午 己巳', { hoeguk: 'rename' }).reasons.map(({ rule }) => rule)).not.toContain(
      'hoeguk_renames',
    );
  });
});

describe('성패 of an inner pattern', () => {
  test.each([
    ['정관격', '戊辰 辛酉 甲午 戊辰', 'formed', 'pattern_unthreatened'],
    // 丁
    ['정관격', '丁巳 辛酉 甲午 戊辰', 'broken', 'sanggwan_gyeongwan'],
    // 丁, checked by 壬
    ['정관격', '丁巳 辛酉 甲午 壬申', 'formed', 'pattern_remedied'],
    // 庚
    ['정관격', '庚午 辛酉 甲午 戊辰', 'broken', 'gwansal_honjap'],
    // 丙
    ['편관격', '丙寅 庚申 甲午 丙寅', 'formed', 'pattern_need_met'],
    // 戊 feeds the killer, 丙 checks it
    ['편관격', '丙寅 庚申 甲午 戊辰', 'formed', 'pattern_remedied'],
    ['편관격', '戊辰 庚申 甲午 戊辰', 'broken', 'jaesaengsal'],
    ['편관격', '甲辰 庚申 甲午 甲子', 'broken', 'chilsal_muje'],
    // 甲 alone
    ['정재격', '甲子 戊辰 乙巳 辛巳', 'formed', 'pattern_unthreatened'],
    // 甲 and 乙
    ['정재격', '甲子 戊辰 乙巳 乙酉', 'broken', 'gungeop_jaengjae'],
    // 甲 and 甲, led on by 丁
    ['정재격', '甲子 甲辰 乙酉 丁亥', 'formed', 'pattern_remedied'],
    ['편재격', '甲子 戊辰 甲午 甲子', 'broken', 'gungeop_jaengjae'],
    ['정인격', '丙寅 丙子 甲午 癸酉', 'formed', 'pattern_unthreatened'],
    // 戊
    ['정인격', '戊辰 丙子 甲午 癸酉', 'broken', 'tamjae_goein'],
    // 戊, led on by 庚
    ['정인격', '戊辰 庚子 甲午 癸酉', 'formed', 'pattern_remedied'],
    ['편인격', '戊辰 癸亥 甲午 壬申', 'broken', 'tamjae_goein'],
    // 壬
    ['식신격', '壬子 丁巳 甲午 丙寅', 'broken', 'hyosin_talsik'],
    // 壬, controlled by 己
    ['식신격', '壬子 己巳 甲午 丙寅', 'formed', 'pattern_remedied'],
    // 辛
    ['상관격', '辛未 甲午 甲辰 丁卯', 'broken', 'sanggwan_gyeongwan'],
    // 辛, led on by 壬
    ['상관격', '辛未 壬午 甲辰 丁卯', 'formed', 'pattern_remedied'],
    // 庚 is not 정관
    ['상관격', '庚午 甲午 甲辰 丁卯', 'formed', 'pattern_unthreatened'],
    ['건록격', '甲子 甲寅 甲午 乙亥', 'broken', 'nokgeop_muyong'],
    ['건록격', '庚午 戊寅 甲午 乙亥', 'formed', 'pattern_need_met'],
    ['양인격', '丁丑 癸卯 甲午 乙亥', 'formed', 'pattern_need_met'],
    ['월겁격', '乙丑 戊寅 乙酉 己卯', 'formed', 'pattern_need_met'],
  ])('%s, %s: %s by %s', (hangul, pillars, state, rule) => {
    const found = patternOf(pillars);
    expect([found.hangul, found.state, rules(found.reasons).at(-1)]).toEqual([hangul, state, rule]);
  });
});

describe('every pattern', () => {
  test('rests on facts that stand in the chart', () => {
    fc.assert(
      fc.property(
        anySaju,
        fc.constantFrom('wollyul', 'inwon'),
        fc.constantFrom('note', 'rename'),
        (saju, school, hoeguk) => {
          const chart = readPillars(saju, { hiddenStems: school, hoeguk });
          const { reasons, notes } = chart.pattern;
          expect(reasons.length).toBeGreaterThan(0);
          for (const { rule, facts } of [...reasons, ...notes]) {
            expect(facts.length, rule).toBeGreaterThan(0);
            for (const { path, value } of facts) expect(factAt(chart, path), `${rule} ${path}`).toBe(value);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('has a state and no element if inner, an element and no state if outer; all 27 are found', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(anySaju, saju => {
        const { group, tenGod, element, state, code } = readPillars(saju).pattern;
        found.add(code);
        expect([element !== null, state === null]).toEqual([group === 'outer', group === 'outer']);
        if (tenGod !== null) expect(code).toBe(`${tenGod.code}gyeok`);
      }),
      { numRuns: 20_000 },
    );
    const all = [
      TRANSFORMED_PATTERNS,
      SINGLE_ELEMENT_PATTERNS,
      FOLLOWING_PATTERNS,
      OWN_MONTH_PATTERNS,
      TEN_GOD_PATTERNS,
    ];
    expect([...found].sort()).toEqual(all.flatMap(terms => terms.map(({ code }) => code)).sort());
  });

  test('names are unique', () => {
    const all = [
      ...TRANSFORMED_PATTERNS,
      ...SINGLE_ELEMENT_PATTERNS,
      ...FOLLOWING_PATTERNS,
      ...OWN_MONTH_PATTERNS,
      ...TEN_GOD_PATTERNS,
    ];
    expect(all).toHaveLength(27);
    for (const key of ['code', 'hangul', 'hanja', 'english'] as const) {
      expect(new Set(all.map(term => term[key])).size, key).toBe(27);
    }
  });
});
