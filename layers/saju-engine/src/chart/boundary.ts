import { dayPillar, hourPillar, IPCHUN, SIJIN, sajuYear } from '../calendar/pillar-index.ts';
import { monthGapja, yearGapja } from '../calendar/sexagenary.ts';
import { FIRST_TERM_YEAR, lastTermSerial, TERM_INSTANTS, TERMS_PER_YEAR, termSerial } from '../calendar/solar-terms.ts';
import type { Jasi } from '../options.ts';
import { SECONDS_PER_DAY } from '../time/civil-date.ts';
import { offsetChange } from '../time/clock-time.ts';
import { firstInstantOfLocal, type LocalClock, localOffset } from '../time/local-time.ts';

/** What changes a pillar: a 절, the turn of an hour (시) or of a day on the chosen clock, or the clock being set. */
export type BoundaryKind = 'solar_term' | 'hour' | 'day' | 'clock_change';

/** The nearest moment at which a pillar would be another. */
export interface Boundary {
  readonly kind: BoundaryKind;
  /** First second of the later of the two pillars. */
  readonly at: number;
  /** Seconds from the birth: moved by more than these, the pillar is another; by less, the same. */
  readonly seconds: number;
  readonly direction: 'earlier' | 'later';
  /** Serial number of the 절, for `solar_term`. */
  readonly termSerial: number | undefined;
  /** Index of what the pillar would be. */
  readonly becomes: number;
}

const HOUR = 3600;
/** No local clock changes its offset by more than this at once, and no pillar of day or hour lasts longer. */
const REACH = 2 * SECONDS_PER_DAY;

/** Nearest 입춘. */
export function yearBoundary(instant: number): Boundary {
  const year = sajuYear(lastTermSerial(instant));
  const began = termSerial(year, IPCHUN);
  return nearestTerm(instant, began, began + TERMS_PER_YEAR, yearGapja(year - 1), yearGapja(year + 1));
}

/** Nearest 절. */
export function monthBoundary(instant: number): Boundary {
  const serial = lastTermSerial(instant);
  const began = serial - (serial & 1);
  const year = FIRST_TERM_YEAR + Math.floor(serial / TERMS_PER_YEAR);
  const jeol = (serial % TERMS_PER_YEAR) >> 1;
  return nearestTerm(instant, began, began + 2, monthGapja(year, jeol - 1), monthGapja(year, jeol + 1));
}

/** The nearer of the terms between which an instant is, and what the pillar is before the first and after the last. */
function nearestTerm(instant: number, first: number, last: number, before: number, after: number): Boundary {
  const passed = instant - TERM_INSTANTS[first]!;
  const left = TERM_INSTANTS[last]! - instant;
  const earlier = passed <= left;
  return {
    kind: 'solar_term',
    at: TERM_INSTANTS[earlier ? first : last]!,
    seconds: earlier ? passed : left,
    direction: earlier ? 'earlier' : 'later',
    termSerial: earlier ? first : last,
    becomes: earlier ? before : after,
  };
}

/** Nearest change of the day pillar on the birth's clock. */
export function dayBoundary(clock: LocalClock, instant: number, jasi: Jasi): Boundary {
  return nearestTurn(clock, instant, 'day', jasi);
}

/** Nearest change of the hour pillar on the birth's clock. */
export function hourBoundary(clock: LocalClock, instant: number, jasi: Jasi): Boundary {
  return nearestTurn(clock, instant, 'hour', jasi);
}

function nearestTurn(clock: LocalClock, instant: number, kind: 'day' | 'hour', jasi: Jasi): Boundary {
  const began = change(clock, instant, kind, jasi, false);
  const ends = change(clock, instant, kind, jasi, true);
  const earlier = instant - began <= ends - instant;
  const at = earlier ? began : ends;
  const beyond = earlier ? at - 1 : at;
  const set = isSettable(clock) && localOffset(clock, at) !== localOffset(clock, at - 1);
  return {
    kind: set ? 'clock_change' : kind,
    at,
    seconds: Math.abs(at - instant),
    direction: earlier ? 'earlier' : 'later',
    termSerial: undefined,
    becomes: pillarAt(kind, beyond + localOffset(clock, beyond), jasi),
  };
}

/** First second of the pillar that rules at an instant, or of the next one. */
function change(clock: LocalClock, instant: number, kind: 'day' | 'hour', jasi: Jasi, later: boolean): number {
  // Where nobody sets the clock every turn is a change.
  if (!isSettable(clock)) return turn(clock, instant, kind, jasi, later);
  // Elsewhere it steps from turn to turn, and stops where the clock was set on the way, until the pillar differs.
  const pillar = pillarAt(kind, instant + localOffset(clock, instant), jasi);
  for (let from = instant; Math.abs(from - instant) < REACH; ) {
    // `at` is the first second of what lies beyond the turn or of what lies on this side of it.
    let at = turn(clock, from, kind, jasi, later);
    if (localOffset(clock, at - 1) !== localOffset(clock, from)) {
      const offset = { utcOffset: (moment: number) => localOffset(clock, moment) };
      at = later ? offsetChange(offset, from, at - 1) : offsetChange(offset, at - 1, from);
    }
    const beyond = later ? at : at - 1;
    if (pillarAt(kind, beyond + localOffset(clock, beyond), jasi) !== pillar) return at;
    from = beyond;
  }
  throw new Error('a day or hour pillar lasts less than two days');
}

/** Whether the clock goes by law, and so is set forward and back. */
function isSettable({ basis }: LocalClock): boolean {
  return basis === 'clock' || basis === 'standard';
}

function pillarAt(kind: 'day' | 'hour', local: number, jasi: Jasi): number {
  return kind === 'day' ? dayPillar(local, jasi) : hourPillar(local, jasi);
}

/** The next turn of the local clock after `from`, or the last at or before it, by the offset in force at `from`. */
function turn(clock: LocalClock, from: number, kind: 'day' | 'hour', jasi: Jasi, later: boolean): number {
  const local = from + localOffset(clock, from);
  const target = kind === 'day' ? turnOfDay(local, jasi, later) : turnOfHour(local, jasi, later);
  return clock.basis === 'apparent' ? firstInstantOfLocal(clock, target) : from + target - local;
}

/** Days turn at 23:00 or at midnight. */
function turnOfDay(local: number, jasi: Jasi, later: boolean): number {
  const lead = jasi === 'jasi' ? HOUR : 0;
  return multiple(local + lead, SECONDS_PER_DAY, later) - lead;
}

/** Hours turn at each odd hour; where the 子 hour is cut in two with the day, at midnight too. */
function turnOfHour(local: number, jasi: Jasi, later: boolean): number {
  const odd = multiple(local + HOUR, SIJIN, later) - HOUR;
  if (jasi !== 'midnight') return odd;
  const midnight = multiple(local, SECONDS_PER_DAY, later);
  return later ? Math.min(midnight, odd) : Math.max(midnight, odd);
}

/** The next multiple of a period after a time, or the last at or before it. */
function multiple(time: number, period: number, later: boolean): number {
  return (Math.floor(time / period) + (later ? 1 : 0)) * period;
}
