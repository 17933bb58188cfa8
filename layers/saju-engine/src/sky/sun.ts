import { SUN_LATITUDE, SUN_LONGITUDE, SUN_LONGITUDE_1, SUN_LONGITUDE_2, SUN_POLYNOMIAL } from '../tables/sun-series.ts';
import { centuriesSinceJ2000 } from './dynamical-time.ts';
import { nutationInLongitude } from './nutation.ts';
import { cosineOfTurns, cosineSum, polynomial } from './series.ts';

const DEGREE = Math.PI / 180;
/** Unit of the series' amplitudes, radians. */
const UNIT = 1e-8;

/** Constant of aberration, 20.4898″. */
const ABERRATION = (20.489_8 / 3600) * DEGREE;

export interface EclipticPosition {
  /** Degrees, 0 to 360. */
  readonly longitude: number;
  /** Degrees, positive to the north. */
  readonly latitude: number;
}

/**
 * Apparent geocentric position of the sun of date (VSOP87D cut at 0.05″, nutation, aberration), for 1899 to 2101.
 * The longitude is within 0.9″ of the full theory (median 0.1″), the latitude within 0.2″ (median 0.03″).
 */
export function sunPosition(instant: number): EclipticPosition {
  const centuries = centuriesSinceJ2000(instant);
  const longitude = (sunLongitude(centuries) + nutationInLongitude(centuries)) / DEGREE;
  return {
    longitude: longitude - 360 * Math.floor(longitude / 360),
    latitude: (-cosineSum(SUN_LATITUDE, centuries / 10) * UNIT) / DEGREE,
  };
}

/**
 * Longitude of the sun, with aberration, at the mean equinox of date (without nutation), in radians (not reduced to a
 * turn), at Julian centuries (TT) since J2000. With `quickCosineSum` it is within 1e-9 of what it is without.
 */
export function sunLongitude(centuries: number, sum = cosineSum): number {
  const millennia = centuries / 10;
  const periodic =
    sum(SUN_LONGITUDE, millennia) +
    millennia * (sum(SUN_LONGITUDE_1, millennia) + millennia * sum(SUN_LONGITUDE_2, millennia));
  const earth = polynomial(SUN_POLYNOMIAL, millennia) + periodic * UNIT;
  return earth + Math.PI - ABERRATION / sunDistance(centuries);
}

/** Distance of the sun in astronomical units, to 0.0003: the ellipse's first term. */
function sunDistance(centuries: number): number {
  return 1 - 0.016_71 * cosineOfTurns(0.993_133 + 99.997_362 * centuries);
}
