import { dayPillar, hourPillar, IPCHUN, SIJIN, sajuYear, YAJASI } from '../calendar/pillar-index.ts';
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
  return passed <= left
    ? boundary('solar_term', instant - passed, passed, 'earlier', first, before)
    : boundary('solar_term', instant + left, left, 'later', last, after);
}

/** Nearest change of the day pillar on the birth's clock. */
export function dayBoundary(clock: LocalClock, instant: number, jasi: Jasi): Boundary {
  return nearest(search(clock, instant, 'day', jasi, 'earlier'), search(clock, instant, 'day', jasi, 'later'));
}

/** Nearest change of the hour pillar on the birth's clock. */
export function hourBoundary(clock: LocalClock, instant: number, jasi: Jasi): Boundary {
  return nearest(search(clock, instant, 'hour', jasi, 'earlier'), search(clock, instant, 'hour', jasi, 'later'));
}

/**
 * Steps from one turn of the local clock to the next (of days, 23:00 and midnight; of hours, every 시 too) until the pillar
 * differs.
 * Where the clock itself was set on the way, that moment is a candidate too.
 */
function search(
  clock: LocalClock,
  instant: number,
  kind: 'day' | 'hour',
  jasi: Jasi,
  direction: Boundary['direction'],
): Boundary {
  const settable = clock.basis === 'clock' || clock.basis === 'standard';
  const pillar = pillarAt(kind, instant + localOffset(clock, instant), jasi);
  const later = direction === 'later';
  for (let from = instant; Math.abs(from - instant) < REACH; ) {
    // `at` is the first second of what lies beyond the turn or of what lies on this side of it.
    let at = turn(clock, from, kind, later);
    let cause: BoundaryKind = kind;
    if (settable && localOffset(clock, at - 1) !== localOffset(clock, from)) {
      const offset = { utcOffset: (moment: number) => localOffset(clock, moment) };
      at = later ? offsetChange(offset, from, at - 1) : offsetChange(offset, at - 1, from);
      cause = 'clock_change';
    } else if (settable && later && localOffset(clock, at) !== localOffset(clock, from)) {
      cause = 'clock_change';
    }
    const beyond = later ? at : at - 1;
    const becomes = pillarAt(kind, beyond + localOffset(clock, beyond), jasi);
    if (becomes !== pillar) return boundary(cause, at, Math.abs(at - instant), direction, undefined, becomes);
    from = beyond;
  }
  throw new Error('a day or hour pillar lasts less than two days');
}

function pillarAt(kind: 'day' | 'hour', local: number, jasi: Jasi): number {
  return kind === 'day' ? dayPillar(local, jasi) : hourPillar(local, jasi);
}

function boundary(
  kind: BoundaryKind,
  at: number,
  seconds: number,
  direction: Boundary['direction'],
  termSerial: number | undefined,
  becomes: number,
): Boundary {
  return { kind, at, seconds, direction, termSerial, becomes };
}

/** The next turn of the local clock after `from`, or the last at or before it, by the offset in force at `from`. */
function turn(clock: LocalClock, from: number, kind: 'day' | 'hour', later: boolean): number {
  const local = from + localOffset(clock, from);
  const target = later ? nextTurn(local, kind) : lastTurn(local, kind);
  return clock.basis === 'apparent' ? firstInstantOfLocal(clock, target) : from + target - local;
}

function lastTurn(local: number, kind: 'day' | 'hour'): number {
  const midnight = Math.floor(local / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  if (kind === 'day') return local >= midnight + YAJASI ? midnight + YAJASI : midnight;
  return Math.max(midnight, Math.floor((local - HOUR) / SIJIN) * SIJIN + HOUR);
}

function nextTurn(local: number, kind: 'day' | 'hour'): number {
  const midnight = Math.floor(local / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  if (kind === 'day') return local < midnight + YAJASI ? midnight + YAJASI : midnight + SECONDS_PER_DAY;
  return Math.min(midnight + SECONDS_PER_DAY, (Math.floor((local - HOUR) / SIJIN) + 1) * SIJIN + HOUR);
}

function nearest(earlier: Boundary, later: Boundary): Boundary {
  return earlier.seconds <= later.seconds ? earlier : later;
}
