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
  readonly termSerial?: number;
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
  return nearest(
    termBoundary(instant, began, 'earlier', yearGapja(year - 1)),
    termBoundary(instant, began + TERMS_PER_YEAR, 'later', yearGapja(year + 1)),
  );
}

/** Nearest 절. */
export function monthBoundary(instant: number): Boundary {
  const serial = lastTermSerial(instant);
  const began = serial - (serial & 1);
  const year = FIRST_TERM_YEAR + Math.floor(serial / TERMS_PER_YEAR);
  const jeol = (serial % TERMS_PER_YEAR) >> 1;
  return nearest(
    termBoundary(instant, began, 'earlier', monthGapja(year, jeol - 1)),
    termBoundary(instant, began + 2, 'later', monthGapja(year, jeol + 1)),
  );
}

/** Nearest change of the day pillar on the birth's clock. */
export function dayBoundary(clock: LocalClock, instant: number, jasi: Jasi): Boundary {
  return localBoundary(clock, instant, 'day', local => dayPillar(local, jasi));
}

/** Nearest change of the hour pillar on the birth's clock. */
export function hourBoundary(clock: LocalClock, instant: number, jasi: Jasi): Boundary {
  return localBoundary(clock, instant, 'hour', local => hourPillar(local, jasi));
}

function termBoundary(
  instant: number,
  termSerial: number,
  direction: Boundary['direction'],
  becomes: number,
): Boundary {
  const at = TERM_INSTANTS[termSerial]!;
  return { kind: 'solar_term', at, seconds: Math.abs(at - instant), direction, termSerial, becomes };
}

function localBoundary(
  clock: LocalClock,
  instant: number,
  kind: 'day' | 'hour',
  pillarAt: (local: number) => number,
): Boundary {
  return nearest(search(clock, instant, kind, pillarAt, 'earlier'), search(clock, instant, kind, pillarAt, 'later'));
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
  pillarAt: (local: number) => number,
  direction: Boundary['direction'],
): Boundary {
  const offset = { utcOffset: (at: number) => localOffset(clock, at) };
  const settable = clock.basis === 'clock' || clock.basis === 'standard';
  const pillar = pillarAt(instant + offset.utcOffset(instant));
  const later = direction === 'later';
  for (let from = instant; Math.abs(from - instant) < REACH; ) {
    // `at` is the first second of what lies beyond the turn or of what lies on this side of it.
    let at = turn(clock, from, kind, later);
    let cause: BoundaryKind = kind;
    if (settable && offset.utcOffset(at - 1) !== offset.utcOffset(from)) {
      at = later ? offsetChange(offset, from, at - 1) : offsetChange(offset, at - 1, from);
      cause = 'clock_change';
    } else if (settable && later && offset.utcOffset(at) !== offset.utcOffset(from)) {
      cause = 'clock_change';
    }
    const beyond = later ? at : at - 1;
    const becomes = pillarAt(beyond + offset.utcOffset(beyond));
    if (becomes !== pillar) return { kind: cause, at, seconds: Math.abs(at - instant), direction, becomes };
    from = beyond;
  }
  throw new Error('a day or hour pillar lasts less than two days');
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
