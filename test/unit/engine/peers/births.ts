import { seededRandom } from '../../seeded-random.ts';

/** A moment of birth in Korea, on the clocks that engine and peers are asked by. */
export interface Birth {
  /** Milliseconds since 1970, a whole minute. */
  readonly instant: number;
  /** As Korean clocks showed it: summer time, UTC+8:30 and all, by the platform's time zone data. */
  readonly clock: { readonly date: string; readonly time: string; readonly fold: 0 | 1 };
  /** UTC+9, which Korean peers take clock times to be. */
  readonly kst: Wall;
  /** UTC+8, the clock by which Chinese peers know the instants of terms. */
  readonly beijing: Wall;
}

/** Date and time on a clock with a fixed offset. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const FROM = Date.UTC(1912, 0, 1);
const TO = Date.UTC(2050, 0, 1);
const HOUR = 3_600_000;

const korean = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'short' });

/** Births at random minutes of 1912 to 2049. */
export function birthsBySeed(seed: number, count: number): readonly Birth[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => birthAt(Math.floor((FROM + random() * (TO - FROM)) / 60_000) * 60_000));
}

/** @param instant milliseconds since 1970, a whole minute */
export function birthAt(instant: number): Birth {
  const [date = '', time = ''] = korean.format(instant).split(' ');
  // Clocks were set back by an hour after summer time, by half an hour on 1954-03-21.
  const isSecond = [HOUR, HOUR / 2].some(before => korean.format(instant - before) === `${date} ${time}`);
  return {
    instant,
    clock: { date, time, fold: isSecond ? 1 : 0 },
    kst: wall(instant + 9 * HOUR),
    beijing: wall(instant + 8 * HOUR),
  };
}

/** Says which birth disagrees. */
export function nameOf({ instant, clock: { date, time } }: Birth): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z (${date} ${time} in Korea)`;
}

function wall(time: number): Wall {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}
