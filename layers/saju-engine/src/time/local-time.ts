import type { TimeBasis } from '../options.ts';
import { equationOfTime } from '../sky/equation-of-time.ts';
import { type Fold, firstInstantOfClock, instantOfClock } from './clock-time.ts';
import { KOREA, type Zone } from './zone.ts';

/** Seconds: Korea's standard meridian is 135° E whatever the law of the day. 입춘 of 1961 is at 10:23, not 09:53. */
export const KST = 9 * 3600;

/** The clock on which day and hour pillars are read, at one place. */
export interface LocalClock {
  readonly basis: TimeBasis;
  readonly zone: Zone;
  /** Seconds by which local mean time is ahead of UTC; NaN where no place is known. */
  readonly meanOffset: number;
}

/** Seconds by which local mean time at a longitude (degrees east) is ahead of UTC: 4 minutes a degree. */
export function meanTimeOffset(longitude: number): number {
  return Math.round(longitude * 240);
}

/** Seconds to add to an instant to get the local time. */
export function localOffset({ basis, zone, meanOffset }: LocalClock, instant: number): number {
  switch (basis) {
    case 'lmt':
      return meanOffset;
    case 'clock':
      return zone.utcOffset(instant);
    case 'standard':
      return zone === KOREA ? KST : zone.utcOffset(instant) - zone.summerTime(instant);
    case 'apparent':
      return meanOffset + Math.round(equationOfTime(instant));
  }
}

/**
 * The instant of a local time.
 * @throws SajuError `nonexistent_time` on the `clock` basis
 */
export function instantOfLocal(clock: LocalClock, local: number, fold: Fold): number {
  if (clock.basis === 'clock') return instantOfClock(clock.zone, local, fold);
  // Offsets of the other bases hardly change within a day, so that two rounds suffice.
  let instant = local - localOffset(clock, local);
  for (let round = 0; round < 2; round++) instant = local - localOffset(clock, instant);
  return instant;
}

/** The first instant from which the local clock shows a time or a later one. */
export function firstInstantOfLocal(clock: LocalClock, local: number): number {
  if (clock.basis === 'clock') return firstInstantOfClock(clock.zone, local);
  let instant = instantOfLocal(clock, local, 0);
  if (clock.basis === 'apparent') {
    // The equation of time moves by up to 30 s a day, in whole seconds: settle on the first that shows the time.
    while (instant - 1 + localOffset(clock, instant - 1) >= local) instant--;
    while (instant + localOffset(clock, instant) < local) instant++;
  }
  return instant;
}
