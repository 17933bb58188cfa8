import { describe, expect, test } from 'vitest';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import { luckOfSpan } from '../../../../layers/saju-engine/src/luck/luck-of-span.ts';
import { luckOfYear } from '../../../../layers/saju-engine/src/luck/luck-of-year.ts';

const person = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' } as const;

describe('the luck of a year', () => {
  test('is its 세운, as in a span, and the 대운 at its start', () => {
    for (let year = 1990; year < 2095; year++) {
      const { daeun, ...luck } = luckOfYear(person, year);
      const [whole] = luckOfSpan(person, { from: `${year}-07-01`, to: `${year}-07-01` }, ['seun']).seun;
      expect(luck, `${year}`).toEqual(whole);
      expect(daeun.order, `${year}`).toBe(luck.daeunOrder);
    }
  });

  test('of someone born in January is told from the year before, which ended after the birth', () => {
    const winter = { birth: { date: '1991-01-20', time: '10:00' }, sex: 'male' } as const;
    expect(luckOfYear(winter, 1990)).toMatchObject({ year: 1990, hanja: '庚午', daeun: { order: 0 } });
  });

  test.each([1989, 1900])('refuses %i, which was over at the birth', year => {
    try {
      luckOfYear(person, year);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SajuError);
      expect(error).toMatchObject({ code: 'year_before_birth', path: ['year'] });
    }
  });
});
