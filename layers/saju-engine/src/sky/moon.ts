import {
  MOON_ARGUMENTS,
  MOON_LATITUDE,
  MOON_LONGITUDE,
  MOON_LONGITUDE_DRIFT,
  MOON_PLANETARY_LATITUDE,
  MOON_PLANETARY_LONGITUDE,
} from '../tables/moon-series.ts';
import { harmonics, setHarmonicArguments, sumCosines, sumSines } from './harmonics.ts';
import { polynomial, seriesNumbers } from './series.ts';

const HUNDREDTH_ARC_SECOND = Math.PI / 180 / 3600 / 100;
const PLANETARY_COLUMNS = 3;

export interface MoonPosition {
  /** Radians at the mean equinox of date (without nutation), not reduced to a turn; light time is in it. */
  readonly longitude: number;
  /** Radians, positive to the north. */
  readonly latitude: number;
  /** From the centre of the earth to that of the moon, km. */
  readonly distance: number;
}
