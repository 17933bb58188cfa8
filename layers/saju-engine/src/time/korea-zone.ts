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

/** Latest first: most births are after the last change (1988). */
function period(instant: number): number {
  let index = STARTS.length - 1;
  while (index > 0 && instant < STARTS[index]!) index--;
  return index;
}
