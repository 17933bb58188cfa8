import { centuriesSinceJ2000 } from './dynamical-time.ts';
import { nutation } from './nutation.ts';
import { siderealTime } from './sidereal-time.ts';
import { sunLongitude } from './sun.ts';

const TURN = 2 * Math.PI;
const SECONDS_PER_DAY = 86_400;

/**
 * Apparent minus mean solar time in seconds (균시차), −868 to 992 over 1899 to 2101: what a sundial is ahead of the
 * mean sun. It is the hour angle of the true sun at Greenwich less that of the mean sun, which is UT less 12 hours.
 */
export function equationOfTime(instant: number): number {
  const centuries = centuriesSinceJ2000(instant);
  const frame = nutation(centuries);
  const longitude = sunLongitude(centuries) + frame.longitude;
  const rightAscension = Math.atan2(Math.cos(frame.obliquity) * Math.sin(longitude), Math.cos(longitude));
  const trueSun = (siderealTime(instant, frame) - rightAscension) / TURN;
  const meanSun = instant / SECONDS_PER_DAY - 0.5;
  const turns = trueSun - meanSun;
  return (turns - Math.round(turns)) * SECONDS_PER_DAY;
}
