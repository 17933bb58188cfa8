import earthSeries from 'astronomia/data/vsop87Dearth';
import { Planet } from 'astronomia/planetposition';
import { apparentVSOP87 } from 'astronomia/solar';

const ARC_SECOND = Math.PI / 180 / 3600;
const J2000 = 2_451_545;
const DAYS_PER_CENTURY = 36_525;

/**
 * Correction of the IAU 1976 precession rate that VSOP87's equinox of date rests on, in arc seconds a century
 * (Herring and others 1994; IAU 2000 took it over). Without it terms are 7 s off in 1900 and 2100.
 */
const PRECESSION_RATE_CORRECTION = -0.29965;

const earth = new Planet(earthSeries);

/**
 * Apparent geocentric longitude of the sun of date, in radians (any turn), at a Julian ephemeris day: VSOP87D in
 * full, FK5 correction −0.09033″, IAU 1980 nutation (63 terms), aberration −20.4898″/R, corrected precession.
 */
export function sunLongitude(jde: number): number {
  const centuries = (jde - J2000) / DAYS_PER_CENTURY;
  return apparentVSOP87(earth, jde).lon + PRECESSION_RATE_CORRECTION * ARC_SECOND * centuries;
}
