import fc from 'fast-check';
import { type Saju, saju } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { hourGapja } from '../../../../../layers/saju-engine/src/calendar/sexagenary.ts';

/** Charts as they can be: the year and the day any pair, the month and the hour by 오호둔 and 오서둔; the hour may be unknown. */
export const anySaju: fc.Arbitrary<Saju> = fc
  .record({
    year: fc.nat(59),
    month: fc.nat(11),
    day: fc.nat(59),
    hour: fc.option(fc.nat(11), { freq: 9 }),
  })
  .map(({ year, month, day, hour }) => sajuOf(year, month, day, hour));

/**
 * @param year and day 0 to 59
 * @param month 0 (寅) to 11
 * @param hour 0 (子) to 11
 */
export function sajuOf(year: number, month: number, day: number, hour: number | null): Saju {
  return saju(year, (12 * (year % 5) + 2 + month) % 60, day, hour === null ? null : hourGapja(day, hour));
}
