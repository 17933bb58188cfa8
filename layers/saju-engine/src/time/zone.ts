import { SajuError } from '../errors.ts';
import { SECONDS_PER_DAY } from './civil-date.ts';
import { koreaOffset, koreaSummerTime } from './korea-zone.ts';

/** A time zone: what its clocks showed at each instant. */
export interface Zone {
  /** IANA name. */
  readonly id: string;
  /** Seconds east of UTC, summer time included. */
  utcOffset(instant: number): number;
  /** Seconds of summer time in `utcOffset`. */
  summerTime(instant: number): number;
}

export const KOREA: Zone = Object.freeze({
  id: 'Asia/Seoul',
  utcOffset: koreaOffset,
  summerTime: koreaSummerTime,
});

const MONTH = 30 * SECONDS_PER_DAY;
/** Months: London kept summer time from February 1940 to October 1945. */
const LONGEST_SUMMER = 72;

/** Zones of the platform's Intl that were asked for; bounded by the names that IANA has (about 600). */
const platformZones = new Map<string, Zone>();

/**
 * The zone of an IANA name. Korea's comes from the engine's own table, others from the platform's Intl.
 * @throws SajuError `unknown_time_zone`
 */
export function zoneOf(id: string): Zone {
  if (id === KOREA.id) return KOREA;
  let zone = platformZones.get(id);
  if (zone === undefined) {
    zone = platformZone(id);
    platformZones.set(id, zone);
  }
  return zone;
}

function platformZone(name: string): Zone {
  const format = dateFormat(name);
  const id = format.resolvedOptions().timeZone;
  if (id === KOREA.id || id === 'ROK') return KOREA;

  const utcOffset = (instant: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant * 1000)) part[type] = Number(value);
    const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour, part.minute, part.second) / 1000;
    return wall - instant;
  };
  const longName = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'long' });
  const summerTime = (instant: number): number => summerTimeOf(utcOffset, at => longName.format(at * 1000), instant);
  return Object.freeze({ id, utcOffset, summerTime });
}

/**
 * Intl does not say how much of an offset is summer time, but mostly names it: "Pacific Daylight Time", "British
 * Summer Time" ("Irish Standard Time" in Dublin's summer). Where it has no name ("GMT+9:30"), an offset that was lower
 * within a year before and after is taken for summer time.
 */
function summerTimeOf(
  utcOffset: (instant: number) => number,
  nameAt: (instant: number) => string,
  instant: number,
): number {
  const isSummer = (at: number): boolean => /Daylight|Summer|Irish Standard/.test(nameAt(at));
  const offset = utcOffset(instant);
  if (isSummer(instant)) {
    for (let months = 1; months <= LONGEST_SUMMER; months++) {
      if (!isSummer(instant - months * MONTH)) return offset - utcOffset(instant - months * MONTH);
      if (!isSummer(instant + months * MONTH)) return offset - utcOffset(instant + months * MONTH);
    }
  }
  if (!/GMT[+-]/.test(nameAt(instant))) return 0;
  let before = offset;
  let after = offset;
  for (let months = 1; months <= 12; months++) {
    before = Math.min(before, utcOffset(instant - months * MONTH));
    after = Math.min(after, utcOffset(instant + months * MONTH));
  }
  return offset - Math.max(before, after);
}

function dateFormat(name: string): Intl.DateTimeFormat {
  // Intl also takes offsets such as "+09:00"; those have no history, so they are no zone here.
  if (/^[A-Za-z]/.test(name)) {
    try {
      return new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      // A RangeError: the name is unknown.
    }
  }
  throw new SajuError('unknown_time_zone', ['place', 'timeZone'], `unknown time zone ${name}`, { timeZone: name });
}
