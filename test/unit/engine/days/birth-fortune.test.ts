import { describe, expect, test } from 'vitest';
import { BRANCHES } from '../../../../layers/saju-engine/src/calendar/branches.ts';
import { BIRTH_FORTUNES, birthFortune } from '../../../../layers/saju-engine/src/days/birth-fortune.ts';

/** The table that ksname.co.kr prints (bbs m52, 125): ages and, of each column of them, the branches of each fortune. */
const MEN = [
  '1 8 16 24 32 40',
  '9 17 25 33 41',
  '2 10 18 26 34',
  '3 11 19 27 35',
  '4 12 20 28',
  '5 13 21 29',
  '6 14 22 30',
  '7 15 23 31',
];
const WOMEN = [
  '5 12 20 28 36',
  '4 11 19 27 35',
  '3 10 18 26 34',
  '2 9 17 25 33',
  '1 8 16 24 32',
  '15 23 31 39',
  '7 14 22 30 38',
  '6 13 21 29 37',
];
const FORTUNES = `
  生氣 卯 丑寅 戌亥 酉 辰巳 未申 午 子
  天醫 酉 辰巳 午 卯 丑寅 子 戌亥 未申
  絶體 子 戌亥 丑寅 未申 午 酉 辰巳 卯
  遊魂 未申 午 辰巳 子 戌亥 卯 丑寅 酉
  禍害 丑寅 卯 子 辰巳 酉 午 未申 戌亥
  福德 辰巳 酉 未申 丑寅 卯 戌亥 子 午
  絶命 戌亥 子 卯 午 未申 辰巳 酉 丑寅
  歸魂 午 未申 酉 戌亥 子 丑寅 卯 辰巳`;

describe('생기복덕', () => {
  test('is that of a published table, for men and women of all its ages and all branches', () => {
    for (const row of FORTUNES.trim().split('\n')) {
      const [fortune = '', ...columns] = row.trim().split(' ');
      columns.forEach((branches, column) => {
        for (const [sex, table] of [
          ['male', MEN],
          ['female', WOMEN],
        ] as const) {
          for (const age of table[column]!.split(' ').map(Number)) {
            for (const hanja of branches) {
              const branch = BRANCHES.findIndex(each => each.hanja === hanja);
              const found = BIRTH_FORTUNES[birthFortune(sex, age, branch)]!.hanja;
              expect([sex, age, hanja, found]).toEqual([sex, age, hanja, fortune]);
            }
          }
        }
      });
    }
  });

  test('gives each age every fortune, and recurs in eight years from the eighth on', () => {
    for (const sex of ['male', 'female'] as const) {
      for (let age = 1; age <= 120; age++) {
        const found = BRANCHES.map((_, branch) => birthFortune(sex, age, branch));
        expect(new Set(found).size).toBe(8);
        if (age >= 8) expect(BRANCHES.map((_, branch) => birthFortune(sex, age + 8, branch))).toEqual(found);
      }
    }
  });
});
