import elpSeries from 'astronomia/data/elpMppDe';
import { Moon } from 'astronomia/elp';
import { nutation } from 'astronomia/nutation';
import { instantOf } from './delta-t.ts';
import { sunLongitude } from './sun-longitude.ts';

const TURN = 2 * Math.PI;
const SYNODIC_MONTH = 29.530588861;
/** Days that light takes from the moon on average; the extremes, 0.09 s off, move a new moon by 0.1 s. */
const LIGHT_TIME = 384_400 / 299_792.458 / 86_400;

/** Julian ephemeris day of the mean new moon of 2000-01-06 (Meeus, Astronomical Algorithms, 49.1). */
const MEAN_NEW_MOON_2000 = 2_451_550.09766;

const moon = new Moon(elpSeries);

/**
 * Apparent longitude of the moon minus that of the sun, in radians, −π to π. ELP/MPP02 as fitted to DE405, in
 * astronomia's shorter series (its new moons are within 1.7 s of JPL's, no worse than with the full series).
 */
function elongation(jde: number): number {
  const longitude = moon.position(jde - LIGHT_TIME).lon + nutation(jde)[0];
  const ahead = longitude - sunLongitude(jde);
  return ahead - TURN * Math.round(ahead / TURN);
}

/** Instant (seconds since 1970-01-01T00:00:00Z, with fraction) of the new moon `lunation` months after that of 2000-01-06. */
export function newMoonInstant(lunation: number): number {
  let jde = MEAN_NEW_MOON_2000 + lunation * SYNODIC_MONTH;
  let step: number;
  do {
    step = (elongation(jde) / TURN) * SYNODIC_MONTH;
    jde -= step;
  } while (Math.abs(step) > 1e-6); // 0.1 s; a step leaves a tenth of itself
  return instantOf(jde);
}
