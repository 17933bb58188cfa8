import { type Term, terms } from '../term.ts';
import { centuriesSinceJ2000 } from './dynamical-time.ts';
import { moonPosition } from './moon.ts';
import { sunLongitude } from './sun.ts';

const TURN = 2 * Math.PI;
const QUARTER = TURN / 4;
const ASTRONOMICAL_UNIT = 149_597_870.7;

/**
 * The eight phases (월상) from the new moon on: the even ones are instants, the odd ones the time between two of them.
 * 삭, 상현, 망, 하현 are KASI's words. 초승달 and 그믐달 are native words: their Hanja here are those of the same meaning.
 */
export const MOON_PHASES: readonly Term[] = /* @__PURE__ */ Object.freeze(
  terms(`
  sak 삭 朔 New Moon
  choseungdal 초승달 初月 Waxing Crescent
  sanghyeon 상현 上弦 First Quarter
  sanghyeonmanggan 상현망간 上弦望間 Waxing Gibbous
  mang 망 望 Full Moon
  hahyeonmanggan 하현망간 下弦望間 Waning Gibbous
  hahyeon 하현 下弦 Last Quarter
  geumeumdal 그믐달 殘月 Waning Crescent`),
);

/** Longitude of the moon minus that of the sun in radians (any turn), at Julian centuries (TT) since J2000. */
function elongation(centuries: number): number {
  return moonPosition(centuries).longitude - sunLongitude(centuries);
}

/**
 * Quarter of the moon's course, 0 (new) to 3 (last quarter), that begins between `start` and `end` (at most a few days
 * apart, where `elongation` is `before` and `after`), and its instant, with a fraction; null when none does.
 */
export function quarterBetween(
  start: number,
  end: number,
  before: number,
  after: number,
): { quarter: number; instant: number } | null {
  const quarters = Math.ceil(before / QUARTER);
  const target = quarters * QUARTER;
  if (target >= after) return null;
  let [left, low, right, high] = [start, before, end, after];
  let instant = start;
  // Regula falsi, to stay between the ends: a day's chord is at most 5 minutes off, three steps leave below 0.1 s.
  for (let step = 0; step < 3; step++) {
    instant = left + ((target - low) / (high - low)) * (right - left);
    const reached = elongation(centuriesSinceJ2000(instant));
    if (reached < target) [left, low] = [instant, reached];
    else [right, high] = [instant, reached];
  }
  return { quarter: quarters - 4 * Math.floor(quarters / 4), instant };
}

/** Place in MOON_PHASES of the time between two quarters at an elongation. */
export function phaseBetween(angle: number): number {
  const quarters = Math.floor(angle / QUARTER);
  return 2 * (quarters - 4 * Math.floor(quarters / 4)) + 1;
}

/**
 * Share of the moon's disc that is lit, 0 to 1, seen from the centre of the earth: elongation and latitude in radians,
 * distance in km. The sun is taken at its mean distance, which is good to 0.00003.
 */
export function illumination(angle: number, latitude: number, distance: number): number {
  const cosine = Math.cos(latitude) * Math.cos(angle);
  const ratio = distance / ASTRONOMICAL_UNIT;
  return (1 + (ratio - cosine) / Math.sqrt(1 + ratio * ratio - 2 * ratio * cosine)) / 2;
}
