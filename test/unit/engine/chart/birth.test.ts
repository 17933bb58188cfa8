import { describe, expect, test } from 'vitest';
import { manseDay } from '../../../../layers/saju-engine/src/calendar/manse-day.ts';
import { FIRST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { type Birth, type Place, resolveBirth } from '../../../../layers/saju-engine/src/chart/birth.ts';
import { fourPillars } from '../../../../layers/saju-engine/src/chart/four-pillars.ts';
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
    ['invalid_value at birth.hourBranch', { date: '1990-05-15', hourBranch: 'cat' as never }, undefined, 'lmt'],
    ['nonexistent_time at birth.time', { date: '1961-08-10', time: '00:15' }, undefined, 'lmt'],
    ['nonexistent_date at birth.date', { date: '2011-12-30' }, { timeZone: 'Pacific/Apia' }, 'clock'],
    ['nonexistent_date at birth.date', { date: '2011-12-30', time: '12:00' }, { timeZone: 'Pacific/Apia' }, 'clock'],
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

  const BESIDE_THE_DATE_LINE = [
    ['Pacific/Tongatapu', -175.2, '2020-05-05'],
    ['Pacific/Kiritimati', -157.4, '2020-05-05'],
    ['Pacific/Chatham', -176.5, '2020-05-05'],
    ['Pacific/Apia', -171.77, '2011-12-29'],
    ['Pacific/Apia', -171.77, '2011-12-31'],
    ['Pacific/Kwajalein', 167.7, '1980-05-05'],
    ['Asia/Seoul', 126.978, '2020-05-05'],
  ] as const;

  test.each(BESIDE_THE_DATE_LINE)(
    'by the branch of the hour is in %s at %d° on the recorded date, %s',
    (timeZone, longitude, date) => {
      for (const basis of ['clock', 'standard', 'lmt', 'apparent'] as const) {
        const { clock, instant, local } = resolve({ date, hourBranch: 'o' }, { timeZone, longitude }, basis);
        expect(isoWall(instant + clock.zone.utcOffset(instant)).slice(0, 10)).toBe(date);
        expect(isoWall(local).slice(11)).toBe('12:00:00');
      }
    },
  );

  test('by the branch of the hour has the pillars of the same hour by the clock in Tonga', () => {
    const place = { timeZone: 'Pacific/Tongatapu', longitude: -175.2 };
    const pillars = (hour: Partial<Birth>) => fourPillars({ date: '2020-05-05', ...hour }, place);
    expect(pillars({ hourBranch: 'o' })).toEqual(pillars({ time: '12:30' }));
  });

  test.each(['ja', 'o', 'yaja'] as const)('by the branch %s is refused on a date that a zone never had', hourBranch => {
    for (const [timeZone, longitude, date] of [
      ['Pacific/Apia', -171.77, '2011-12-30'],
      ['Pacific/Kwajalein', 167.7, '1993-08-21'],
    ] as const) {
      for (const basis of ['clock', 'standard', 'lmt', 'apparent'] as const) {
        expect(refusal(() => resolve({ date, hourBranch }, { timeZone, longitude }, basis))).toBe(
          'nonexistent_date at birth.date',
        );
      }
    }
  });

  test('of an unknown hour is taken at the change where clocks were set forward over noon', () => {
    const { instant } = resolve({ date: '2000-01-15' }, { timeZone: 'Africa/Khartoum' }, 'clock');
    expect(isoInstant(instant)).toBe('2000-01-15T10:00:00Z');
  });
});

test.each([
  [91, 127, 'latitude'],
  [Number.NaN, 127, 'latitude'],
  [37, -181, 'longitude'],
])('the calendar refuses to look at the moon from %d, %d', (latitude, longitude, field) => {
  expect(refusal(() => manseDay(FIRST_DAY, { latitude, longitude }))).toBe(`invalid_place at ${field}`);
});
