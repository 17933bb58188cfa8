import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chart } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { zoneOf } from '../../../../layers/saju-engine/src/time/zone.ts';

/** A line a zone: its name, and the runs of months from 1900-01 on, `7` without summer time, `5s` with an hour, `5x30` with 30 minutes. */
const LINES = readFileSync(new URL('../../../reference/summer-time.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** Minutes of summer time by month. */
function minutesByMonth(runs: string): readonly number[] {
  return runs.split(' ').flatMap(run => {
    const [, count, hour, minutes = hour === undefined ? 0 : 60] = /^(\d+)(s)?(?:x(\d+))?$/.exec(run)!;
    return new Array<number>(Number(count)).fill(Number(minutes));
  });
}

describe('summer time abroad', () => {
  test.each(LINES.slice(1).map(line => line.split(',') as [string, string]))(
    'of %s is that of the IANA data on the 15th of every month from 1900 to 2037',
    (name, runs) => {
      const zone = zoneOf(name);
      const minutes = minutesByMonth(runs);
      expect(minutes).toHaveLength(138 * 12);
      const wrong = minutes.flatMap((expected, month) => {
        const found = zone.summerTime(Date.UTC(1900, month, 15, 12) / 1000) / 60;
        return found === expected ? [] : [`${1900 + Math.floor(month / 12)}-${(month % 12) + 1}: ${found}`];
      });
      expect(wrong).toEqual([]);
    },
  );

  test('is an hour in the summer in which Samoa went over the date line', () => {
    const { corrections, pillars } = chart({
      birth: { date: '2012-01-15', time: '12:00' },
      place: { longitude: -171.77, timeZone: 'Pacific/Apia' },
      sex: 'male',
      options: { timeBasis: 'standard' },
    });
    expect(corrections).toMatchObject({ summerTimeMinutes: 60, localTime: '2012-01-15T11:00:00' });
    expect(pillars.day.hanja).toBe('乙亥');
  });

  test('is taken off in the war, when New York had no winter for four years', () => {
    const { corrections, pillars, certainty } = chart({
      birth: { date: '1944-07-15', time: '13:30' },
      place: { longitude: -74.01, timeZone: 'America/New_York' },
      sex: 'male',
      options: { timeBasis: 'standard' },
    });
    expect(corrections).toMatchObject({ summerTimeMinutes: 60, localTime: '1944-07-15T12:30:00' });
    expect(pillars.hour?.hanja).toBe('壬午');
    expect(certainty.flags.map(({ code }) => code)).toContain('summer_time');
  });

  test.each([
    ['Asia/Singapore', '1943-06-01', 'the time of Japan, which held it'],
    ['Asia/Kolkata', '1950-06-01', 'a change of standard time'],
    ['America/Vancouver', '2030-07-01', 'named Daylight Time for ever'],
  ])('is not what %s had on %s (%s)', (zone, date) => {
    expect(zoneOf(zone).summerTime(Date.parse(date) / 1000)).toBe(0);
  });
});
