import { deltaT as observed } from 'astronomia/deltat';

const SECONDS_PER_DAY = 86_400;
const LEAP_SECONDS_FROM = 1972;
const FORECAST_FROM = 2027;

/** UTC dates from which TAI − UTC is 10, 11, 12, … 37 s (IERS Bulletin C; none announced after 2017). */
const LEAP_SECOND_DATES = `
  1972-01-01 1972-07-01 1973-01-01 1974-01-01 1975-01-01 1976-01-01 1977-01-01 1978-01-01 1979-01-01 1980-01-01
  1981-07-01 1982-07-01 1983-07-01 1985-07-01 1988-01-01 1990-01-01 1991-01-01 1992-07-01 1993-07-01 1994-07-01
  1996-01-01 1997-07-01 1999-01-01 2006-01-01 2009-01-01 2012-07-01 2015-07-01 2017-01-01`;
const LEAP_SECOND_YEARS = LEAP_SECOND_DATES.trim()
  .split(/\s+/)
  .map(date => yearFraction(Date.parse(date) / 1000));

/**
 * TT minus civil universal time, in seconds, at a year with its fraction (2000.5).
 *
 * - before 1972: TT − UT as observed (US Naval Observatory, as astronomia tabulates it);
 * - 1972 to 2026: TT − UTC by leap seconds;
 * - after: 69.184 + 0.347 d + 0.00255 d² at d years from 2027.0: 109 s in 2101. The slowing of the
 *   Earth's rotation is taken up from today's rate; Espenak and Meeus (2006) give 203 s for 2100, from a
 *   fit that has been running ahead of observation since 2005.
 */
export function deltaT(year: number): number {
  if (year < LEAP_SECONDS_FROM) return observed(year);
  if (year < FORECAST_FROM) return 32.184 + 9 + LEAP_SECOND_YEARS.filter(from => from <= year).length;
  const d = year - FORECAST_FROM;
  return 69.184 + 0.347 * d + 0.00255 * d * d;
}

/**
 * How far, in seconds, ΔT may come to differ from the forecast of `deltaT`: nothing to 2027, then 1.65 s a year,
 * 2 minutes in 2100. That covers the forecasts on either side: 69.184 s for ever, should leap seconds end
 * (39 s less in 2100), and Espenak and Meeus (2006; 14 s more in 2050, 95 s in 2100).
 */
export function deltaTUncertainty(year: number): number {
  return Math.max(0, 1.65 * (year - FORECAST_FROM));
}

/** Year with its fraction of an instant (seconds since 1970-01-01T00:00:00Z). */
export function yearFraction(instant: number): number {
  const year = new Date(instant * 1000).getUTCFullYear();
  const start = Date.UTC(year, 0) / 1000;
  return year + (instant - start) / (Date.UTC(year + 1, 0) / 1000 - start);
}

/** Instant in UTC (seconds since 1970-01-01T00:00:00Z, with fraction) of a Julian ephemeris day (TT). */
export function instantOf(jde: number): number {
  const tt = (jde - 2_440_587.5) * SECONDS_PER_DAY;
  let utc = tt;
  // Twice: the first ΔT is taken a minute too late, which matters beside a leap second only.
  for (let i = 0; i < 2; i++) utc = tt - deltaT(yearFraction(utc));
  return utc;
}

/** Julian ephemeris day (TT) of an instant in UTC. */
export function ephemerisDay(instant: number): number {
  return (instant + deltaT(yearFraction(instant))) / SECONDS_PER_DAY + 2_440_587.5;
}
