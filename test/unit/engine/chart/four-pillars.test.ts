import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { GAPJA } from '../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { SOLAR_TERMS, TERM_INSTANTS, termSerial } from '../../../../layers/saju-engine/src/calendar/solar-terms.ts';
import { chart } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { fourPillars } from '../../../../layers/saju-engine/src/chart/four-pillars.ts';
import { isoDate, isoInstant } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { referenceCases, requestOf } from '../reference.ts';

type Name = 'year' | 'month' | 'day' | 'hour';
interface Expected {
  readonly expected: Readonly<Record<Name, string>>;
  readonly compare: readonly Name[];
  readonly derivation: { readonly utc: string };
}

const UTC = { timeZone: 'Etc/UTC', longitude: 0 };

/** Pillars at an instant, on a clock of UTC. */
function pillarsAtUtc(instant: number, options = {}) {
  const iso = isoInstant(instant);
  return fourPillars({ date: iso.slice(0, 10), time: iso.slice(11, 19) }, UTC, options);
}

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const anySecond = fc.integer({ min: 0, max: 86_399 });
const time = (second: number) => new Date(second * 1000).toISOString().slice(11, 19);

describe('the four pillars', () => {
  const cases = referenceCases<Expected>('saju-cases.json');

  test('there are 114 reference cases', () => {
    expect(cases).toHaveLength(114);
  });

  test.each(cases.map(one => [one.id, one] as const))('agree with the reference case %s', (_, one) => {
    const { pillars, instant } = chart(requestOf(one));
    expect(Date.parse(instant)).toBe(Date.parse(one.derivation.utc));
    for (const name of one.compare) expect(pillars[name]?.hanja, name).toBe(one.expected[name]);
  });

  test('the day pillar advances by one a day over the whole range', () => {
    let before = fourPillars({ date: isoDate(FIRST_DAY), time: '12:00' }).day.index;
    expect(GAPJA[before]!.hanja).toBe('甲戌');
    for (let day = FIRST_DAY + 1; day <= LAST_DAY; day++) {
      const { index } = fourPillars({ date: isoDate(day), time: '12:00' }).day;
      expect(index).toBe((before + 1) % 60);
      before = index;
    }
  });

  test('the month pillar changes exactly at the second of each 절, and the year pillar at 입춘 alone', () => {
    for (let year = 1900; year <= 2100; year++) {
      for (let index = 0; index < SOLAR_TERMS.length; index++) {
        const at = TERM_INSTANTS[termSerial(year, index)]!;
        const [before, after] = [pillarsAtUtc(at - 1), pillarsAtUtc(at)];
        expect((after.month.index - before.month.index + 60) % 60).toBe(index % 2 === 0 ? 1 : 0);
        expect((after.year.index - before.year.index + 60) % 60).toBe(SOLAR_TERMS[index]!.code === 'ipchun' ? 1 : 0);
      }
    }
  });

  test('the options of 자시 differ only between 23:00 and 24:00 of local time, and never move year or month', () => {
    fc.assert(
      fc.property(anyDay, anySecond, (day, second) => {
        const birth = { date: isoDate(day), time: time(second) };
        const [split, jasi, midnight] = (['split', 'jasi', 'midnight'] as const).map(rule =>
          fourPillars(birth, UTC, { timeBasis: 'standard', jasi: rule }),
        );
        expect(jasi!.year).toBe(split!.year);
        expect(jasi!.month).toBe(split!.month);
        expect(midnight!.year).toBe(split!.year);
        expect(midnight!.month).toBe(split!.month);
        if (second < 23 * 3600) {
          expect(jasi).toEqual(split);
          expect(midnight).toEqual(split);
        } else {
          expect(jasi!.day.index).toBe((split!.day.index + 1) % 60);
          expect(midnight!.day).toBe(split!.day);
          expect(jasi!.hour).toBe(split!.hour);
          expect(midnight!.hour!.index).toBe((split!.hour!.index + 48) % 60);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('입춘 of 2021, at 23:58:47 of an evening, changes year and month then and not at 23:00 or midnight', () => {
    for (const jasi of ['split', 'jasi', 'midnight'] as const) {
      const { year, month } = fourPillars({ date: '2021-02-03', time: '23:58:40' }, undefined, { jasi });
      expect([year.hanja, month.hanja]).toEqual(['庚子', '己丑']);
      const after = fourPillars({ date: '2021-02-03', time: '23:58:55' }, undefined, { jasi });
      expect([after.year.hanja, after.month.hanja]).toEqual(['辛丑', '庚寅']);
    }
  });

  test('an unknown hour gives three pillars', () => {
    const { year, month, day, hour } = fourPillars({ date: '1990-05-15' });
    expect([year.hanja, month.hanja, day.hanja, hour]).toEqual(['庚午', '辛巳', '庚辰', null]);
  });

  test.each([
    ['ja', '子'],
    ['joja', '子'],
    ['yaja', '子'],
    ['chuk', '丑'],
    ['o', '午'],
    ['hae', '亥'],
  ] as const)('a birth by the branch of the hour %s has that branch on every time basis', (hourBranch, hanja) => {
    for (const timeBasis of ['clock', 'standard', 'lmt', 'apparent'] as const) {
      const { hour, day } = fourPillars({ date: '1990-05-15', hourBranch }, undefined, { timeBasis });
      expect(hour?.branch.hanja).toBe(hanja);
      expect(day.hanja).toBe('庚辰');
    }
  });
});
