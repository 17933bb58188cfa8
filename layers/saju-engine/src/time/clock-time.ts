import { SajuError } from '../errors.ts';
import { isoWall, SECONDS_PER_DAY } from './civil-date.ts';
import type { Zone } from './zone.ts';

/**
 * Clock time to instant and back. A *wall* time is what a clock shows, as seconds since 1970-01-01T00:00:00 on
 * that clock.
 */

/** Which of two instants is meant when a clock was set back over the time: the first (0) or the second (1). */
export const FOLDS = [0, 1] as const;
export type Fold = (typeof FOLDS)[number];

/**
 * The instant at which clocks of a zone showed a time.
 * @throws SajuError `nonexistent_time` when clocks were set forward over it, `nonexistent_date` when the calendar left out its
 *   date
 */
export function instantOfClock(zone: Zone, wall: number, fold: Fold): number {
  const instant = readClock(zone, wall, fold);
  if (Number.isNaN(instant)) throw nonexistentTime(zone, wall, skippingChange(zone, wall));
  return instant;
}

/** The first instant from which clocks of a zone showed a time or a later one: where they skipped it, the change. */
export function firstInstantOfClock(zone: Zone, wall: number): number {
  const instant = readClock(zone, wall, 0);
  return Number.isNaN(instant) ? skippingChange(zone, wall) : instant;
}

/** As `instantOfClock`; NaN for a time that never was. */
function readClock(zone: Zone, wall: number, fold: Fold): number {
  // Offsets are within 14 hours and no zone changes twice in two days, so these bracket any change.
  const before = zone.utcOffset(wall - SECONDS_PER_DAY);
  const after = zone.utcOffset(wall + SECONDS_PER_DAY);
  if (before === after) return wall - before;
  const first = wall - before;
  const second = wall - after;
  const firstHolds = zone.utcOffset(first) === before;
  const secondHolds = zone.utcOffset(second) === after;
  if (firstHolds && secondHolds) return fold === 0 ? first : second;
  return firstHolds ? first : secondHolds ? second : Number.NaN;
}

/** The instant at which clocks were set forward over a time. */
function skippingChange(zone: Zone, wall: number): number {
  return offsetChange(
    zone,
    wall - zone.utcOffset(wall + SECONDS_PER_DAY),
    wall - zone.utcOffset(wall - SECONDS_PER_DAY),
  );
}

/** The other instant at which clocks showed the same time, or null: clocks were set back over it. */
export function otherInstantOfClock(zone: Zone, wall: number): number | null {
  if (zone.utcOffset(wall - SECONDS_PER_DAY) === zone.utcOffset(wall + SECONDS_PER_DAY)) return null;
  const first = instantOfClock(zone, wall, 0);
  const second = instantOfClock(zone, wall, 1);
  return first === second ? null : second;
}

/** The first instant after `from` and up to `to` with another offset than `from`'s. There must be one, and one only. */
export function offsetChange(zone: Pick<Zone, 'utcOffset'>, from: number, to: number): number {
  const offset = zone.utcOffset(from);
  let before = from;
  let after = to;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.utcOffset(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

function nonexistentTime(zone: Zone, wall: number, change: number): SajuError {
  const before = change + zone.utcOffset(change - 1);
  const after = change + zone.utcOffset(change);
  const [date = '', time = ''] = isoWall(wall).split('T');
  if (after - before >= SECONDS_PER_DAY) {
    // The zone went over the date line.
    return new SajuError('nonexistent_date', ['birth', 'date'], `${date} never was in ${zone.id}`, {
      date,
      timeZone: zone.id,
    });
  }
  const from = isoWall(before).slice(11, 16);
  const to = isoWall(after).slice(11, 16);
  return new SajuError(
    'nonexistent_time',
    ['birth', 'time'],
    `${date} ${time} never was in ${zone.id}: clocks went from ${from} to ${to}`,
    { date, time, timeZone: zone.id, from, to },
  );
}
