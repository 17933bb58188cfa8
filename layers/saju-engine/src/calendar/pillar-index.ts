import type { Jasi } from '../options.ts';
import { EPOCH_DAY, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { dayGapja, hourGapja, monthGapja, yearGapja } from './sexagenary.ts';
import { FIRST_TERM_YEAR, TERMS_PER_YEAR } from './solar-terms.ts';

/** Which of the sixty pairs rules a year, a month, a day and an hour. */

/** 입춘 is the third term of a calendar year. */
export const IPCHUN = 2;
/** 야자시 begins at 23:00 of local time, in seconds. */
export const YAJASI = 23 * 3600;
/** Seconds of a 시. */
export const SIJIN = 7200;

/** Index of the year pillar from the serial number of the last solar term: years change at 입춘. */
export function yearPillar(serial: number): number {
  return yearGapja(sajuYear(serial));
}

/** The calendar year whose 입춘 began the saju year of a solar term. */
export function sajuYear(serial: number): number {
  const year = FIRST_TERM_YEAR + Math.floor(serial / TERMS_PER_YEAR);
  return serial % TERMS_PER_YEAR < IPCHUN ? year - 1 : year;
}

/** Index of the month pillar from the serial number of the last solar term: months change at each 절. */
export function monthPillar(serial: number): number {
  return monthGapja(FIRST_TERM_YEAR + Math.floor(serial / TERMS_PER_YEAR), (serial % TERMS_PER_YEAR) >> 1);
}

/** Index of the day pillar at a local time (seconds since 1970-01-01T00:00:00 of that clock). */
export function dayPillar(local: number, jasi: Jasi): number {
  return dayGapja(
    EPOCH_DAY + Math.floor((jasi === 'jasi' ? local + SECONDS_PER_DAY - YAJASI : local) / SECONDS_PER_DAY),
  );
}

/** Index of the hour pillar at a local time (seconds since 1970-01-01T00:00:00 of that clock). */
export function hourPillar(local: number, jasi: Jasi): number {
  const day = Math.floor(local / SECONDS_PER_DAY);
  const second = local - day * SECONDS_PER_DAY;
  // From 23:00 the 子 hour takes its stem from the next day, but for `midnight`.
  const stemDay = second >= YAJASI && jasi !== 'midnight' ? day + 1 : day;
  return hourGapja(dayGapja(EPOCH_DAY + stemDay), Math.floor((second + SIJIN / 2) / SIJIN) % 12);
}
