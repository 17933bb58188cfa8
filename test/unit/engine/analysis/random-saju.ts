import fc from 'fast-check';
import { type Saju, saju } from '../../../../layers/saju-engine/src/analysis/saju.ts';
import { hourGapja } from '../../../../layers/saju-engine/src/calendar/sexagenary.ts';

/** Charts whose month fits the year (오호둔) and whose hour fits the day (오서둔); one in five without its hour. */
export const anySaju: fc.Arbitrary<Saju> = fc
  .record({
    year: fc.nat(59),
    month: fc.nat(11),
    day: fc.nat(59),
    hour: fc.option(fc.nat(11), { freq: 4, nil: null }),
  })
  // 寅, the first month of a year of stem s, is pair 12 s + 2 of the sixty.
  .map(({ year, month, day, hour }) =>
    saju(year, (12 * (year % 10) + 2 + month) % 60, day, hour === null ? null : hourGapja(day, hour)),
  );
