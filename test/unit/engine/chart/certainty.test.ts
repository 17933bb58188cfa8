import { describe, expect, test } from 'vitest';
import { clockOf, resolveBirth } from '../../../../layers/saju-engine/src/chart/birth.ts';
import { type ChartRequest, chart } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { pillarIndices } from '../../../../layers/saju-engine/src/chart/four-pillars.ts';
import type { Jasi, TimeBasis } from '../../../../layers/saju-engine/src/options.ts';
import { isoWall } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { localOffset } from '../../../../layers/saju-engine/src/time/local-time.ts';
import { seededRandom } from '../../seeded-random.ts';

const NAMES = ['year', 'month', 'day', 'hour'] as const;
const BASES: readonly TimeBasis[] = ['lmt', 'clock', 'standard', 'apparent'];
const RULES: readonly Jasi[] = ['split', 'jasi', 'midnight'];
const PLACES = [
  { latitude: 37.5665, longitude: 126.978, timeZone: 'Asia/Seoul' },
  { latitude: 35.18, longitude: 129.08, timeZone: 'Asia/Seoul' },
  { latitude: 40.71, longitude: -74.01, timeZone: 'America/New_York' },
  { latitude: 51.51, longitude: -0.13, timeZone: 'Europe/London' },
];
const FROM = Date.UTC(1900, 0, 10) / 1000;
const SPAN = Date.UTC(2101, 0, 20) / 1000 - FROM;

/** Pillars of a person born `seconds` later. */
function pillarsAfter({ birth, place, options }: ChartRequest, seconds: number): readonly (number | null)[] {
  const basis = options!.timeBasis!;
  const { instant, ...moment } = resolveBirth(birth, place, basis);
  const { clock } = clockOf(place, basis);
  const moved = instant + seconds;
  const indices = pillarIndices(
    { ...moment, instant: moved, local: moved + localOffset(clock, moved) },
    options!.jasi!,
  );
  return NAMES.map(name => indices[name]);
}

describe('certainty', () => {
  test('over 10,000 random births, a second more than the stated minutes changes exactly what is stated; a second less, nothing', () => {
    const random = seededRandom(20_261_122);
    let years = 0;
    for (let count = 0; count < 10_000; count++) {
      // A third of the births lie within a day of a 입춘, so that years and months are put to the test too.
      const near = count % 3 === 0 ? Date.UTC(1900 + Math.floor(random() * 200), 1, 4) / 1000 : undefined;
      const instant = Math.floor(near === undefined ? FROM + random() * SPAN : near + (random() - 0.5) * 172_800);
      const place = PLACES[Math.floor(random() * PLACES.length)]!;
      const options = {
        timeBasis: BASES[Math.floor(random() * BASES.length)]!,
        jasi: RULES[Math.floor(random() * RULES.length)]!,
      };
      const { clock } = clockOf(place, 'clock');
      const [date = '', time = ''] = isoWall(instant + clock.zone.utcOffset(instant)).split('T');
      const request: ChartRequest = { birth: { date, time }, place, sex: 'female', options };
      const { pillars } = chart(request).certainty;
      const now = pillarsAfter(request, 0);

      const seconds = NAMES.map(name => Math.round(pillars[name]!.minutes * 60));
      const nearest = Math.min(...seconds);
      // `expect` 100,000 times takes longer than all the births: it is called where something is wrong.
      const fail = (name: string): never => expect.fail(`${name} of ${JSON.stringify(request)}`);
      NAMES.forEach((name, position) => {
        const { direction, becomes } = pillars[name]!;
        const sign = direction === 'later' ? 1 : -1;
        const beyond = pillarsAfter(request, sign * (seconds[position]! + 1));
        if (beyond[position] !== becomes.index || becomes.index === now[position]) fail(name);
        if (seconds[position]! > 0) {
          const short = pillarsAfter(request, sign * (seconds[position]! - 1));
          if (short[position] !== now[position]) fail(name);
        }
        if (seconds[position] === nearest) {
          // Exactly the pillars that state this very boundary change there.
          NAMES.forEach((other, at) => {
            const { boundary } = pillars[other]!;
            const same = boundary.at === pillars[name]!.boundary.at && pillars[other]!.direction === direction;
            if (same === (beyond[at] === now[at]) && (same || seconds[at]! > nearest + 1)) fail(other);
          });
          if (name === 'year') years++;
        }
      });
    }
    expect(years).toBeGreaterThan(10);
  });

  const certaintyOf = (birth: ChartRequest['birth'], place?: ChartRequest['place']) =>
    chart({ birth, ...(place && { place }), sex: 'male' }).certainty;
  const codes = (birth: ChartRequest['birth']) => certaintyOf(birth).flags.map(({ code }) => code);

  test('the score is 100 far from every boundary, and half a pillar less on one', () => {
    expect(certaintyOf({ date: '1990-05-15', time: '14:30' }).accuracyScore).toBe(100);
    // The hour turns at 15:32:05 in Seoul: an even chance for the hour's 25 points.
    expect(certaintyOf({ date: '1990-05-15', time: '15:32:05' }).accuracyScore).toBe(87.5);
  });

  test('a time to the minute is less sure than one to the second', () => {
    const minute = certaintyOf({ date: '1990-05-15', time: '15:30' }).accuracyScore;
    const second = certaintyOf({ date: '1990-05-15', time: '15:30:00' }).accuracyScore;
    expect(minute).toBeLessThan(second);
  });

  test('an unknown hour has no boundary of the hour, at most 75 points, and says so', () => {
    const { accuracyScore, pillars, flags } = certaintyOf({ date: '1990-05-15' });
    expect(pillars.hour).toBeNull();
    expect(accuracyScore).toBeLessThanOrEqual(75);
    expect(flags.map(({ code }) => code)).toContain('hour_unknown');
  });

  test('a day in which 입춘 falls puts year and month in doubt while the hour is unknown', () => {
    expect(codes({ date: '2021-02-03' })).toContain('pillar_in_doubt');
    expect(codes({ date: '2021-02-03', time: '12:00' })).not.toContain('pillar_in_doubt');
  });

  test('a birth beside a far future 절 is flagged to hang on the rotation of the Earth', () => {
    const { direction, minutes } = certaintyOf({ date: '2099-02-04', time: '06:00' }).pillars.year;
    expect(minutes).toBeGreaterThan(2);
    const at = Date.parse('2099-02-03T21:00:00Z') + (direction === 'later' ? 1 : -1) * minutes * 60_000;
    const korea = new Date(at + 9 * 3_600_000 + 30_000).toISOString();
    expect(codes({ date: korea.slice(0, 10), time: korea.slice(11, 19) })).toContain('term_depends_on_delta_t');
    expect(codes({ date: '1999-02-04', time: '15:57' })).not.toContain('term_depends_on_delta_t');
  });

  test('a lunar birthday in a month that hangs on an undecidable new moon is flagged', () => {
    expect(codes({ calendar: 'lunar', date: '2074-07-05', time: '12:00' })).toContain('lunar_date_depends_on_delta_t');
    expect(codes({ calendar: 'lunar', date: '2024-07-05', time: '12:00' })).not.toContain(
      'lunar_date_depends_on_delta_t',
    );
  });

  test('조자시 and 야자시 put no pillar in doubt: all births of one have the same chart', () => {
    for (const hourBranch of ['joja', 'yaja'] as const) {
      for (const jasi of RULES) {
        for (const timeBasis of BASES) {
          for (const month of ['01', '04', '07', '10']) {
            const birth = { date: `1990-${month}-15`, hourBranch };
            const { accuracyScore, flags } = chart({ birth, sex: 'male', options: { jasi, timeBasis } }).certainty;
            expect(accuracyScore).toBe(100);
            expect(flags.map(({ code }) => code)).not.toContain('pillar_in_doubt');
          }
        }
      }
    }
    expect(codes({ date: '1990-05-15', hourBranch: 'ja' })).toContain('pillar_in_doubt');
  });

  test('a time that clocks showed twice is less sure until fold says which it was', () => {
    const birth = { date: '1988-10-09', time: '02:30' } as const;
    expect(codes(birth)).toContain('ambiguous_clock_time');
    for (const fold of [0, 1] as const) expect(codes({ ...birth, fold })).not.toContain('ambiguous_clock_time');
    const score = (fold: { fold?: 0 | 1 }) => certaintyOf({ ...birth, ...fold }).accuracyScore;
    expect(score({ fold: 0 })).toBeCloseTo(score({}) + 12.5, 1);
    expect(score({ fold: 1 })).toBe(100);
  });

  test('a standard time that is no whole quarter of an hour is not local mean time', () => {
    const inMonrovia = (date: string) =>
      certaintyOf({ date, time: '12:00' }, { longitude: -10.8, timeZone: 'Africa/Monrovia' }).flags.map(
        ({ code }) => code,
      );
    expect(inMonrovia('1910-01-15')).toContain('before_standard_time');
    expect(inMonrovia('1960-01-15')).not.toContain('before_standard_time');
  });

  test('clocks being set can be the nearest boundary', () => {
    // On 1961-08-10 clocks in Korea went from 00:00 to 00:30: by the clock the day of the 9th ends there.
    const { day } = chart({
      birth: { date: '1961-08-09', time: '23:50' },
      sex: 'male',
      options: { timeBasis: 'clock' },
    }).certainty.pillars;
    expect(day).toMatchObject({
      minutes: 10,
      direction: 'later',
      boundary: { kind: 'clock_change', at: '1961-08-09T15:30:00Z' },
    });
  });
});
