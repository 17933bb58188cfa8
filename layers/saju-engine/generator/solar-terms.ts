import { instantOf } from './delta-t.ts';
import { sunLongitude } from './sun-longitude.ts';

const TROPICAL_YEAR = 365.2422;
const TURN = 2 * Math.PI;

/** Julian ephemeris day near 소한 (longitude 285°) of 2000: 2000-01-06 01:00. */
const SOHAN_2000 = 2_451_549.54;

/**
 * Instant (seconds since 1970-01-01T00:00:00Z, with fraction) of a solar term: the sun's apparent longitude is
 * 285° + 15° × index, index 0 소한 to 23 동지 of the Gregorian year.
 */
export function solarTermInstant(year: number, index: number): number {
  const target = ((285 + 15 * index) * Math.PI) / 180;
  let jde = SOHAN_2000 + (year - 2000 + index / 24) * TROPICAL_YEAR;
  let step: number;
  do {
    const ahead = sunLongitude(jde) - target;
    // The guess is at most 3 days off, so the nearest turn is the right one; each step leaves 3 % at most.
    step = ((ahead - TURN * Math.round(ahead / TURN)) / TURN) * TROPICAL_YEAR;
    jde -= step;
  } while (Math.abs(step) > 1e-7);
  return instantOf(jde);
}
