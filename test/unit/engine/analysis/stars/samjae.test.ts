import { expect, test } from 'vitest';
import { samjae } from '../../../../../layers/saju-engine/src/analysis/stars/samjae.ts';
import { BRANCHES } from '../../../../../layers/saju-engine/src/calendar/branches.ts';

test('삼재 comes to the four groups of birth years in three years each, entering, staying and leaving', () => {
  const years = new Map(
    [...'申子辰 亥卯未 寅午戌 巳酉丑'.split(' ')].flatMap((births, group) =>
      [...births].map(birth => [birth, '寅卯辰 巳午未 申酉戌 亥子丑'.split(' ')[group]!] as const),
    ),
  );
  for (const [birth, { hanja }] of BRANCHES.entries()) {
    const found = [...years.get(hanja)!].map(year => BRANCHES.findIndex(branch => branch.hanja === year));
    expect(found.map(year => samjae(birth, year)?.hangul)).toEqual(['들삼재', '눌삼재', '날삼재']);
    expect(BRANCHES.filter((_, year) => samjae(birth, year) !== null)).toHaveLength(3);
  }
});
