import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chart } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { luckOfSpan } from '../../../../layers/saju-engine/src/luck/luck-of-span.ts';
import { dayNumber, isoDate } from '../../../../layers/saju-engine/src/time/civil-date.ts';

// 庚午 辛巳 庚辰 癸未: void by the day are 申 酉.
const person = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' } as const;

/** Lists that name each thing once, in the order of time, joined without what both name. */
function union<Item>(first: readonly Item[], second: readonly Item[], name: (item: Item) => string): readonly Item[] {
  const known = new Set(first.map(name));
  return [...first, ...second.filter(item => !known.has(name(item)))];
}

describe('luck read against the chart', () => {
  test('has its relations to the four pillars: 丙午 of 2026 meets 庚午 辛巳 庚辰 癸未', () => {
    const [year] = luckOfSpan(person, { from: '2026-06-01', to: '2026-06-01' }, ['seun']).seun;
    const found = year!.relations.filter(({ with: partners }) => !partners.includes('daeun'));
    expect(found.map(({ hangul, with: partners }) => `${hangul} ${partners}`).sort()).toEqual(
      // 丙辛 in the month; 午午 in the year; 午未 in the hour; 丙 meets 癸 and 庚 in nothing, 午 meets 辰 in nothing; 巳午未 is a set.
      ['천간합 month', '형 year', '육합 hour', '방합 month,hour'].sort(),
    );
  });

  test('has relations to the 대운 that runs at its start', () => {
    const { daeun, seun, ilun } = luckOfSpan(person, { from: '2012-12-01', to: '2014-01-31' });
    const starts = daeun.map(({ order, startsOn }) => [order, startsOn]);
    expect(starts).toEqual([
      [2, '2003-07-09'],
      [3, '2013-07-09'],
    ]);
    expect(seun.map(({ year, daeunOrder }) => [year, daeunOrder])).toEqual([
      [2012, 2],
      [2013, 2],
    ]);
    const turn = ilun.findIndex(({ date }) => date === '2013-07-09');
    expect([ilun[turn - 1]!.daeunOrder, ilun[turn]!.daeunOrder]).toEqual([2, 3]);
  });

  test('names the void years, which are those of 申 and 酉', () => {
    const { seun } = luckOfSpan(person, { from: '2020-06-01', to: '2031-06-01' }, ['seun']);
    expect(seun.filter(({ isVoid }) => isVoid).map(({ year, hanja }) => `${year} ${hanja}`)).toEqual([
      '2028 戊申',
      '2029 己酉',
    ]);
  });

  test('names the three years of 삼재 of a year of 午: 申 酉 戌', () => {
    const { seun } = luckOfSpan(person, { from: '2020-06-01', to: '2031-06-01' }, ['seun']);
    expect(seun.filter(({ samjae }) => samjae).map(({ year, samjae }) => `${year} ${samjae!.hangul}`)).toEqual([
      '2028 들삼재',
      '2029 눌삼재',
      '2030 날삼재',
    ]);
  });

  test('reads 12신살 from the year branch and the day branch, in the chart and in its luck', () => {
    const { pillars, luckCycles } = chart(person);
    // 寅午戌: 겁살 亥, …, 장성 午, 망신 巳, 월살 辰, 반안 未. 申子辰: 겁살 巳, 재살 午, 천살 未, 화개 辰.
    const names = ({ twelveSinsal: { byYear, byDay } }: NonNullable<typeof pillars.hour>) =>
      `${byYear.hangul} ${byDay.hangul}`;
    expect([pillars.year, pillars.month, pillars.day, pillars.hour!].map(names)).toEqual([
      '장성살 재살',
      '망신살 겁살',
      '월살 화개살',
      '반안살 천살',
    ]);
    expect(names(luckCycles.beforeFirst)).toBe('망신살 겁살');
  });

  test('of a span is the union of the luck of its parts', () => {
    const first = dayNumber(1990, 5, 15);
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (start, a, b) => {
        const [from, split, to] = [first + start, first + start + a, first + start + a + b].map(isoDate) as [
          string,
          string,
          string,
        ];
        const whole = luckOfSpan(person, { from, to });
        const left = luckOfSpan(person, { from, to: split });
        const right = luckOfSpan(person, { from: isoDate(first + start + a + 1), to });
        expect(union(left.daeun, right.daeun, ({ order }) => `${order}`)).toEqual(whole.daeun);
        expect(union(left.seun, right.seun, ({ year }) => `${year}`)).toEqual(whole.seun);
        expect(union(left.wolun, right.wolun, ({ startsAt, term }) => `${startsAt} ${term.code}`)).toEqual(whole.wolun);
        expect([...left.ilun, ...right.ilun]).toEqual(whole.ilun);
      }),
      { numRuns: 30 },
    );
  });
});
