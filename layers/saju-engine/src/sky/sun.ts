import { SUN_LATITUDE, SUN_LONGITUDE, SUN_POLYNOMIAL } from '../tables/sun-series.ts';
import { centuriesSinceJ2000 } from './dynamical-time.ts';
import { nutation } from './nutation.ts';
import { polynomial, seriesNumbers } from './series.ts';

const DEGREE = Math.PI / 180;
const COLUMNS = 4;

/** Constant of aberration, 20.4898″. */
const ABERRATION = (20.489_8 / 3600) * DEGREE;

const LONGITUDE: Float64Array = /* @__PURE__ */ seriesNumbers(SUN_LONGITUDE, COLUMNS);
const LATITUDE: Float64Array = /* @__PURE__ */ seriesNumbers(SUN_LATITUDE, COLUMNS);

export interface EclipticPosition {
  /** Degrees, 0 to 360. */
  readonly longitude: number;
  /** Degrees, positive to the north. */
  readonly latitude: number;
}

/**
 * Apparent geocentric position of the sun of date (VSOP87D cut at 0.05″, nutation, aberration), for 1899 to 2101.
 * The longitude is within 0.9″ of the full theory, the latitude within 0.1″.
 */
export function sunPosition(instant: number): EclipticPosition {
  const centuries = centuriesSinceJ2000(instant);
  const longitude = (sunLongitude(centuries) + nutation(centuries).longitude) / DEGREE;
  return {
    longitude: longitude - 360 * Math.floor(longitude / 360),
    latitude: -periodic(LATITUDE, centuries / 10) / DEGREE,
  };
}

/**
 * Longitude of the sun, with aberration, at the mean equinox of date (without nutation), in radians (not reduced to a
 * turn), at Julian centuries (TT) since J2000.
 */
export function sunLongitude(centuries: number): number {
  const millennia = centuries / 10;
  const earth = polynomial(SUN_POLYNOMIAL, millennia) + periodic(LONGITUDE, millennia);
  return earth + Math.PI - ABERRATION / sunDistance(centuries);
}

/** Distance of the sun in astronomical units, to 0.0003: the ellipse's first term. */
function sunDistance(centuries: number): number {
  return 1 - 0.016_71 * Math.cos(6.240_04 + 628.301_96 * centuries);
}

/** Sum of a VSOP series whose rows are power of time, amplitude (1e-8), phase and frequency. */
function periodic(rows: Float64Array, millennia: number): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i += COLUMNS) {
    let term = rows[i + 1]! * Math.cos(rows[i + 2]! + rows[i + 3]! * millennia);
    for (let power = rows[i]!; power > 0; power--) term *= millennia;
    sum += term;
  }
  return sum * 1e-8;
}
