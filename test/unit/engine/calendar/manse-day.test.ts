import { describe, expect, test } from 'vitest';
import { lunarDate } from '../../../../layers/saju-engine/src/calendar/lunar.ts';
import { manseDay } from '../../../../layers/saju-engine/src/calendar/manse-day.ts';
import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { SEOUL } from '../../../../layers/saju-engine/src/chart/birth.ts';
import { fourPillars } from '../../../../layers/saju-engine/src/chart/four-pillars.ts';
import { gregorianDay } from '../../../../layers/saju-engine/src/time/iso-fields.ts';

const day = (iso: string) => manseDay(gregorianDay(iso)!, SEOUL);
const NOON = { timeBasis: 'standard' } as const;

describe('a day of the manse calendar', () => {
  // Items of the lunar calendar service of KASI, as its users quote them.
  test.each([
    ['2015-11-03', '을미 병술 계미', { year: 2015, month: 9, day: 22, isLeapMonth: false }],
    ['1992-09-09', '임신 기유 무자', { year: 1992, month: 8, day: 13, isLeapMonth: false }],
  ])('%s has 세차, 월건 and 일진 as KASI prints them: %s', (iso, pairs, lunar) => {
    const { lunarGapja, lunarDate: date } = day(iso);
    expect([lunarGapja.secha, lunarGapja.wolgeon, lunarGapja.iljin].map(pair => pair?.hangul).join(' ')).toBe(pairs);
    expect(date).toEqual(lunar);
  });

  test('a leap month has no 월건', () => {
    const { lunarDate: date, lunarGapja } = day('2023-03-22');
    expect(date).toEqual({ year: 2023, month: 2, day: 1, isLeapMonth: true });
    expect(lunarGapja.wolgeon).toBeNull();
  });

  test('the pillars of each day are those of a birth at its noon', () => {
    for (let number = FIRST_DAY; number <= LAST_DAY; number += 37) {
      const { solarDate, gapja } = manseDay(number, SEOUL);
      // At UTC+9 throughout, whatever Korean clocks showed.
      const {
        year,
        month,
        day: dayPillar,
      } = fourPillars({ date: solarDate, time: '12:00' }, { timeZone: 'Asia/Tokyo', longitude: 135 }, NOON);
      expect([gapja.year, gapja.month, gapja.day]).toEqual([year.index, month.index, dayPillar.index]);
    }
  });

  test('a solar term is on the day of its second: 1950 대한 at 23:59:34, 2030 우수 at 23:59:55', () => {
    expect(day('1950-01-20').solarTerm?.name).toBe('대한');
    expect(day('1950-01-21').solarTerm).toBeUndefined();
    expect(day('2030-02-18').solarTerm?.name).toBe('우수');
    expect(day('1964-09-07').solarTerm?.name ?? day('1964-09-08').solarTerm?.name).toBe('백로');
  });

  test('every year has its 24 terms on 24 days', () => {
    const counts = new Map<string, number>();
    for (let number = gregorianDay('2024-01-01')!; number <= gregorianDay('2025-12-31')!; number++) {
      const { solarTerm, solarDate } = manseDay(number, SEOUL);
      if (solarTerm) counts.set(solarDate.slice(0, 4), (counts.get(solarDate.slice(0, 4)) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([24, 24]);
  });

  test('the days that hang on an undecidable new moon are flagged, no others', () => {
    expect(day('2074-08-23').uncertain).toBe(true);
    expect(day('2097-01-14').uncertain).toBe(true);
    expect(day('2074-10-01').uncertain).toBeUndefined();
    expect(day('2026-11-22').uncertain).toBeUndefined();
  });

  test('moonrise and moonset belong to the day of the place', () => {
    const newYork = { latitude: 40.71, longitude: -74.01, timeZone: 'America/New_York' };
    const { moon } = manseDay(gregorianDay('2024-07-04')!, newYork);
    const local = (at: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: newYork.timeZone, dateStyle: 'short' }).format(new Date(at));
    expect(local(moon.riseAt!)).toBe('2024-07-04');
    expect(local(moon.setAt!)).toBe('2024-07-04');
  });

  test('the calendar ends with its range', () => {
    expect(manseDay(LAST_DAY, SEOUL).lunarDate).toEqual(lunarDate(LAST_DAY));
    expect(() => manseDay(LAST_DAY + 1, SEOUL)).toThrow(expect.objectContaining({ code: 'date_out_of_range' }));
    expect(() => manseDay(FIRST_DAY - 1, SEOUL)).toThrow(expect.objectContaining({ code: 'date_out_of_range' }));
  });
});
