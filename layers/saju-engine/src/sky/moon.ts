import {
  MOON_ARGUMENTS,
  MOON_DISTANCE,
  MOON_LATITUDE,
  MOON_LONGITUDE,
  MOON_LONGITUDE_DRIFT,
  MOON_PLANETARY_LATITUDE,
  MOON_PLANETARY_LONGITUDE,
} from '../tables/moon-series.ts';
import { cosineSum, polynomial } from './series.ts';

/*
 * No sine is taken but those of the four arguments D, M, M′, F. Their multiples follow by addition of angles, from
 * these the sums kM′ + nF that occur (46), and a term is an amplitude on one of them: the terms that share
 * iD + jM are added up before it comes in.
 */

const HUNDREDTH_ARC_SECOND = Math.PI / 180 / 3600 / 100;
/** Largest multiple of an argument that occurs, either side. */
const REACH = 6;
const WIDTH = 2 * REACH + 1;

/** Terms of the moon's series, in groups that share their multiples of D and M. */
interface Harmonics {
  /** For each group: where the multiple of D and that of M stand in COSINES, and where the group's terms end. */
  readonly groups: Uint16Array;
  /** For each term: where its sum of M′ and F stands in SUM_COSINES. */
  readonly sums: Uint8Array;
  readonly amplitudes: Float64Array;
}

/** The sums of M′ and F that occur: where the two multiples stand in COSINES; and the number of a sum by both. */
const SUM_FIRST: number[] = [];
const SUM_SECOND: number[] = [];
const SUM_NUMBERS = /* @__PURE__ */ new Map<number, number>();
const LONGITUDE: Harmonics = /* @__PURE__ */ harmonics(MOON_LONGITUDE);
const LONGITUDE_DRIFT: Harmonics = /* @__PURE__ */ harmonics(MOON_LONGITUDE_DRIFT);
const LATITUDE: Harmonics = /* @__PURE__ */ harmonics(MOON_LATITUDE);
const DISTANCE: Harmonics = /* @__PURE__ */ harmonics(MOON_DISTANCE);

/** Working memory: the multiples −REACH to REACH of D, of M, of M′ and of F, and the sums that occur. */
const COSINES = new Float64Array(4 * WIDTH);
const SINES = new Float64Array(4 * WIDTH);
const SUM_COSINES = new Float64Array(SUM_FIRST.length);
const SUM_SINES = new Float64Array(SUM_FIRST.length);

export interface MoonPosition {
  /** Radians at the mean equinox of date (without nutation), not reduced to a turn; light time is in it. */
  readonly longitude: number;
  /** Radians, positive to the north. */
  readonly latitude: number;
  /** From the centre of the earth to that of the moon, km. */
  readonly distance: number;
}

/**
 * Geocentric position of the moon (ELP/MPP02 cut at 0.1″ and 5 km) at Julian centuries (TT) since J2000. Over 1899 to
 * 2101 it is within 2.5″ of the full theory in longitude, 2.1″ in latitude and 36 km in distance (medians 0.4″, 0.2″, 6 km).
 */
export function moonPosition(centuries: number): MoonPosition {
  setArguments(centuries);
  const longitude =
    sum(LONGITUDE, true) + sum(LONGITUDE_DRIFT, true) * centuries + cosineSum(MOON_PLANETARY_LONGITUDE, centuries);
  const latitude = sum(LATITUDE, true) + cosineSum(MOON_PLANETARY_LATITUDE, centuries);
  return {
    longitude: polynomial(MOON_ARGUMENTS[0]!, centuries) + longitude * HUNDREDTH_ARC_SECOND,
    latitude: latitude * HUNDREDTH_ARC_SECOND,
    distance: sum(DISTANCE, false),
  };
}

/** The terms of a table; notes the sums of M′ and F it needs. */
function harmonics(rows: readonly (readonly number[])[]): Harmonics {
  const groups: number[] = [];
  const sums: number[] = [];
  const amplitudes: number[] = [];
  for (const row of rows) {
    for (let i = 2; i < row.length; i += 3) {
      sums.push(sumNumber(position(2, row[i]!), position(3, row[i + 1]!)));
      amplitudes.push(row[i + 2]!);
    }
    groups.push(position(0, row[0]!), position(1, row[1]!), sums.length);
  }
  return { groups: Uint16Array.from(groups), sums: Uint8Array.from(sums), amplitudes: Float64Array.from(amplitudes) };
}

function sumNumber(first: number, second: number): number {
  const key = first * 4 * WIDTH + second;
  const known = SUM_NUMBERS.get(key);
  if (known !== undefined) return known;
  SUM_NUMBERS.set(key, SUM_FIRST.length);
  SUM_SECOND.push(second);
  return SUM_FIRST.push(first) - 1;
}

/** Where a multiple of an argument (0 to 3: D, M, M′, F) stands in COSINES and SINES. */
function position(argument: number, multiple: number): number {
  return argument * WIDTH + REACH + multiple;
}

/** Fills the working memory for a time. */
function setArguments(centuries: number): void {
  for (let argument = 0; argument < 4; argument++) {
    const angle = polynomial(MOON_ARGUMENTS[argument + 1]!, centuries);
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const origin = position(argument, 0);
    COSINES[origin] = 1;
    for (let i = origin; i < origin + REACH; i++) {
      const cosine = COSINES[i]! * cos - SINES[i]! * sin;
      const sine = SINES[i]! * cos + COSINES[i]! * sin;
      COSINES[i + 1] = COSINES[2 * origin - i - 1] = cosine;
      SINES[i + 1] = sine;
      SINES[2 * origin - i - 1] = -sine;
    }
  }
  for (let i = 0; i < SUM_COSINES.length; i++) {
    const first = SUM_FIRST[i]!;
    const second = SUM_SECOND[i]!;
    SUM_COSINES[i] = COSINES[first]! * COSINES[second]! - SINES[first]! * SINES[second]!;
    SUM_SINES[i] = SINES[first]! * COSINES[second]! + COSINES[first]! * SINES[second]!;
  }
}

/** Sum of amplitude times sine (or cosine) over the terms. */
function sum({ groups, sums, amplitudes }: Harmonics, ofSines: boolean): number {
  let total = 0;
  let term = 0;
  for (let group = 0; group < groups.length; group += 3) {
    let ofCosine = 0;
    let ofSine = 0;
    for (const end = groups[group + 2]!; term < end; term++) {
      const amplitude = amplitudes[term]!;
      const angle = sums[term]!;
      ofCosine += amplitude * SUM_COSINES[angle]!;
      ofSine += amplitude * SUM_SINES[angle]!;
    }
    const d = groups[group]!;
    const m = groups[group + 1]!;
    const cosine = COSINES[d]! * COSINES[m]! - SINES[d]! * SINES[m]!;
    const sine = SINES[d]! * COSINES[m]! + COSINES[d]! * SINES[m]!;
    total += ofSines ? sine * ofCosine + cosine * ofSine : cosine * ofCosine - sine * ofSine;
  }
  return total;
}
