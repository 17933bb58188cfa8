import { centuriesSinceJ2000 } from './dynamical-time.ts';
import { quickNutation } from './nutation.ts';
import { cosineOfTurns, quickCosineSum } from './series.ts';
import { meanSun } from './sidereal-time.ts';
import { sunLongitude } from './sun.ts';

const TURN = 2 * Math.PI;
const SECONDS_PER_DAY = 86_400;

/**
 * Apparent minus mean solar time in seconds (균시차), −868 to 992 over 1899 to 2101: what a sundial is ahead of the
 * mean sun. It is the right ascension of the mean sun, from the true equinox, less that of the true sun.
 */
export function equationOfTime(instant: number): number {
  const centuries = centuriesSinceJ2000(instant);
  const { longitude: shift, obliquity } = quickNutation(centuries);
  const cosObliquity = Math.cos(obliquity);
  // As it is rounded to seconds, 1e-5 s is enough of it.
  const longitude = sunLongitude(centuries, quickCosineSum) + shift;
  const rightAscension = longitude - reductionToEquator(longitude, cosObliquity);
  const turns = (meanSun(instant) + shift * cosObliquity - rightAscension) / TURN;
  return (turns - Math.round(turns)) * SECONDS_PER_DAY;
}

/**
 * Longitude less right ascension of a point of the ecliptic, radians: tan r = y sin 2λ / (1 + y cos 2λ), where y is
 * tan² of half the obliquity. As r stays within 0.045, three terms of the arc tangent give it to 1e-10.
 */
function reductionToEquator(longitude: number, cosObliquity: number): number {
  const y = (1 - cosObliquity) / (1 + cosObliquity);
  const double = longitude / Math.PI;
  const t = (y * cosineOfTurns(double - 0.25)) / (1 + y * cosineOfTurns(double));
  return t * (1 + t * t * (-1 / 3 + (t * t) / 5));
}
