import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../../layers/saju-engine/src/analysis/reason.ts';
import { RELATION_KINDS } from '../../../../../layers/saju-engine/src/analysis/relations/relation-kinds.ts';
import { type Relation, relations } from '../../../../../layers/saju-engine/src/analysis/relations/relations.ts';
import { PILLAR_NAMES, type PillarName, type Saju } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { GAPJA } from '../../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { DEFAULT_OPTIONS, withDefaults } from '../../../../../layers/saju-engine/src/options.ts';
import { referenceCases } from '../../reference.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { anySaju } from '../random-saju.ts';

interface Expected {
  readonly expected: {
    readonly pillars: readonly string[];
    /** Pairs by the letters of their pillars (`ym`), 삼합 and 방합 by their branches. */
    readonly relations: Readonly<Record<string, readonly string[]>>;
  };
}

const LETTERS: Readonly<Record<PillarName, string>> = { year: 'y', month: 'm', day: 'd', hour: 'h' };
const SETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  samhap: { water: '申子辰', wood: '亥卯未', fire: '寅午戌', metal: '巳酉丑' },
  banghap: { water: '亥子丑', wood: '寅卯辰', fire: '巳午未', metal: '申酉戌' },
};
const REFERENCE_KINDS = '천간합 천간충 육합 반합 충 형 파 해 귀문 원진 삼합 방합'.split(' ');

const lettersOf = (pillars: readonly PillarName[]): string => pillars.map(name => LETTERS[name]).join('');

/** As the reference writes relations. It keeps the 반합 that a complete 삼합 swallows: these are put back. */
function asReference(chart: Saju, found: readonly Relation[]): Record<string, readonly string[]> {
  const written: Record<string, Set<string>> = {};
  const add = (kind: string, what: string): void => {
    written[kind] ??= new Set();
    written[kind].add(what);
  };
  for (const { code, hangul, pillars, element } of found) {
    if (!REFERENCE_KINDS.includes(hangul)) continue;
    add(hangul, SETS[code]?.[element!] ?? lettersOf(pillars));
    if (code !== 'samhap') continue;
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const pair = [pillars[one]!, pillars[other]!];
      const branches = pair.map(name => chart.branches[PILLAR_NAMES.indexOf(name)]!);
      if (branches.some(branch => branch % 3 === 0)) add('반합', lettersOf(pair));
    }
  }
  return Object.fromEntries(Object.entries(written).map(([kind, pairs]) => [kind, [...pairs].sort(inOrder)]));
}

const inOrder = (one: string, other: string): number => rank(one) - rank(other);
const rank = (pair: string): number => 4 * 'ymdh'.indexOf(pair[0]!) + 'ymdh'.indexOf(pair[1]!);

const kindsIn = (text: string): string[] =>
  relations(sajuOf(text), DEFAULT_OPTIONS).map(({ hangul, pillars }) => `${hangul} ${lettersOf(pillars)}`);

describe('relations of a chart', () => {
  test('are those of all 180 reference cases, and no others of the same kinds', () => {
    const met = new Set<string>();
    for (const { id, expected } of referenceCases<Expected>('analysis-cases.json')) {
      const chart = sajuOf(expected.pillars.join(' '));
      expect(asReference(chart, relations(chart, DEFAULT_OPTIONS)), id).toEqual(expected.relations);
      for (const kind of Object.keys(expected.relations)) met.add(kind);
    }
    expect([...met].sort()).toEqual([...REFERENCE_KINDS].sort());
  });

  test('list stems first, then branches, then complete sets, each from the year on', () => {
    expect(kindsIn('甲申 己巳 庚寅 丙子')).toEqual([
      '천간합 ym',
      '천간충 yd',
      '육합 ym',
      '형 ym',
      '파 ym',
      '충 yd',
      '형 yd',
      '반합 yh',
      '형 md',
      '해 md',
      '삼형 ymd',
    ]);
  });

  test('have a 삼합 in place of its 반합 and 공합, once for every three pillars that make it', () => {
    expect(kindsIn('甲申 丙子 戊辰 壬子').filter(kind => /합/.test(kind))).toEqual(['삼합 ymd', '삼합 ydh']);
    expect(kindsIn('甲申 丙子 丙寅 壬辰')).toContain('삼합 ymh');
    expect(kindsIn('甲申 丙子 丙寅 壬子')).toEqual(expect.arrayContaining(['반합 ym', '반합 yh']));
  });

  test('keep 반합 to pairs with the 왕지; the other two make 공합, without an element', () => {
    const found = relations(sajuOf('甲申 戊辰 壬子 甲辰'), DEFAULT_OPTIONS);
    expect(found.filter(({ code }) => code === 'banhap' || code === 'gonghap')).toEqual([]);
    const [arch] = relations(sajuOf('甲申 戊辰 甲戌 乙亥'), DEFAULT_OPTIONS).filter(({ code }) => code === 'gonghap');
    expect(arch).toMatchObject({ pillars: ['year', 'month'], element: null, transformation: null });
  });

  test('have 방합 only with all three, and 삼형 besides its pairs', () => {
    expect(kindsIn('甲寅 丁卯 丙子 壬辰')).toContain('방합 ymh');
    expect(kindsIn('甲寅 丁卯 丙子 壬子').join()).not.toContain('방합');
    const [set] = relations(sajuOf('乙丑 丙戌 辛未 戊子'), DEFAULT_OPTIONS).filter(({ code }) => code === 'samhyeong');
    expect(set).toMatchObject({ pillars: ['year', 'month', 'day'], distance: 2, element: null });
    expect(set!.form!.hangul).toBe('지세지형');
    expect(kindsIn('乙丑 丙戌 辛未 戊子').filter(kind => kind.startsWith('형'))).toHaveLength(3);
  });

  test('give 午未 the element of the school', () => {
    const of = (omiHap: 'fire' | 'earth' | 'none') =>
      relations(sajuOf('甲子 庚午 辛未 戊子'), withDefaults({ omiHap })).find(({ code }) => code === 'yukhap')!;
    expect([of('fire').element, of('earth').element, of('none').element]).toEqual(['fire', 'earth', null]);
    expect(of('fire').transformation!.status).toBe('combined');
    expect(of('none').transformation).toBeNull();
  });

  test.each([
    ['a 육합 as near as the striking branch', '乙丑 丙子 庚午 己卯', true, ['year.branch chuk']],
    ['a 육합 nearer', '丙午 乙未 庚子 甲申', true, ['month.branch mi']],
    ['a 육합 farther', '乙丑 己卯 丙子 甲午', false, []],
    ['a 삼합 of which one is near', '乙亥 己卯 癸酉 己未', true, ['year.branch hae', 'hour.branch mi']],
    ['a 삼합 of which both are farther', '丁卯 己酉 丁未 辛亥', false, []],
    ['a 반합', '乙亥 己卯 癸酉 壬子', false, []],
    ['no 합', '甲子 庚午 丙寅 戊子', false, []],
  ])('forget a 충 because of %s (탐합망충) or not', (_, text, forgotten, partners) => {
    const clash = relations(sajuOf(text), DEFAULT_OPTIONS).find(({ code }) => code === 'chung')!;
    expect(clash.forgotten).toBe(forgotten);
    expect(clash.reason.facts.slice(2).map(({ path, value }) => `${path.slice(8)} ${value}`)).toEqual(partners);
  });

  test('cite facts that read back, of the pillars that they name, under the rule of their kind', () => {
    const codes = new Set(RELATION_KINDS.map(({ code }) => code));
    fc.assert(
      fc.property(anySaju, chart => {
        const whole = {
          pillars: Object.fromEntries(chart.pillars.map((index, n) => [PILLAR_NAMES[n]!, GAPJA[index]])),
        };
        for (const { code, part, pillars, distance, forgotten, reason, transformation } of relations(
          chart,
          DEFAULT_OPTIONS,
        )) {
          expect(codes.has(code)).toBe(true);
          expect(reason.rule).toBe(code);
          expect(reason.facts.slice(0, pillars.length).map(({ path }) => path)).toEqual(
            pillars.map(name => `pillars.${name}.${part}`),
          );
          expect(reason.facts.length > pillars.length).toBe(forgotten);
          expect(distance).toBe(PILLAR_NAMES.indexOf(pillars.at(-1)!) - PILLAR_NAMES.indexOf(pillars[0]!));
          for (const { facts } of [reason, ...(transformation?.reasons ?? [])]) {
            for (const { path, value } of facts) expect(factAt(whole, path), path).toBe(value);
          }
        }
      }),
    );
  });

  test('have an element when they are combinations that aim at one, and then a transformation', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        for (const { code, element, transformation } of relations(chart, DEFAULT_OPTIONS)) {
          expect(element !== null).toBe(['cheonganhap', 'yukhap', 'samhap', 'banhap', 'banghap'].includes(code));
          expect(transformation !== null).toBe(element !== null);
        }
      }),
    );
  });

  test('are made for each chart, of facts that are shared and frozen', () => {
    const of = (text: string) => relations(sajuOf(text), DEFAULT_OPTIONS).filter(({ code }) => code === 'hae');
    const [one] = of('甲子 辛未 丙寅 戊戌');
    const [other] = of('甲子 辛未 丁丑 辛丑');
    expect(one).toEqual(other);
    expect(one).not.toBe(other);
    expect(one!.reason.facts.map((fact, n) => fact === other!.reason.facts[n] && Object.isFrozen(fact))).toEqual([
      true,
      true,
    ]);
  });
});
