import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lunarMonths } from '../../../../layers/saju-engine/generator/lunar-calendar.ts';
import { newMoonInstant } from '../../../../layers/saju-engine/generator/new-moons.ts';
import {
  isUncertain,
  type LunarDate,
  leapMonth,
  lunarDate,
  lunarDayNumber,
  lunarMonth,
} from '../../../../layers/saju-engine/src/calendar/lunar.ts';
import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { TERM_INSTANTS, termSerial } from '../../../../layers/saju-engine/src/calendar/solar-terms.ts';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import { dayNumber, isoDate } from '../../../../layers/saju-engine/src/time/civil-date.ts';

const date = (year: number, month: number, day: number, isLeapMonth = false): LunarDate => ({
  year,
  month,
  day,
  isLeapMonth,
});

function refusal(run: () => unknown): Pick<SajuError, 'code' | 'path' | 'params'> {
  try {
    run();
  } catch (error) {
    if (error instanceof SajuError) return { code: error.code, path: error.path, params: error.params };
    throw error;
  }
  throw new Error('Nothing was refused');
}

describe('The lunar calendar', () => {
  test('equals KASI on all 55,152 days from 1900 to 2050', () => {
    const file = new URL('../../../reference/lunar-kasi.csv.gz', import.meta.url);
    const [, ...rows] = gunzipSync(readFileSync(file)).toString().trim().split(/\r?\n/);
    expect(rows).toHaveLength(55_152);
    const ours = rows.map((_, k) => {
      const { year, month, day, isLeapMonth } = lunarDate(FIRST_DAY + k);
      return `${isoDate(FIRST_DAY + k)},${year},${month},${day},${isLeapMonth ? 1 : 0}`;
    });
    expect(ours.filter((row, k) => row !== rows[k])).toEqual([]);
  });

  test('has 73,442 unique, contiguous days, each of which comes back from its lunar date', () => {
    const seen = new Set<string>();
    let before = { ...date(1899, 11, 30) };
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const lunar = lunarDate(day);
      seen.add(JSON.stringify(lunar));
      if (lunarDayNumber(lunar) !== day) throw new Error(`${isoDate(day)} does not come back`);
      const followsWithin = lunar.day === before.day + 1 && lunar.month === before.month && lunar.year === before.year;
      if (!followsWithin && (lunar.day !== 1 || before.day < 29)) throw new Error(`${isoDate(day)} does not follow`);
      before = lunar;
    }
    expect(seen.size).toBe(73_442);
  });

  test('begins with lunar 1899-12-01 and ends with the last day of lunar 2100', () => {
    expect([isoDate(FIRST_DAY), isoDate(LAST_DAY)]).toEqual(['1900-01-01', '2101-01-28']);
    expect(lunarDate(FIRST_DAY)).toEqual(date(1899, 12, 1));
    expect(lunarDate(LAST_DAY)).toEqual(date(2100, 12, 29));
    expect(lunarMonth(2100, 12, false)).toEqual({ firstDay: LAST_DAY - 28, length: 29 });
  });

  test('has leap month 3 in 2099, where China has 2', () => {
    expect(leapMonth(2099)).toBe(3);
    expect(lunarMonth(2099, 2, true)).toBeUndefined();
    expect(lunarMonth(2099, 3, true)?.length).toBeGreaterThan(28);
  });

  test('is what the generator computes, in the last two years', () => {
    const newMoons: number[] = [];
    for (let k = 1209; k <= 1262; k++) newMoons.push(newMoonInstant(k));
    const midTerms: number[] = [];
    for (let year = 2098; year <= 2101; year++) {
      for (let index = 1; index < 24; index += 2) midTerms.push(TERM_INSTANTS[termSerial(year, index)]!);
    }
    const months = lunarMonths(2099, 2100, newMoons, midTerms);
    expect(months).toHaveLength(25);
    for (const { year, month, isLeap, firstDay, length } of months) {
      expect(lunarMonth(year, month, isLeap)).toEqual({ firstDay, length });
    }
  });

  test('tells a month that it does not have, or that is out of range, by undefined', () => {
    expect(lunarMonth(1899, 12, false)).toEqual({ firstDay: FIRST_DAY, length: 30 });
    expect(lunarMonth(1899, 11, false)).toBeUndefined();
    expect(lunarMonth(2101, 1, false)).toBeUndefined();
    expect(lunarMonth(2000, 13, false)).toBeUndefined();
    expect(lunarMonth(2000, 0, false)).toBeUndefined();
    expect(leapMonth(2000)).toBeUndefined();
    expect(leapMonth(2101)).toBeUndefined();
    expect(leapMonth(2020)).toBe(4);
  });
});

test('Uncertain are the months of the new moons of 2074-08-23 and 2097-01-14 with their eves, and no other day', () => {
  const uncertain: string[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) if (isUncertain(day)) uncertain.push(isoDate(day));
  expect(uncertain).toHaveLength(60);
  expect([uncertain[0], uncertain[29]]).toEqual(['2074-08-22', '2074-09-20']);
  expect([uncertain[30], uncertain[59]]).toEqual(['2097-01-13', '2097-02-11']);
  expect(lunarDate(dayNumber(2074, 8, 23))).toEqual(date(2074, 7, 1));
  expect(lunarDate(dayNumber(2097, 1, 14))).toEqual(date(2096, 12, 1));
});

describe('A lunar date that is refused', () => {
  const range = { from: '1900-01-01', to: '2101-01-28' };

  test.each([
    ['the day before the first', () => lunarDate(FIRST_DAY - 1)],
    ['the day after the last', () => lunarDate(LAST_DAY + 1)],
    ['no number', () => lunarDate(Number.NaN)],
    ['lunar 1899-11-30', () => lunarDayNumber(date(1899, 11, 30))],
    ['lunar 2101-01-01', () => lunarDayNumber(date(2101, 1, 1))],
  ])('names the range: %s', (_, run) => {
    expect(refusal(run)).toEqual({ code: 'date_out_of_range', path: ['date'], params: range });
  });

  test.each([
    ['month 13', date(2000, 13, 1)],
    ['month 0', date(2000, 0, 1)],
    ['day 0', date(2000, 1, 0)],
    ['day 31', date(2000, 1, 31)],
    ['day 30 of a month of 29', date(2100, 12, 30)],
    ['half a day', date(2000, 1, 1.5)],
    ['no year', date(Number.NaN, 1, 1)],
  ])('names the date: %s', (_, lunar) => {
    expect(refusal(() => lunarDayNumber(lunar))).toMatchObject({ code: 'invalid_lunar_date', path: ['date'] });
  });

  test.each([
    ['in a year without', date(2000, 4, 1, true)],
    ['in a year with another', date(2020, 5, 1, true)],
  ])('names the leap month that is not: %s', (_, lunar) => {
    expect(refusal(() => lunarDayNumber(lunar))).toMatchObject({ code: 'invalid_lunar_date', path: ['isLeapMonth'] });
  });
});
