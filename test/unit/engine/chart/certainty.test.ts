import { describe, expect, test } from 'vitest';
import { clockOf, resolveBirth } from '../../../../layers/saju-engine/src/chart/birth.ts';
import type { ChartRequest } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { chart, pillarIndices } from '../../../../layers/saju-engine/src/chart/chart.ts';
import type { Jasi, TimeBasis } from '../../../../layers/saju-engine/src/options.ts';
import { isoWall } from '../../../../layers/saju-engine/src/time/clock-time.ts';
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
      NAMES.forEach((name, position) => {
        const { direction, becomes } = pillars[name]!;
        const sign = direction === 'later' ? 1 : -1;
        const beyond = pillarsAfter(request, sign * (seconds[position]! + 1));
        expect(beyond[position], `${JSON.stringify(request)} ${name}`).toBe(becomes.index);
        if (seconds[position]! > 0) {
          const short = pillarsAfter(request, sign * (seconds[position]! - 1));
          expect(short[position], `${JSON.stringify(request)} ${name}`).toBe(now[position]);
        }
        if (seconds[position] === nearest) {
          // Exactly the pillars that state this very boundary change there.
          NAMES.forEach((other, at) => {
            const { boundary } = pillars[other]!;
            const same = boundary.at === pillars[name]!.boundary.at && pillars[other]!.direction === direction;
            if (same) expect(beyond[at]).not.toBe(now[at]);
            else if (seconds[at]! > nearest + 1) expect(beyond[at]).toBe(now[at]);
          });
          if (name === 'year') years++;
        }
      });
    }
    expect(years).toBeGreaterThan(10);
  });
});
