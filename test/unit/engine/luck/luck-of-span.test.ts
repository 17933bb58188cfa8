import { describe, expect, test } from 'vitest';
import { chart } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import { luckOfSpan } from '../../../../layers/saju-engine/src/luck/luck-of-span.ts';

const person = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' } as const;

describe('the luck of a span', () => {
  test('has the same 대운 as the chart, with what rules before the first', () => {
    const { periods, startsOn, beforeFirst } = chart(person).luckCycles;
    const { daeun } = luckOfSpan(person, { from: '1990-05-15', to: '2092-01-01' }, ['daeun']);
    expect(daeun[0]).toMatchObject({ order: 0, age: 0, startsOn: '1990-05-15', hanja: beforeFirst.hanja });
    expect(daeun.slice(1, 11).map(({ order, endsOn, relations, isVoid, ...cycle }) => cycle)).toEqual(periods);
    expect(daeun[1]!.startsOn).toBe(startsOn);
    for (let n = 1; n < daeun.length; n++) {
      expect(Date.parse(daeun[n]!.startsOn) - Date.parse(daeun[n - 1]!.endsOn)).toBe(86_400_000);
    }
  });

  test('has each 세운 from 입춘, so that January belongs to the year before', () => {
    const january = luckOfSpan(person, { from: '2026-01-01', to: '2026-01-31' }, ['seun']).seun;
    expect(january.map(({ year, hanja }) => [year, hanja])).toEqual([[2025, '乙巳']]);
    const spring = luckOfSpan(person, { from: '2026-02-01', to: '2026-02-28' }, ['seun']).seun;
    expect(spring.map(({ year, hanja, koreanAge }) => [year, hanja, koreanAge])).toEqual([
      [2025, '乙巳', 36],
      [2026, '丙午', 37],
    ]);
  });

  test('has each 월운 from its 절 and each day once', () => {
    const { wolun, ilun } = luckOfSpan(person, { from: '2026-01-01', to: '2026-12-31' });
    expect(wolun.map(({ hanja }) => hanja)).toEqual(
      '戊子 己丑 庚寅 辛卯 壬辰 癸巳 甲午 乙未 丙申 丁酉 戊戌 己亥 庚子'.split(' '),
    );
    expect(wolun.map(({ term }) => term.hangul)[2]).toBe('입춘');
    expect(ilun).toHaveLength(365);
    expect(ilun.every(({ index }, n) => n === 0 || index === (ilun[n - 1]!.index + 1) % 60)).toBe(true);
  });

  test('runs on past the tables, without dates of 절', () => {
    const late = { birth: { date: '2095-03-01', time: '10:00' }, sex: 'male' } as const;
    const { seun, wolun, daeun } = luckOfSpan(late, { from: '2120-06-01', to: '2121-05-31' }, [
      'daeun',
      'seun',
      'wolun',
    ]);
    expect(seun.map(({ year, hanja, startsAt }) => [year, hanja, startsAt])).toEqual([
      [2120, '庚辰', null],
      [2121, '辛巳', null],
    ]);
    expect(wolun).toHaveLength(13);
    expect(daeun.length).toBeGreaterThan(0);
  });

  test('refuses a span before the birth, one that ends before it starts, and dates that are none', () => {
    const codes = [
      { from: '1990-05-14', to: '1991-01-01' },
      { from: '2000-01-02', to: '2000-01-01' },
      { from: '2000-02-30', to: '2000-03-01' },
    ].map(span => {
      try {
        return luckOfSpan(person, span).from;
      } catch (error) {
        return error instanceof SajuError ? `${error.code} ${error.path}` : error;
      }
    });
    expect(codes).toEqual(['span_before_birth from', 'invalid_date to', 'invalid_date from']);
  });

  test('counts 세는나이 from 1, in the saju year that was nearly over at the birth too', () => {
    const winter = { birth: { date: '1990-01-10', time: '12:00' }, sex: 'male' } as const;
    const { seun } = luckOfSpan(winter, { from: '1990-01-10', to: '1991-12-31' }, ['seun']);
    expect(seun.map(({ year, koreanAge }) => [year, koreanAge])).toEqual([
      [1989, 1],
      [1990, 1],
      [1991, 2],
    ]);
  });
});
