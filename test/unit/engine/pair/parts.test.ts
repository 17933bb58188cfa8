import { describe, expect, test } from 'vitest';
import { BRANCHES } from '../../../../layers/saju-engine/src/calendar/branches.ts';
import { GAPJA } from '../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { STEMS } from '../../../../layers/saju-engine/src/calendar/stems.ts';
import { compatibilityOf } from '../../../../layers/saju-engine/src/pair/compatibility.ts';
import type { PartCode } from '../../../../layers/saju-engine/src/pair/part.ts';
import type { Person } from '../../../../layers/saju-engine/src/pair/person.ts';
import { pairOf, personBy } from './people.ts';

const partOf = (code: PartCode, a: Person, b: Person) => compatibilityOf(a, b).parts.find(part => part.code === code)!;

/** `甲己 乙庚` as its pairs of signs, in both orders. */
const bothOrders = (pairs: string) =>
  pairs.split(/\s+/).flatMap(pair => {
    const [first = '', second = ''] = pair;
    return first === second
      ? [[first, second]]
      : [
          [first, second],
          [second, first],
        ];
  });

const DAY_STEMS: readonly [name: string, points: number, rule: string, pairs: string][] = [
  ['천간합', 20, 'hap', '甲己 乙庚 丙辛 丁壬 戊癸'],
  [
    '상생',
    15,
    'sangsaeng',
    '甲丙 甲丁 乙丙 乙丁 丙戊 丙己 丁戊 丁己 戊庚 戊辛 己庚 己辛 庚壬 庚癸 辛壬 辛癸 壬甲 壬乙 癸甲 癸乙',
  ],
  ['비화', 11, 'bihwa', '甲乙 丙丁 戊己 庚辛 壬癸'],
  ['same stem', 9, 'same', '甲甲 乙乙 丙丙 丁丁 戊戊 己己 庚庚 辛辛 壬壬 癸癸'],
  ['정재·정관 극', 10, 'jeonggeuk', '甲辛 乙戊 丙癸 丁庚 己壬'],
  ['편극', 6, 'pyeongeuk', '甲戊 乙己 丙庚 丁辛 戊壬 己癸'],
  ['천간충', 3, 'chung', '甲庚 乙辛 丙壬 丁癸'],
];

describe('일간, out of 20', () => {
  test.each(DAY_STEMS)('%s gives %d', (_name, points, rule, pairs) => {
    for (const [first = '', second = ''] of bothOrders(pairs)) {
      const a = personBy(`甲子 甲子 ${pairOf(first).hanja} 甲子`);
      const b = personBy(`甲子 甲子 ${pairOf(second).hanja} 甲子`);
      const part = partOf('ilgan', a, b);
      expect([first + second, part.score]).toEqual([first + second, points]);
      expect(part.reasons.map(reason => reason.rule)).toEqual([`day_stems_${rule}`]);
    }
  });

  test('every two stems are in one row', () => {
    const rows = DAY_STEMS.flatMap(([, , , pairs]) => bothOrders(pairs).map(pair => pair.join('')));
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBe(STEMS.length ** 2);
  });
});

const BRANCH_PAIRS: readonly [name: string, day: number, year: number, rules: string, pairs: string][] = [
  ['육합', 25, 10, 'yukhap', '子丑 卯戌 辰酉 午未'],
  ['육합 and 파 (mean)', 17.5, 7, 'yukhap pa', '寅亥'],
  ['육합, 형 and 파 (mean)', 13.67, 5.47, 'yukhap hyeong pa', '巳申'],
  ['반합', 22, 8.8, 'banhap', '申子 子辰 亥卯 卯未 寅午 午戌 巳酉 酉丑'],
  ['삼합 without its 왕지', 22, 8.8, 'gonghap', '申辰 亥未 寅戌 巳丑'],
  ['two of a 방합', 17, 6.8, 'banghap', '亥子 亥丑 寅卯 寅辰 巳午 巳未 申酉 申戌'],
  ['none', 14, 5.6, 'none', '子寅 子巳 丑卯 丑申 卯巳 辰巳 辰午 辰未 午申 午酉 未申 未酉 酉亥 戌亥'],
  ['암합, which has no row', 14, 5.6, 'none', '午亥 丑寅 子戌'],
  ['the same', 12, 4.8, 'same', '子子 丑丑 寅寅 卯卯 巳巳 未未 申申 戌戌'],
  ['파', 10, 4, 'pa', '丑辰 卯午'],
  ['해', 8, 3.2, 'hae', '卯辰 酉戌 申亥'],
  ['형', 6, 2.4, 'hyeong', '丑戌 子卯 辰辰 午午 酉酉 亥亥'],
  ['형, worse than 해', 6, 2.4, 'hyeong hae', '寅巳'],
  ['형, worse than 파', 6, 2.4, 'hyeong pa', '戌未'],
  ['원진', 5, 2, 'wonjin', '寅酉'],
  ['귀문', 5, 2, 'gwimun', '寅未'],
  ['원진, worse than 해', 5, 2, 'hae wonjin', '子未'],
  ['귀문, worse than 파', 5, 2, 'pa gwimun', '子酉'],
  ['원진 and 귀문', 5, 2, 'wonjin gwimun', '卯申 辰亥 巳戌'],
  ['원진 and 귀문, worse than 해', 5, 2, 'hae wonjin gwimun', '丑午'],
  ['충', 3, 1.2, 'chung', '子午 卯酉 辰戌 巳亥'],
  ['충, worse than 형', 3, 1.2, 'chung hyeong', '寅申 丑未'],
];

describe('일지, out of 25, and 연지, out of 10', () => {
  test.each(BRANCH_PAIRS)('%s gives %d and %d', (_name, day, year, rules, pairs) => {
    for (const [first = '', second = ''] of bothOrders(pairs)) {
      const a = personBy(`${pairOf(first).hanja} 甲子 ${pairOf(first).hanja}`);
      const b = personBy(`${pairOf(second).hanja} 甲子 ${pairOf(second).hanja}`);
      const ofDays = partOf('ilji', a, b);
      const ofYears = partOf('yeonji', a, b);
      expect([first + second, ofDays.score, ofYears.score]).toEqual([first + second, day, year]);
      const named = (prefix: string) => rules.split(' ').map(rule => `${prefix}_${rule}`);
      expect(ofDays.reasons.map(reason => reason.rule)).toEqual(named('day_branches'));
      expect(ofYears.reasons.map(reason => reason.rule)).toEqual(named('year_branches'));
    }
  });

  test('every two branches are in one row', () => {
    const rows = BRANCH_PAIRS.flatMap(([, , , , pairs]) => bothOrders(pairs).map(pair => pair.join('')));
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBe(BRANCHES.length ** 2);
  });

  test('where several meet, reasons say what each gives and what of it counts', () => {
    const counted = (a: string, b: string) =>
      partOf('ilji', personBy(`甲子 甲子 ${a}`), personBy(`甲子 甲子 ${b}`)).reasons.map(({ rule, value, points }) => [
        rule.replace('day_branches_', ''),
        value,
        points,
      ]);
    expect(counted('乙巳', '甲申')).toEqual([
      ['yukhap', 25, 8.33],
      ['hyeong', 6, 2],
      ['pa', 10, 3.34],
    ]);
    expect(counted('乙丑', '甲午')).toEqual([
      ['hae', 8, 0],
      ['wonjin', 5, 5],
      ['gwimun', 5, 0],
    ]);
  });
});

describe('기타, out of 15', () => {
  test('the pairs that 일간, 일지 and 연지 judge do not count again', () => {
    // 甲己 합 and 子丑 육합 everywhere.
    const { reasons } = partOf('gita', personBy('甲子 甲子 甲子'), personBy('己丑 己丑 己丑'));
    const pairs = reasons.map(({ facts }) => facts.map(({ path }) => path).join(' '));
    expect(pairs).not.toContain('a.pillars.day.stem b.pillars.day.stem');
    expect(pairs).not.toContain('a.pillars.day.branch b.pillars.day.branch');
    expect(pairs).not.toContain('a.pillars.year.branch b.pillars.year.branch');
    expect(pairs).toContain('a.pillars.year.stem b.pillars.year.stem');
    expect(pairs).toContain('a.pillars.month.branch b.pillars.month.branch');
    expect(pairs).toContain('a.pillars.year.branch b.pillars.day.branch');
  });

  test('합 gives 1, 충 takes 1, 형 and 원진 0.7, 해 and 파 0.4, the others nothing', () => {
    const points = (a: string, b: string) =>
      partOf('gita', personBy(`戊戌 ${a} 戊戌`), personBy(`戊辰 ${b} 戊辰`))
        .reasons.filter(({ facts }) => facts.length === 2 && facts.every(({ path }) => path.includes('month')))
        .map(({ rule, points }) => [rule.replace('other_pairs_', ''), points]);
    expect(points('甲子', '己巳')).toEqual([['cheonganhap', 1]]);
    expect(points('甲子', '庚寅')).toEqual([['cheonganchung', -1]]);
    expect(points('甲子', '乙丑')).toEqual([['yukhap', 1]]);
    expect(points('甲子', '甲申')).toEqual([['banhap', 1]]);
    expect(points('甲申', '甲辰')).toEqual([['gonghap', 1]]);
    expect(points('甲子', '甲午')).toEqual([['chung', -1]]);
    expect(points('甲子', '乙卯')).toEqual([['hyeong', -0.7]]);
    expect(points('甲子', '乙未')).toEqual([
      ['hae', -0.4],
      ['wonjin', -0.7],
    ]);
    expect(points('甲子', '乙酉')).toEqual([['pa', -0.4]]);
    expect(points('甲寅', '乙未')).toEqual([]);
    expect(points('甲寅', '乙丑')).toEqual([]);
    expect(points('甲子', '乙亥')).toEqual([]);
  });

  test('15 pairs of stems and 14 of branches; 11 and 10 without one hour, 8 and 7 without both', () => {
    const counts = (a: string, b: string) => {
      const { reasons } = partOf('gita', personBy(a), personBy(b));
      return ['cheonganhap', 'yukhap', 'unknown'].map(
        kind => reasons.filter(({ rule }) => rule === `other_pairs_${kind}`).length,
      );
    };
    const [four, three] = ['甲子 甲子 甲子 甲子', '甲子 甲子 甲子'] as const;
    const [fourOthers, threeOthers] = ['己丑 己丑 己丑 己丑', '己丑 己丑 己丑'] as const;
    expect(counts(four, fourOthers)).toEqual([15, 14, 0]);
    expect(counts(three, fourOthers)).toEqual([11, 10, 1]);
    expect(counts(four, threeOthers)).toEqual([11, 10, 1]);
    expect(counts(three, threeOthers)).toEqual([8, 7, 2]);
  });

  test('an unknown hour leaves the half as it is', () => {
    // No relation between 甲 and 乙, 子 and 寅, 子 and 亥.
    const part = partOf('gita', personBy('甲子 甲子 甲子'), personBy('甲寅 甲寅 乙亥 乙亥'));
    expect(part.score).toBe(7.5);
    expect(part.reasons.map(({ rule, facts }) => [rule, facts])).toEqual([
      ['other_pairs_base', []],
      ['other_pairs_unknown', [{ path: 'a.hourKnown', value: false }]],
    ]);
  });

  test('it stays between 0 and 15, and a reason says what is over', () => {
    const bad = partOf('gita', personBy('甲子 甲子 甲子 甲子'), personBy('庚午 庚午 庚午 庚午'));
    expect([bad.score, bad.reasons.at(-1)]).toEqual([
      0,
      { rule: 'other_pairs_limit', source: 'heal7', facts: [], value: 21.5, points: 21.5 },
    ]);
    const good = partOf('gita', personBy('甲子 甲子 甲子 甲子'), personBy('己丑 己丑 己丑 己丑'));
    expect([good.score, good.reasons.at(-1)?.points]).toEqual([15, -21.5]);
  });
});

describe('오행, out of 20', () => {
  const weights = { wood: 15, fire: 30, earth: 45, metal: 10, water: 0 };
  test.each([
    ['fire', 10],
    ['earth', 10],
    ['wood', 5],
    ['metal', 3.33],
    ['water', 0],
  ] as const)(
    'a useful god of %s in a partner with wood 15, fire 30, earth 45, metal 10, water 0 gives %d',
    (yongsin, points) => {
      const a = personBy('甲子 甲子 甲子', { yongsin });
      const b = personBy('甲子 甲子 甲子', { yongsin: 'wood', weights });
      // The other way: wood is 20 % of an even chart.
      expect(partOf('ohaeng', a, b).reasons.map(reason => reason.points)).toEqual([points, 6.67]);
      expect(partOf('ohaeng', b, a).reasons.map(reason => reason.points)).toEqual([6.67, points]);
    },
  );
});

describe('배우자성, out of 5', () => {
  test.each([
    ['male', '甲', 'female', '己', 2.5, 2.5],
    ['female', '甲', 'male', '己', 0, 0],
    ['male', '甲', 'female', '戊', 1.5, 1.5],
    ['male', '庚', 'female', '甲', 1.5, 1.5],
    ['female', '庚', 'male', '甲', 0, 0],
    ['male', '乙', 'female', '戊', 2.5, 2.5],
    ['male', '甲', 'female', '丙', 0, 0],
    ['male', '甲', 'female', '甲', 0, 0],
    ['male', '甲', 'male', '己', 2.5, 0],
    ['female', '甲', 'female', '己', 0, 2.5],
    ['female', '甲', 'female', '庚', 1.5, 0],
  ] as const)('%s %s and %s %s: %d and %d', (sexOfA, stemOfA, sexOfB, stemOfB, ofA, ofB) => {
    const a = personBy(`甲子 甲子 ${pairOf(stemOfA).hanja}`, { sex: sexOfA });
    const b = personBy(`甲子 甲子 ${pairOf(stemOfB).hanja}`, { sex: sexOfB });
    expect(partOf('baeujaseong', a, b).reasons.map(reason => reason.points)).toEqual([ofA, ofB]);
    expect(partOf('baeujaseong', a, b).score).toBe(ofA + ofB);
  });
});

describe('납음, out of 5', () => {
  test.each([
    ['海中金 and 澗下水 상생', '甲子', '丙子', 5],
    ['大林木 and 爐中火 상생', '戊辰', '丙寅', 5],
    ['海中金 and 劍鋒金 same', '甲子', '壬申', 3],
    ['海中金 and 爐中火 상극', '甲子', '丙寅', 1],
    ['大林木 and 路傍土 상극', '戊辰', '庚午', 1],
  ] as const)('%s', (_name, yearOfA, yearOfB, points) => {
    const a = personBy(`${yearOfA} 甲子 甲子`);
    const b = personBy(`${yearOfB} 甲子 甲子`);
    expect(partOf('napeum', a, b).score).toBe(points);
    expect(partOf('napeum', b, a).score).toBe(points);
  });

  test('elements are those of stem and branch counted together', () => {
    // 甲乙 1 … 壬癸 5 plus 子丑午未 1, 寅卯申酉 2, 辰巳戌亥 3, less 5 if over 5: 木 金 水 火 土. Cycle of bearing: 木 火 土 金 水.
    const BORN = [0, 3, 4, 1, 2];
    const elementOf = (index: number) => BORN[(((index % 10) >> 1) + (((index % 12) >> 1) % 3) + 1) % 5]!;
    const years = GAPJA.map(({ hanja }) => personBy(`${hanja} 甲子 甲子`));
    const scores = years.map(a => years.map(b => partOf('napeum', a, b).score));
    const expected = GAPJA.map(a => GAPJA.map(b => [3, 5, 1, 1, 5][(elementOf(b.index) - elementOf(a.index) + 5) % 5]));
    expect(scores).toEqual(expected);
  });
});
