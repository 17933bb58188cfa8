import { SajuError } from '../errors.ts';
import { SECONDS_PER_DAY } from './civil-date.ts';
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
const MONTH = 30 * SECONDS_PER_DAY;
/** Months: London kept summer time from February 1940 to October 1945. */
const LONGEST_SUMMER = 72;

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
  utcOffset(instant: number): number;
  /** Name of the time, in English: "Pacific Daylight Time". */
  nameAt(instant: number): string;
}

/** The periods from one instant up to another. */
function periodsOf(clock: PlatformClock, from: number, to: number): readonly Period[] {
  const stateAt = (instant: number): string => `${clock.utcOffset(instant)} ${isSummer(clock, instant)}`;
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
 * Intl does not say how much of an offset is summer time, but mostly names it. Where it has no name ("GMT+9:30"), an offset
 * that was lower within a year before and after is taken for summer time.
 */
function summerTimeAt(clock: PlatformClock, instant: number): number {
  const { utcOffset, nameAt } = clock;
  const offset = utcOffset(instant);
  if (isSummer(clock, instant)) {
    for (let months = 1; months <= LONGEST_SUMMER; months++) {
      for (const other of [instant - months * MONTH, instant + months * MONTH]) {
        if (!isSummer(clock, other)) return offset - utcOffset(other);
      }
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

function platformClock(name: string): PlatformClock {
  const format = dateFormat(name);
  const id = format.resolvedOptions().timeZone;
  const longName = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'long' });
  return {
    id,
    utcOffset(instant) {
      const part: Record<string, number> = {};
      for (const { type, value } of format.formatToParts(instant * 1000)) part[type] = Number(value);
      const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour, part.minute, part.second) / 1000;
      return wall - instant;
    },
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
