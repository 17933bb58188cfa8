import type { Term } from '../term.ts';
import { centuriesSinceJ2000 } from './dynamical-time.ts';
import { moonPosition } from './moon.ts';
import { illumination, MOON_PHASES, phaseBetween, quarterBetween } from './moon-phase.ts';
import { moonRiseSet, type Place } from './moon-rise-set.ts';
import { nutation } from './nutation.ts';
import { sunLongitude } from './sun.ts';

/** The moon of a civil day. Instants are whole seconds since 1970-01-01T00:00:00Z. */
export interface MoonOfDay {
  /** 삭, 상현, 망 or 하현 if its instant is in the day, else the time between. One of MOON_PHASES. */
  readonly phase: Term;
  /** Instant of 삭, 상현, 망 or 하현; null on other days. */
  readonly phaseAt: number | null;
  /** Share of the disc that is lit at the middle of the day, 0 to 1, four decimals. */
  readonly illumination: number;
  /** First moonrise of the day (월출); null when the moon does not rise. */
  readonly riseAt: number | null;
  /** First moonset of the day (월몰); null when the moon does not set. */
  readonly setAt: number | null;
}

/**
 * The moon from `dayStart` up to, and without, `dayEnd` (a civil day of 23 to 25 hours, 1899-12 to 2101-02) at a place.
 * Every instant is rounded to a second of the day it belongs to. Phases are within 5 s of JPL's ephemeris, rise and set
 * within 1 s of exact ones at the latitudes of Korea, a few seconds beyond the polar circles.
 */
export function moonOfDay(dayStart: number, dayEnd: number, place: Place): MoonOfDay {
  // Half a second early at both ends: what falls between them rounds to a second of this day.
  const start = dayStart - 0.5;
  const end = dayEnd - 0.5;
  const third = (end - start) / 3;
  const from = centuriesSinceJ2000(start);
  const to = centuriesSinceJ2000(end);
  const middle = (from + to) / 2;
  const positions = [
    moonPosition(from),
    moonPosition(centuriesSinceJ2000(start + third)),
    moonPosition(centuriesSinceJ2000(end - third)),
    moonPosition(to),
  ] as const;
  const [first, second, next, last] = positions;

  const before = first.longitude - sunLongitude(from);
  const after = last.longitude - sunLongitude(to);
  const found = quarterBetween(start, end, before, after);
  const { rise, set } = moonRiseSet(start, end, place, positions, nutation(middle));
  const longitude = middleOfCubic(first.longitude, second.longitude, next.longitude, last.longitude);
  const latitude = middleOfCubic(first.latitude, second.latitude, next.latitude, last.latitude);
  // The sun's longitude is even to 0.3″ over a day.
  const elongation = longitude - (first.longitude - before + last.longitude - after) / 2;
  return {
    phase: MOON_PHASES[found === null ? phaseBetween(before) : 2 * found.quarter]!,
    phaseAt: found === null ? null : Math.round(found.instant),
    illumination: Math.round(illumination(elongation, latitude, (first.distance + last.distance) / 2) * 1e4) / 1e4,
    riseAt: rise === null ? null : Math.round(rise),
    setAt: set === null ? null : Math.round(set),
  };
}

/** Value midway through four even samples, by the cubic through them. */
function middleOfCubic(a: number, b: number, c: number, d: number): number {
  return (9 * (b + c) - a - d) / 16;
}
