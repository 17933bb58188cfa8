import { describe, expect, test } from 'vitest';
import { resolveBirth } from '../../../../layers/saju-engine/src/chart/birth.ts';
import { chart } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import { KOREA_TRANSITIONS } from '../../../../layers/saju-engine/src/tables/korea-zone.ts';
import { isoInstant } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { isTimeZone, zoneOf } from '../../../../layers/saju-engine/src/time/zone.ts';

const at = (iso: string) => Date.parse(iso) / 1000;

function instantOf(date: string, time: string, timeZone = 'Asia/Seoul', fold: 0 | 1 = 0): string {
  return isoInstant(resolveBirth({ date, time, fold }, { timeZone, longitude: 0 }, 'clock').instant);
}

function flagsOf(date: string, time: string, timeZone?: string): readonly string[] {
  const place = timeZone === undefined ? undefined : { timeZone, longitude: 0, latitude: 0 };
  return chart({ birth: { date, time }, ...(place && { place }), sex: 'male' }).certainty.flags.map(({ code }) => code);
}

describe('clock time in Korea', () => {
  test.each([
    ['1905-06-01', '12:00:00', '1905-06-01T03:32:08Z', 'local mean time +8:27:52'],
    ['1908-04-02', '12:00', '1908-04-02T03:30:00Z', '+8:30'],
    ['1912-01-02', '12:00', '1912-01-02T03:00:00Z', '+9'],
    ['1948-07-01', '12:00', '1948-07-01T02:00:00Z', 'summer time of 1948'],
    ['1955-07-01', '12:00', '1955-07-01T02:30:00Z', 'summer time on +8:30'],
    ['1961-02-04', '09:53', '1961-02-04T01:23:00Z', '+8:30 in 1961'],
    ['1961-08-10', '12:00', '1961-08-10T03:00:00Z', '+9 again'],
    ['1988-07-01', '12:00', '1988-07-01T02:00:00Z', 'summer time of 1988'],
    ['2026-11-22', '12:00', '2026-11-22T03:00:00Z', 'today'],
  ])('of %s %s is %s (%s)', (date, time, instant) => {
    expect(instantOf(date, time)).toBe(instant);
  });

  test('agrees with the platform for every hour around every change', () => {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: 'Asia/Seoul',
      hourCycle: 'h23',
      ...({
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      } as const),
    });
    const korea = zoneOf('Asia/Seoul');
    const changes = KOREA_TRANSITIONS.filter(([instant]) => Number.isFinite(instant));
    expect(changes.length).toBeGreaterThan(20);
    for (const [change] of changes) {
      for (const instant of [change - 3600, change - 1, change, change + 1, change + 3600]) {
        const parts = Object.fromEntries(
          format.formatToParts(instant * 1000).map(({ type, value }) => [type, Number(value)]),
        );
        const wall = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour, parts.minute, parts.second) / 1000;
        expect(korea.utcOffset(instant)).toBe(wall - instant);
      }
    }
  });

  test('a time that never was is refused, and says what the clocks did', () => {
    expect(() => instantOf('1961-08-10', '00:15')).toThrow(SajuError);
    try {
      instantOf('1961-08-10', '00:15');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'nonexistent_time',
        path: ['birth', 'time'],
        params: { date: '1961-08-10', time: '00:15:00', timeZone: 'Asia/Seoul', from: '00:00', to: '00:30' },
      });
    }
  });

  test('a time that was twice takes the first, or the second by fold, and is flagged', () => {
    expect(instantOf('1988-10-09', '02:30')).toBe('1988-10-08T16:30:00Z');
    expect(instantOf('1988-10-09', '02:30', 'Asia/Seoul', 1)).toBe('1988-10-08T17:30:00Z');
    expect(flagsOf('1988-10-09', '02:30')).toContain('ambiguous_clock_time');
    expect(flagsOf('1988-10-09', '03:30')).not.toContain('ambiguous_clock_time');
  });

  test('flags summer time, the half-hour zone and the time before standard time', () => {
    expect(flagsOf('1988-07-01', '12:00')).toContain('summer_time');
    expect(flagsOf('1955-07-01', '12:00')).toEqual(expect.arrayContaining(['summer_time', 'half_hour_zone']));
    expect(flagsOf('1905-07-01', '12:00')).toContain('before_standard_time');
    expect(flagsOf('1990-07-01', '12:00')).toEqual(['seoul_assumed']);
    expect(flagsOf('1990-07-01', '12:00', 'Asia/Seoul')).toEqual([]);
  });
});

describe('clock time abroad', () => {
  test.each([
    ['America/New_York', '2026-07-01T12:00:00Z', 3600],
    ['America/New_York', '2026-01-01T12:00:00Z', 0],
    ['Europe/London', '2026-07-01T12:00:00Z', 3600],
    ['Europe/London', '1941-07-01T12:00:00Z', 7200],
    ['Europe/Dublin', '2026-07-01T12:00:00Z', 3600],
    ['Australia/Sydney', '2026-01-01T12:00:00Z', 3600],
    ['Asia/Tokyo', '1949-07-01T12:00:00Z', 3600],
    ['Asia/Shanghai', '1988-07-01T12:00:00Z', 3600],
    ['Asia/Kolkata', '2026-07-01T12:00:00Z', 0],
    ['Asia/Pyongyang', '2016-07-01T12:00:00Z', 0],
  ])('%s has on %s %i seconds of summer time', (zone, instant, seconds) => {
    expect(zoneOf(zone).summerTime(at(instant))).toBe(seconds);
  });

  test.each(['Mars/Olympus', '+09:00', '', '__proto__', 'asia'])('the zone "%s" is unknown', name => {
    expect(() => zoneOf(name)).toThrow(expect.objectContaining({ code: 'unknown_time_zone' }));
  });

  test('the aliases of Seoul are Seoul, and a name is one zone however it is written', () => {
    expect(zoneOf('ROK')).toBe(zoneOf('Asia/Seoul'));
    expect(zoneOf('asia/seoul')).toBe(zoneOf('Asia/Seoul'));
    expect(zoneOf('AMERICA/new_york')).toBe(zoneOf('America/New_York'));
    expect([isTimeZone('Asia/Tokyo'), isTimeZone('+09:00'), isTimeZone('Asia/Atlantis')]).toEqual([true, false, false]);
  });
});
