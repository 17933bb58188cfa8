import type { Nutation } from './nutation.ts';

const TURN = 2 * Math.PI;
const J2000 = 946_728_000;
const SECONDS_PER_DAY = 86_400;
const DAYS_PER_CENTURY = 36_525;

/** Sidereal radians in a second of universal time. */
export const SIDEREAL_RATE = (1.002_737_909_350_795 * TURN) / SECONDS_PER_DAY;

/**
 * Apparent sidereal time at Greenwich in radians (not reduced to a turn): IAU 1982 mean time and the equation of the
 * equinoxes. The instant is taken for UT1, from which UTC differs by less than 0.9 s since 1972.
 */
export function siderealTime(instant: number, { longitude, obliquity }: Nutation): number {
  const days = (instant - J2000) / SECONDS_PER_DAY;
  // Whole days are whole turns: taken off, so that the angle stays exact to 1e-10.
  return (days - Math.floor(days)) * TURN + meanSun(instant) + longitude * Math.cos(obliquity);
}

/** Right ascension of the mean sun in radians: mean sidereal time at Greenwich less the time since noon there. */
export function meanSun(instant: number): number {
  const centuries = (instant - J2000) / (SECONDS_PER_DAY * DAYS_PER_CENTURY);
  const drift = (8_640_184.812_866 + 0.093_104 * centuries) * centuries;
  return ((67_310.548_41 + drift) / SECONDS_PER_DAY) * TURN;
}
