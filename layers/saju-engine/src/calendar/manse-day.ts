import { acceptWhole } from '../accepted-values.ts';
import { SajuError } from '../errors.ts';
import { type MoonOfDay, moonOfDay } from '../sky/moon-of-day.ts';
import { type EclipticPosition, sunPosition } from '../sky/sun.ts';
import type { Term } from '../term.ts';
import { EPOCH_DAY, isoDate, isoInstant, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { firstInstantOfClock } from '../time/clock-time.ts';
import { KST } from '../time/local-time.ts';
import { KOREA, zoneOf } from '../time/zone.ts';
import { isUncertain, type LunarDate, lunarDate } from './lunar.ts';
import { monthPillar, yearPillar } from './pillar-index.ts';
import { dayInRange } from './range.ts';
import { dayGapja, GAPJA_WORDS, modulo, yearGapja } from './sexagenary.ts';
import { isoTermInstant, lastTermSerial, SOLAR_TERMS, type SolarTerm, TERM_INSTANTS } from './solar-terms.ts';

/** A solar term and its instant. */
export interface DatedSolarTerm {
  readonly code: string;
  /** Hangul. */
  readonly name: string;
  readonly hanja: string;
  readonly english: string;
  /** Apparent longitude of the sun, degrees. */
  readonly longitude: number;
  /** UTC, to the second. */
  readonly at: string;
}

/** One of the sixty pairs as the calendar prints it. */
export type CalendarPair = Term & { readonly index: number };

/** A day of the manse calendar (만세력): a day of Korea, at UTC+9. */
export interface ManseDay {
  readonly solarDate: string;
  readonly lunarDate: LunarDate;
  /** Indices 0 to 59; year and month by solar terms, at noon. These are the saju pillars. */
  readonly gapja: { readonly year: number; readonly month: number; readonly day: number };
  /** 세차, 월건, 일진 as the almanac prints them, by lunar year and month. A leap month has no 월건. No saju pillars. */
  readonly lunarGapja: {
    readonly secha: CalendarPair;
    readonly wolgeon: CalendarPair | null;
    readonly iljin: CalendarPair;
  };
  /** The solar term of the day, if it has one. */
  readonly solarTerm?: DatedSolarTerm;
  /** The moon over the place, from midnight to midnight of its clock. Rise and set are null when there is none. */
  readonly moon: {
    readonly phase: Term;
    /** Instant of 삭, 상현, 망 or 하현. */
    readonly phaseAt: string | null;
    readonly illumination: number;
    readonly riseAt: string | null;
    readonly setAt: string | null;
  };
  /** Apparent geocentric position of the sun at noon, degrees. */
  readonly sun: EclipticPosition;
  /** Set when the lunar date hangs on a new moon so near to midnight that the Earth's rotation decides. */
  readonly uncertain?: true;
}

/** Where moonrise and moonset are seen. */
export interface Observer {
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
  /** IANA name; Asia/Seoul unless said. */
  readonly timeZone?: string;
}

const LONGITUDE_DIGITS = 1e5;
const LATITUDE_DIGITS = 1e6;

/**
 * A day of the calendar.
 * @throws SajuError `date_out_of_range`, `unknown_time_zone`, `invalid_place`
 */
export function manseDay(day: number, observer: Observer): ManseDay {
  dayInRange(day, ['date']);
  const lunar = lunarDate(day);
  const midnight = (day - EPOCH_DAY) * SECONDS_PER_DAY;
  const noon = midnight + SECONDS_PER_DAY / 2 - KST;
  const serial = lastTermSerial(noon);
  const { longitude, latitude } = sunPosition(noon);
  const term = termOfDay(midnight - KST);
  return {
    solarDate: isoDate(day),
    lunarDate: lunar,
    gapja: { year: yearPillar(serial), month: monthPillar(serial), day: dayGapja(day) },
    lunarGapja: {
      secha: GAPJA_WORDS[yearGapja(lunar.year)]!,
      wolgeon: lunar.isLeapMonth ? null : GAPJA_WORDS[lunarMonthGapja(lunar)]!,
      iljin: GAPJA_WORDS[dayGapja(day)]!,
    },
    ...(term !== undefined && { solarTerm: term }),
    moon: moonOver(midnight, observer),
    sun: {
      longitude: Math.round(longitude * LONGITUDE_DIGITS) / LONGITUDE_DIGITS,
      latitude: Math.round(latitude * LATITUDE_DIGITS) / LATITUDE_DIGITS,
    },
    ...(isUncertain(day) && { uncertain: true as const }),
  };
}

/**
 * A tabulated solar term, by its serial number.
 * @throws SajuError `invalid_value` for a number that none of them has
 */
export function datedSolarTerm(serial: number): DatedSolarTerm {
  acceptWhole(serial, 0, TERM_INSTANTS.length - 1, 'serial');
  const { code, hangul, hanja, english, longitude }: SolarTerm = SOLAR_TERMS[serial % SOLAR_TERMS.length]!;
  return { code, name: hangul, hanja, english, longitude, at: isoTermInstant(serial) };
}

/** 월건 by the lunar month's number: month 1 is 寅, its stem by 오호둔. */
function lunarMonthGapja({ year, month }: LunarDate): number {
  return modulo(12 * year + month + 13, 60);
}

function termOfDay(start: number): DatedSolarTerm | undefined {
  const serial = lastTermSerial(start + SECONDS_PER_DAY - 1);
  return TERM_INSTANTS[serial]! >= start ? datedSolarTerm(serial) : undefined;
}

function moonOver(
  midnight: number,
  { latitude = Number.NaN, longitude = Number.NaN, timeZone }: Partial<Observer> = {},
): ManseDay['moon'] {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    const field = Math.abs(latitude) <= 90 ? 'longitude' : 'latitude';
    throw new SajuError(
      'invalid_place',
      [field],
      'a latitude is -90 to 90 degrees north, a longitude -180 to 180 east',
    );
  }
  const zone = timeZone === undefined ? KOREA : zoneOf(timeZone);
  // Korea's calendar days are counted at UTC+9 throughout, elsewhere by the clock of the place.
  const start = zone === KOREA ? midnight - KST : firstInstantOfClock(zone, midnight);
  const end = zone === KOREA ? start + SECONDS_PER_DAY : firstInstantOfClock(zone, midnight + SECONDS_PER_DAY);
  const { phase, phaseAt, illumination, riseAt, setAt }: MoonOfDay = moonOfDay(start, end, { latitude, longitude });
  return { phase, phaseAt: at(phaseAt), illumination, riseAt: at(riseAt), setAt: at(setAt) };
}

function at(instant: number | null): string | null {
  return instant === null ? null : isoInstant(instant);
}
