import { SajuError } from '../errors.ts';
import { SECONDS_PER_DAY } from './civil-date.ts';
import { toldSummerTimes } from './summer-times.ts';
import type { Zone } from './zone.ts';

/*
 * Zones of the platform's Intl, which knows the offset of an instant but no list of changes and no summer time, and takes
 * 3 µs to say so. What it says is kept, in stretches of 388 days: the first birth in one takes half a millisecond, the
 * next ones as long as a Korean one.
 */

/** A stretch of time in which neither offset nor summer time changed. */
interface Period {
  /** First second. */
  readonly start: number;
  readonly utcOffset: number;
  readonly summerTime: number;
}

const STRETCH = 2 ** 25;
/** Clocks are looked at so often: no zone was on summer time, or off it in between, for less than three weeks. */
const LOOK = 8 * SECONDS_PER_DAY;
const HOUR = 3600;
const MONTH = 30 * SECONDS_PER_DAY;
/** Months. */
const YEAR = 12;
/** Dublin kept summer time from February 1940 to October 1946; without a name for it, Casablanca did for 70. */
const LONGEST_SUMMER = 81;
const LONGEST_UNNAMED_SUMMER = 70;
/** When summer times lasted for years. The +8 and +9 that Japan set in the countries it held were standard time. */
const WAR_FROM = Date.UTC(1940, 1) / 1000;
const WAR_TO = Date.UTC(1945, 11) / 1000;
const WAR_OFFSETS_BELOW = 8 * HOUR;

/**
 * The zone of an IANA name, by the platform's Intl.
 * @throws SajuError `unknown_time_zone`
 */
export function platformZone(name: string): Zone {
  const clock = platformClock(name);
  const stretches = new Map<number, readonly Period[]>();
  const period = (instant: number): Period => {
    const number = Math.floor(instant / STRETCH);
    let periods = stretches.get(number);
    if (periods === undefined) {
      periods = periodsOf(clock, number * STRETCH, (number + 1) * STRETCH);
      stretches.set(number, periods);
    }
    let index = periods.length - 1;
    while (instant < periods[index]!.start) index--;
    return periods[index]!;
  };
  return Object.freeze({
    id: clock.id,
    utcOffset: (instant: number) => period(instant).utcOffset,
    summerTime: (instant: number) => period(instant).summerTime,
  });
}

/** What Intl says of an instant. */
interface PlatformClock {
  readonly id: string;
  /** Seconds of summer time, where Intl does not tell. */
  toldSummerTime(instant: number): number | undefined;
  utcOffset(instant: number): number;
  /** Name of the time, in English: "Pacific Daylight Time". */
  nameAt(instant: number): string;
}

/** The periods from one instant up to another. */
function periodsOf(clock: PlatformClock, from: number, to: number): readonly Period[] {
  const stateAt = (instant: number): string =>
    `${clock.utcOffset(instant)} ${isSummer(clock, instant)} ${clock.toldSummerTime(instant)}`;
  const periodAt = (start: number): Period => ({
    start,
    utcOffset: clock.utcOffset(start),
    summerTime: summerTimeAt(clock, start),
  });
  const periods = [periodAt(from)];
  let state = stateAt(from);
  for (let at = from; at < to; ) {
    const next = Math.min(at + LOOK, to - 1);
    if (stateAt(next) !== state) {
      let before = at;
      let after = next;
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (stateAt(middle) === state) before = middle;
        else after = middle;
      }
      periods.push(periodAt(after));
      state = stateAt(after);
      at = after;
    } else if (next === to - 1) {
      return periods;
    } else {
      at = next;
    }
  }
  return periods;
}

/** "Irish Standard Time" is what Dublin has in summer. */
function isSummer({ nameAt }: PlatformClock, instant: number): boolean {
  return /Daylight|Summer|Irish Standard/.test(nameAt(instant));
}

/**
 * Seconds of summer time. Intl does not say how much of an offset it is, but mostly names it ("Pacific Daylight Time"), or has
 * no name at all for that time ("GMT+9:30"), as for nearly all before 1970.
 */
function summerTimeAt(clock: PlatformClock, instant: number): number {
  const told = clock.toldSummerTime(instant);
  if (told !== undefined) return told;
  if (isSummer(clock, instant)) return namedSummerTime(clock, instant);
  return /GMT[+-]/.test(clock.nameAt(instant)) ? unnamedSummerTime(clock, instant) : 0;
}

/**
 * The offset less that of the standard time before or after: the less of the two, for standard time may have been changed as
 * summer time began or ended (Samoa went over the date line in its summer of 2011), and an hour if both were. What has no end
 * is no summer time.
 */
function namedSummerTime(clock: PlatformClock, instant: number): number {
  let least = Infinity;
  for (const month of [-MONTH, MONTH]) {
    let other = instant;
    for (let months = 0; months <= LONGEST_SUMMER && isSummer(clock, other); months++) other += month;
    if (isSummer(clock, other)) return 0;
    const difference = clock.utcOffset(instant) - clock.utcOffset(other);
    if (canBeSummerTime(difference)) least = Math.min(least, difference);
  }
  return least === Infinity ? HOUR : least;
}

/** An offset that was lower both before and after, within a year, is taken for summer time. */
function unnamedSummerTime({ utcOffset }: PlatformClock, instant: number): number {
  const offset = utcOffset(instant);
  const inWar = instant >= WAR_FROM && instant < WAR_TO && offset < WAR_OFFSETS_BELOW;
  let before = offset;
  let after = offset;
  for (let months = 1; months <= (inWar ? LONGEST_UNNAMED_SUMMER : YEAR); months++) {
    before = Math.min(before, utcOffset(instant - months * MONTH));
    after = Math.min(after, utcOffset(instant + months * MONTH));
  }
  const difference = offset - Math.max(before, after);
  return canBeSummerTime(difference) ? difference : 0;
}

/** Summer times were of whole tens of minutes, up to two hours; what is not was a change of standard time. */
function canBeSummerTime(difference: number): boolean {
  return difference > 0 && difference <= 2 * HOUR && difference % 600 === 0;
}

function platformClock(name: string): PlatformClock {
  const format = dateFormat(name);
  const id = format.resolvedOptions().timeZone;
  const longName = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'long' });
  const utcOffset = (instant: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant * 1000)) part[type] = Number(value);
    const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour, part.minute, part.second) / 1000;
    return wall - instant;
  };
  return {
    id,
    toldSummerTime: toldSummerTimes(id, utcOffset),
    utcOffset,
    nameAt: instant => longName.format(instant * 1000),
  };
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
