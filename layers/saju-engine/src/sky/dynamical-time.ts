import { DELTA_T_STEPS } from '../tables/delta-t.ts';

const SECONDS_PER_YEAR = 31_556_952;
const SECONDS_PER_CENTURY = 36_525 * 86_400;
/** 1899-01-01T00:00:00Z and 2000-01-01T12:00:00Z. */
const ORIGIN = -2_240_524_800;
const J2000 = 946_728_000;

/** ΔT in seconds at each 1 January from 1899 to 2102. */
const DELTA_T: Float64Array = /* @__PURE__ */ (() => {
  let tenths = 0;
  return Float64Array.from(DELTA_T_STEPS, step => {
    tenths += step;
    return tenths / 10;
  });
})();

/**
 * ΔT = TT − UT in seconds at an instant, 1899 to 2101 (outside, those of the ends). Within 0.8 s of the model the
 * solar terms rest on (observed before 1972, leap seconds to 2026, forecast after): leap seconds are ramps here.
 */
export function deltaT(instant: number): number {
  const years = (instant - ORIGIN) / SECONDS_PER_YEAR;
  const index = Math.min(Math.max(Math.floor(years), 0), DELTA_T.length - 2);
  const before = DELTA_T[index]!;
  return before + Math.min(Math.max(years - index, 0), 1) * (DELTA_T[index + 1]! - before);
}

/** Julian centuries of Terrestrial Time since J2000 at an instant (which may have a fraction). */
export function centuriesSinceJ2000(instant: number): number {
  return (instant + deltaT(instant) - J2000) / SECONDS_PER_CENTURY;
}
