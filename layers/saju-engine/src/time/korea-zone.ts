import { KOREA_TRANSITIONS } from '../tables/korea-zone.ts';

/**
 * The clock of Korea (Asia/Seoul) from its history: local mean time (+8:27:52) before 1908-04-01, +8:30 to 1911,
 * +9, +8:30 again 1954 to 1961, with summer time in 1948-1951, 1955-1960, 1987 and 1988.
 * A table of its own because every Korean birth passes here; the platform's Intl takes microseconds.
 */
const STARTS = Float64Array.from(KOREA_TRANSITIONS, ([instant]) => instant);
const OFFSETS = Float64Array.from(KOREA_TRANSITIONS, ([, utcOffset]) => utcOffset);
const SUMMER = Float64Array.from(KOREA_TRANSITIONS, ([, , summerTime]) => summerTime);

/** Seconds east of UTC on Korean clocks at an instant. */
export function koreaOffset(instant: number): number {
  return OFFSETS[period(instant)]!;
}

/** Seconds of summer time on Korean clocks at an instant. */
export function koreaSummerTime(instant: number): number {
  return SUMMER[period(instant)]!;
}

const LAST = STARTS.length - 1;
/** The first change, in 1908; and the number of the period in force at the beginning of each 388 days from then on. */
const ORIGIN = STARTS[1]!;
const BUCKET = 2 ** 25;
const BUCKETS = Uint8Array.from({ length: Math.ceil((STARTS[LAST]! - ORIGIN) / BUCKET) }, (_, bucket) =>
  STARTS.findLastIndex(start => start <= ORIGIN + bucket * BUCKET),
);

/** Number of the period in force at an instant: every Korean birth asks twice. */
function period(instant: number): number {
  if (instant >= STARTS[LAST]!) return LAST;
  if (instant < ORIGIN) return 0;
  let index = BUCKETS[((instant - ORIGIN) / BUCKET) | 0]!;
  while (instant >= STARTS[index + 1]!) index++;
  return index;
}
