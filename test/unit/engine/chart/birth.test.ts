import { describe, expect, test } from 'vitest';
import { manseDay } from '../../../../layers/saju-engine/src/calendar/manse-day.ts';
import { FIRST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { type Birth, type Place, resolveBirth } from '../../../../layers/saju-engine/src/chart/birth.ts';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import type { TimeBasis } from '../../../../layers/saju-engine/src/options.ts';
import { isoInstant, isoWall } from '../../../../layers/saju-engine/src/time/civil-date.ts';

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SajuError) return `${error.code} at ${error.path.join('.')}`;
    throw error;
  }
  return 'accepted';
}

const resolve = (birth: Birth, place?: Place, basis: TimeBasis = 'lmt') => resolveBirth(birth, place, basis);

describe('a birth', () => {
  test.each<[string, Birth, Place | undefined, TimeBasis]>([
    ['invalid_date at birth.date', { date: '1990-02-30' }, undefined, 'lmt'],
    ['invalid_date at birth.date', { date: 'yesterday', calendar: 'lunar' }, undefined, 'lmt'],
    ['invalid_lunar_date at birth.date', { date: '1990-01-30', calendar: 'lunar' }, undefined, 'lmt'],
    [
      'invalid_lunar_date at birth.isLeapMonth',
      { date: '1990-04-01', calendar: 'lunar', isLeapMonth: true },
      undefined,
      'lmt',
    ],
    ['date_out_of_range at birth.date', { date: '1899-12-31' }, undefined, 'lmt'],
    ['date_out_of_range at birth.date', { date: '2101-01-29' }, undefined, 'lmt'],
    ['invalid_time at birth.time', { date: '1990-05-15', time: '25:00' }, undefined, 'lmt'],
    ['invalid_time at birth.hourBranch', { date: '1990-05-15', hourBranch: 'cat' as never }, undefined, 'lmt'],
    ['nonexistent_time at birth.time', { date: '1961-08-10', time: '00:15' }, undefined, 'lmt'],
    ['unknown_time_zone at place.timeZone', { date: '1990-05-15' }, { timeZone: 'Mars/Olympus' }, 'clock'],
    ['place_required at place.longitude', { date: '1990-05-15' }, { timeZone: 'Europe/Paris' }, 'lmt'],
    ['place_required at place.longitude', { date: '1990-05-15' }, { timeZone: 'Asia/Pyongyang' }, 'apparent'],
    ['invalid_place at place.longitude', { date: '1990-05-15' }, { longitude: Number.NaN }, 'lmt'],
    ['invalid_place at place.longitude', { date: '1990-05-15' }, { longitude: 181 }, 'clock'],
    ['accepted', { date: '1990-05-15' }, { timeZone: 'Europe/Paris' }, 'clock'],
    ['accepted', { date: '1990-05-15' }, { timeZone: 'Europe/Paris' }, 'standard'],
    ['accepted', { date: '1899-12-15', calendar: 'lunar' }, undefined, 'lmt'],
  ])('is answered "%s"', (expected, birth, place, basis) => {
    expect(refusal(() => resolve(birth, place, basis))).toBe(expected);
  });

  test.each<[TimeBasis, string]>([
    ['clock', '1988-07-01T12:00:00'],
    ['standard', '1988-07-01T11:00:00'],
    ['lmt', '1988-07-01T10:27:55'],
    ['apparent', '1988-07-01T10:24:08'],
  ])('in summer time is read on the basis %s at %s', (basis, local) => {
    const moment = resolve({ date: '1988-07-01', time: '12:00' }, undefined, basis);
    expect(isoInstant(moment.instant)).toBe('1988-07-01T02:00:00Z');
    expect(Math.abs(Date.parse(`${isoWall(moment.local)}Z`) - Date.parse(`${local}Z`))).toBeLessThanOrEqual(2000);
  });

  test('by the branch of the hour is in its middle on the basis', () => {
    for (const basis of ['clock', 'standard', 'lmt', 'apparent'] as const) {
      expect(isoWall(resolve({ date: '1990-05-15', hourBranch: 'chuk' }, undefined, basis).local)).toBe(
        '1990-05-15T02:00:00',
      );
      expect(isoWall(resolve({ date: '1990-05-15', hourBranch: 'ja' }, undefined, basis).local)).toBe(
        '1990-05-15T00:00:00',
      );
      expect(isoWall(resolve({ date: '1990-05-15', hourBranch: 'yaja' }, undefined, basis).local)).toBe(
        '1990-05-15T23:30:00',
      );
    }
  });
});

test.each([
  [91, 127, 'latitude'],
  [Number.NaN, 127, 'latitude'],
  [37, -181, 'longitude'],
])('the calendar refuses to look at the moon from %d, %d', (latitude, longitude, field) => {
  expect(refusal(() => manseDay(FIRST_DAY, { latitude, longitude }))).toBe(`invalid_place at ${field}`);
});
