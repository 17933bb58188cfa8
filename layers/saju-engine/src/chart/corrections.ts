import type { TimeBasis } from '../options.ts';
import { equationOfTime } from '../sky/equation-of-time.ts';
import { isoWall } from '../time/civil-date.ts';
import type { Moment } from './birth.ts';

/** How the recorded time became the time that the pillars are read on. */
export interface Corrections {
  readonly timeZone: string;
  /** `2000-01-01T12:00:00` as the zone's clock showed it. For an unknown hour noon, for a 시지 its middle. */
  readonly clockTime: string;
  readonly hourKnownBy: 'time' | 'branch' | 'unknown';
  /** Minutes by which the clock was ahead of UTC, summer time included. */
  readonly utcOffsetMinutes: number;
  readonly summerTimeMinutes: number;
  readonly timeBasis: TimeBasis;
  /** Local time on the basis; day and hour pillars are read on it. */
  readonly localTime: string;
  /** Degrees east, and minutes by which local mean time is ahead of UTC; null where no place is known. */
  readonly longitude: number | null;
  readonly meanTimeMinutes: number | null;
  /** Apparent minus mean solar time. */
  readonly equationOfTimeMinutes: number;
  /** Apparent solar time at the place; null where no place is known. */
  readonly apparentTime: string | null;
}

/** The corrections of a resolved birth. */
export function corrections({ clock, instant, local, longitude, hour }: Moment): Corrections {
  const { zone } = clock;
  const utcOffset = zone.utcOffset(instant);
  const equation = Math.round(equationOfTime(instant));
  const known = longitude !== null;
  return {
    timeZone: zone.id,
    clockTime: isoWall(instant + utcOffset),
    hourKnownBy: hour,
    utcOffsetMinutes: minutes(utcOffset),
    summerTimeMinutes: minutes(zone.summerTime(instant)),
    timeBasis: clock.basis,
    localTime: isoWall(local),
    longitude,
    meanTimeMinutes: known ? minutes(clock.meanOffset) : null,
    equationOfTimeMinutes: minutes(equation),
    apparentTime: known ? isoWall(instant + clock.meanOffset + equation) : null,
  };
}

/** Seconds as minutes to a hundredth. */
function minutes(seconds: number): number {
  return Math.round(seconds / 0.6) / 100;
}
