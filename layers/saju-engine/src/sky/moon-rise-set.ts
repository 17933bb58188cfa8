import type { MoonPosition } from './moon.ts';
import type { Nutation } from './nutation.ts';
import { SIDEREAL_RATE, siderealTime } from './sidereal-time.ts';

const TURN = 2 * Math.PI;
const DEGREE = Math.PI / 180;

/** Refraction at the horizon, 34′, and the earth's equatorial radius (km) and eccentricity squared (WGS 84). */
const REFRACTION = (34 / 60) * DEGREE;
const EARTH_RADIUS = 6378.137;
const ECCENTRICITY_SQUARED = 0.006_694_38;
/** Radius of the moon over that of the earth. */
const MOON_RADIUS = 0.2725;

/** Steps in which the day's heights are taken: 2 hours, over which the height turns at most once. */
const STEPS = 12;

/** A point at sea level, degrees north and east. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface MoonRiseSet {
  /** First rise, with a fraction; null when there is none. */
  readonly rise: number | null;
  /** First set, likewise. */
  readonly set: number | null;
}

/**
 * First rise and first set of the moon from `start` up to `end`, about a day apart. `positions` are the moon's at
 * `start`, a third, two thirds, and `end`; `frame` is the nutation about then.
 *
 * KASI's convention (press release of 2014-02-12): the upper limb is on the horizon of sea level. With a refraction of 34′
 * its printed minutes for Seoul come out within 31 s.
 */
export function moonRiseSet(
  start: number,
  end: number,
  place: Place,
  positions: readonly [MoonPosition, MoonPosition, MoonPosition, MoonPosition],
  frame: Nutation,
): MoonRiseSet {
  const height = heightFunction(start, end, place, positions, frame);
  const step = (end - start) / STEPS;
  let rise: number | null = null;
  let set: number | null = null;

  const cross = (left: number, low: number, right: number, high: number): void => {
    if (low < 0 === high < 0) return;
    if (low < 0) rise ??= root(height, left, low, right, high);
    else set ??= root(height, left, low, right, high);
  };

  let left = height(start);
  for (let i = 1; i < STEPS && (rise === null || set === null); i += 2) {
    const at = start + i * step;
    const middle = height(at);
    const right = height(at + step);
    const peak = crossedPeak(height, at, step, left, middle, right);
    if (peak === null) {
      cross(at - step, left, at, middle);
      cross(at, middle, at + step, right);
    } else {
      const top = height(peak);
      cross(at - step, left, peak, top);
      cross(peak, top, at + step, right);
    }
    left = right;
  }
  return { rise, set };
}

/** Sine of the altitude of the moon's centre less that with which it rises and sets, as a function of the instant. */
function heightFunction(
  start: number,
  end: number,
  place: Place,
  positions: readonly MoonPosition[],
  frame: Nutation,
): (instant: number) => number {
  const sinObliquity = Math.sin(frame.obliquity);
  const cosObliquity = Math.cos(frame.obliquity);
  const ascensions: number[] = [];
  const declinations: number[] = [];
  const parallaxes: number[] = [];
  for (const position of positions) {
    const longitude = position.longitude + frame.longitude;
    const sinLongitude = Math.sin(longitude);
    const sinLatitude = Math.sin(position.latitude);
    const cosLatitude = Math.cos(position.latitude);
    const ascension = Math.atan2(
      sinLongitude * cosLatitude * cosObliquity - sinLatitude * sinObliquity,
      Math.cos(longitude) * cosLatitude,
    );
    const before = ascensions.at(-1) ?? ascension;
    ascensions.push(ascension - TURN * Math.round((ascension - before) / TURN));
    declinations.push(Math.asin(sinLatitude * cosObliquity + cosLatitude * sinObliquity * sinLongitude));
    parallaxes.push(EARTH_RADIUS / position.distance);
  }
  const ascension = cubic(ascensions);
  const declination = cubic(declinations);
  const parallax = cubic(parallaxes);

  const sinPlace = Math.sin(place.latitude * DEGREE);
  const cosPlace = Math.cos(place.latitude * DEGREE);
  // How far the horizon's plane is from the centre of the earth, in equatorial radii: on a sphere 1, and
  // depth − MOON_RADIUS the 0.7275 of the textbooks.
  const depth = Math.sqrt(1 - ECCENTRICITY_SQUARED * sinPlace * sinPlace);
  const local = siderealTime(start, frame) + place.longitude * DEGREE;
  const thirds = 3 / (end - start);
  const sinRefraction = Math.sin(REFRACTION);

  return instant => {
    const x = (instant - start) * thirds;
    const hourAngle = local + (instant - start) * SIDEREAL_RATE - ascension(x);
    const angle = declination(x);
    const sine = sinPlace * Math.sin(angle) + cosPlace * Math.cos(angle) * Math.cos(hourAngle);
    return sine - (depth - MOON_RADIUS) * parallax(x) + sinRefraction;
  };
}

/** Cubic through four values at 0, 1, 2, 3 (Newton's forward differences). */
function cubic(values: readonly number[]): (x: number) => number {
  const [a, b, c, d] = values as readonly [number, number, number, number];
  const first = b - a;
  const second = (c - 2 * b + a) / 2;
  const third = (d - 3 * c + 3 * b - a) / 6;
  return x => a + x * (first + (x - 1) * (second + (x - 2) * third));
}

/**
 * Where the height turns between three samples of one sign, if it passes zero there: a moon that only just shows above
 * the horizon, or only just goes below. Null otherwise.
 */
function crossedPeak(
  height: (instant: number) => number,
  at: number,
  step: number,
  left: number,
  middle: number,
  right: number,
): number | null {
  if (left < 0 !== middle < 0 || middle < 0 !== right < 0) return null;
  const offset = vertex(left, middle, right);
  // A height's sine changes by 0.14 at most between its extreme and 2 hours off: farther from zero nothing is hidden.
  if (!(Math.abs(offset) <= 1) || Math.abs(middle) > 0.2) return null;
  // Once more about the vertex, more closely: 2 hours leave the first parabola up to 25″ short of the peak.
  const near = at + offset * step;
  const fine = step / 8;
  const peak = near + fine * vertex(height(near - fine), height(near), height(near + fine));
  return height(peak) < 0 === middle < 0 ? null : peak;
}

/** Where the parabola through values at −1, 0, 1 has its vertex. */
function vertex(left: number, middle: number, right: number): number {
  return (left - right) / (2 * (left - 2 * middle + right));
}

/** Zero between two instants at which the function has opposite signs, to 0.02 s (regula falsi, Illinois). */
function root(f: (x: number) => number, a: number, fa: number, b: number, fb: number): number {
  let [left, low, right, high] = [a, fa, b, fb];
  let x = left;
  for (;;) {
    const next = right - (high * (right - left)) / (high - low);
    if (Math.abs(next - x) < 0.02) return next;
    x = next;
    const value = f(x);
    if (value < 0 === high < 0) {
      low /= 2;
    } else {
      left = right;
      low = high;
    }
    right = x;
    high = value;
  }
}
