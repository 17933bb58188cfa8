import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { fourPillars } from '../../../../layers/saju-engine/src/chart/four-pillars.ts';
import { searchPillars } from '../../../../layers/saju-engine/src/chart/pillar-search.ts';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import { isoDate, isoInstant } from '../../../../layers/saju-engine/src/time/civil-date.ts';

const anyBirth = fc.record({
  day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  second: fc.integer({ min: 0, max: 86_399 }),
  timeBasis: fc.constantFrom('lmt', 'standard', 'apparent', 'clock'),
  jasi: fc.constantFrom('split', 'jasi', 'midnight'),
} as const);

function clockTime(instant: number): { date: string; time: string } {
  const iso = isoInstant(instant);
  return { date: iso.slice(0, 10), time: iso.slice(11, 19) };
}

function refusal(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof SajuError ? `${error.code} ${error.path.join('.')}` : `${error}`;
  }
}

describe('search back from pillars', () => {
  const place = { latitude: 0, longitude: 135, timeZone: 'Etc/UTC' };

  test('finds every birth by its pillars, and its pillars are those of the first and last second found', () => {
    fc.assert(
      fc.property(anyBirth, ({ day, second, timeBasis, jasi }) => {
        const birth = { date: isoDate(day), time: new Date(second * 1000).toISOString().slice(11, 19) };
        const options = { timeBasis, jasi };
        const pillars = fourPillars(birth, place, options);
        const query = {
          year: pillars.year.index,
          month: pillars.month.index,
          day: pillars.day.index,
          hour: pillars.hour!.index,
        };
        const matches = searchPillars(query, place, options);
        const at = `${birth.date}T${birth.time}Z`;
        expect(matches.some(({ from, to }) => from <= at && at < to)).toBe(true);
        for (const { from, to } of matches) {
          for (const instant of [Date.parse(from) / 1000, Date.parse(to) / 1000 - 1]) {
            expect(fourPillars(clockTime(instant), place, options)).toEqual(pillars);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('cuts a stretch where the range begins or ends', () => {
    const options = { timeBasis: 'apparent' } as const;
    const first = fourPillars({ date: '1900-01-01', time: '00:00' }, place, options);
    const indices = ({ year, month, day, hour }: typeof first) => ({
      year: year.index,
      month: month.index,
      day: day.index,
      hour: hour!.index,
    });
    expect(searchPillars(indices(first), place, options)[0]?.from).toBe('1900-01-01T00:00:00Z');
    const last = fourPillars({ date: '2101-01-28', time: '23:59:59' }, place, options);
    expect(searchPillars(indices(last), place, options).at(-1)?.to).toBe('2101-01-29T00:00:00Z');
  });

  test('without an hour the whole day is found, cut where a 절 falls in it', () => {
    // 2021-02-03: 입춘 at 23:58:47 in Korea.
    const { year, month, day } = fourPillars({ date: '2021-02-03', time: '12:00' }, undefined, {
      timeBasis: 'standard',
    });
    const found = searchPillars({ year: year.index, month: month.index, day: day.index }, undefined, {
      timeBasis: 'standard',
    });
    const match = found.find(({ solarDate }) => solarDate === '2021-02-03');
    expect(match?.clockFrom).toBe('2021-02-03T00:00:00');
    expect(match?.clockTo).toMatch(/^2021-02-03T23:58:4[678]$/);
  });

  test('says that no such month is in such a year, and no such hour in such a day', () => {
    expect(refusal(() => searchPillars({ year: 0, month: 2, day: 0 }))).toBeUndefined();
    expect(refusal(() => searchPillars({ year: 0, month: 0, day: 0 }))).toBe('impossible_pillars month');
    expect(refusal(() => searchPillars({ year: 0, month: 14, day: 0 }))).toBe('impossible_pillars month');
    expect(refusal(() => searchPillars({ year: 0, month: 2, day: 0, hour: 12 }))).toBeUndefined();
    expect(refusal(() => searchPillars({ year: 0, month: 2, day: 0, hour: 24 }))).toBe('impossible_pillars hour');
    expect(refusal(() => searchPillars({ year: 0, month: 2, day: 0, hour: 12 }, undefined, { jasi: 'jasi' }))).toBe(
      'impossible_pillars hour',
    );
  });
});
