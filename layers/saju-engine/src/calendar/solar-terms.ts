import { TERM_POLYNOMIALS, TERM_RESIDUALS } from '../tables/solar-terms.ts';
import { type Term, termOf, terms } from '../term.ts';
import { isoInstant } from '../time/civil-date.ts';
import { DIGIT_VALUES } from './base64-digits.ts';

/** One of the 24 solar terms (절기). */
export interface SolarTerm extends Term {
  /** Apparent longitude of the sun at its instant, degrees. */
  readonly longitude: number;
}

/** First and last Gregorian year whose 24 terms are tabulated. */
export const FIRST_TERM_YEAR = 1899;
export const LAST_TERM_YEAR = 2101;

export const TERMS_PER_YEAR = 24;
const TERM_COUNT = (LAST_TERM_YEAR - FIRST_TERM_YEAR + 1) * TERMS_PER_YEAR;

/** The terms of a year in order: 소한 is 0, 동지 23. Even ones are 절 (they begin a month), odd ones 중기. */
export const SOLAR_TERMS: readonly SolarTerm[] = terms(`
  sohan 소한 小寒 Minor Cold
  daehan 대한 大寒 Major Cold
  ipchun 입춘 立春 Start of Spring
  usu 우수 雨水 Rain Water
  gyeongchip 경칩 驚蟄 Awakening of Insects
  chunbun 춘분 春分 Spring Equinox
  cheongmyeong 청명 淸明 Clear and Bright
  gogu 곡우 穀雨 Grain Rain
  ipha 입하 立夏 Start of Summer
  soman 소만 小滿 Grain Full
  mangjong 망종 芒種 Grain in Ear
  haji 하지 夏至 Summer Solstice
  soseo 소서 小暑 Minor Heat
  daeseo 대서 大暑 Major Heat
  ipchu 입추 立秋 Start of Autumn
  cheoseo 처서 處暑 End of Heat
  baengno 백로 白露 White Dew
  chubun 추분 秋分 Autumn Equinox
  hallo 한로 寒露 Cold Dew
  sanggang 상강 霜降 Frost Descent
  ipdong 입동 立冬 Start of Winter
  soseol 소설 小雪 Minor Snow
  daeseol 대설 大雪 Major Snow
  dongji 동지 冬至 Winter Solstice`).map((term, index) =>
  Object.freeze({ ...term, longitude: (285 + 15 * index) % 360 }),
);

/** The terms as words alone, without longitudes; shared and frozen. */
export const SOLAR_TERM_WORDS: readonly Term[] = SOLAR_TERMS.map(term => Object.freeze(termOf(term)));

/** Instants of all tabulated terms by their serial number: UTC to the second, in seconds since 1970-01-01T00:00:00Z. */
export const TERM_INSTANTS: Float64Array = /* @__PURE__ */ decodeTermInstants();

/**
 * Serial number of a term: its place in `TERM_INSTANTS`. The year is FIRST_TERM_YEAR to LAST_TERM_YEAR, the index
 * 0 (소한) to 23 (동지); neither is checked.
 */
export function termSerial(year: number, index: number): number {
  return (year - FIRST_TERM_YEAR) * TERMS_PER_YEAR + index;
}

const FIRST_INSTANT = TERM_INSTANTS[0]!;
const LAST_SERIAL = TERM_COUNT - 1;
const LAST_INSTANT = TERM_INSTANTS[LAST_SERIAL]!;

const TERMS_PER_SECOND = TERMS_PER_YEAR / (365.2422 * 86_400);
/**
 * Counted from here at an even pace, every term comes 0.01 to 0.28 terms early: the elliptic orbit moves terms 2 days
 * either way, and 0.15 terms are added.
 */
const PACE_ORIGIN = FIRST_INSTANT + 0.15 / TERMS_PER_SECOND;

/**
 * Serial number of the last term at or before an instant (seconds, may have a fraction): −1 before the first
 * tabulated term; from the last one on, that one.
 */
export function lastTermSerial(instant: number): number {
  if (instant < FIRST_INSTANT) return -1;
  if (instant >= LAST_INSTANT) return LAST_SERIAL;
  const serial = ((instant - PACE_ORIGIN) * TERMS_PER_SECOND) | 0;
  return TERM_INSTANTS[serial + 1]! <= instant ? serial + 1 : serial;
}

/** The instants as ISO texts; each made when first met, for a chart names three. */
const isoInstants: (string | undefined)[] = new Array(TERM_COUNT).fill(undefined);

/** `2000-01-06T01:00:43Z`: the instant of a term by its serial number. */
export function isoTermInstant(serial: number): string {
  isoInstants[serial] ??= isoInstant(TERM_INSTANTS[serial]!);
  return isoInstants[serial];
}

/** Reads the table: a cubic in the year for each term, and for each term of each year 2 digits of seconds above it. */
function decodeTermInstants(): Float64Array {
  const instants = new Float64Array(TERM_COUNT);
  for (let index = 0; index < TERMS_PER_YEAR; index++) {
    const [c0, c1, c2, c3] = TERM_POLYNOMIALS[index]!;
    for (let serial = index; serial < TERM_COUNT; serial += TERMS_PER_YEAR) {
      const x = FIRST_TERM_YEAR - 2000 + (serial - index) / TERMS_PER_YEAR;
      const residual =
        64 * DIGIT_VALUES[TERM_RESIDUALS.charCodeAt(2 * serial)]! +
        DIGIT_VALUES[TERM_RESIDUALS.charCodeAt(2 * serial + 1)]!;
      // Whole numbers throughout, the shifted one within 32 bits: exact on every engine.
      instants[serial] = c0 + c1 * x + ((x * x * (c2 + c3 * x)) >> 20) + residual;
    }
  }
  return instants;
}
