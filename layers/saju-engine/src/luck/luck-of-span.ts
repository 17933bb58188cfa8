import { acceptOnly } from '../accepted-values.ts';
import { type Pillar, readPillar } from '../analysis/pillar.ts';
import type { Saju } from '../analysis/saju.ts';
import { samjae } from '../analysis/stars/samjae.ts';
import { type DateSpan, daysOfSpan } from '../calendar/date-span.ts';
import { dayPillar } from '../calendar/pillar-index.ts';
import { monthGapja, yearGapja } from '../calendar/sexagenary.ts';
import {
  FIRST_TERM_YEAR,
  isoTermInstant,
  LAST_TERM_YEAR,
  SOLAR_TERM_WORDS,
  TERM_INSTANTS,
  termSerial,
} from '../calendar/solar-terms.ts';
import { type ChartRequest, resolveRequest } from '../chart/chart.ts';
import { spanBeforeBirth } from '../errors.ts';
import type { Options } from '../options.ts';
import type { Term } from '../term.ts';
import { civilDate, dayNumber, EPOCH_DAY, isoDate, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { KST } from '../time/local-time.ts';
import type { Zone } from '../time/zone.ts';
import { ENGINE_VERSION } from '../version.ts';
import { type Daeun, daeun, daeunPillar, daeunStart } from './daeun.ts';
import { type LuckPillar, readLuckPillar } from './luck-pillar.ts';

/** A 대운 in a span. `order` 0 is what rules before the first: the month pillar from birth. */
export interface DaeunInSpan extends LuckPillar {
  /** 만 나이 at its start. */
  readonly age: number;
  readonly startsOn: string;
  readonly order: number;
  /** Last day. */
  readonly endsOn: string;
}

/** Luck that runs under a 대운: its relations are also to that. */
interface LuckUnderDaeun extends LuckPillar {
  /** Order of the 대운 that runs at its start; 0 is the month pillar before the first. */
  readonly daeunOrder: number;
}

/** 세운: the year's pillar, from 입춘. */
export interface YearLuck extends LuckUnderDaeun {
  readonly year: number;
  /** 세는나이 in the calendar year; at least 1. */
  readonly koreanAge: number;
  /** 들삼재, 눌삼재 or 날삼재 of the year of birth. */
  readonly samjae: Term | null;
  /** Instant of 입춘; null beyond the tabulated years. */
  readonly startsAt: string | null;
}

/** 월운: the month's pillar, from its 절. */
export interface MonthLuck extends LuckUnderDaeun {
  readonly term: Term;
  /** Instant of the 절; null beyond the tabulated years. */
  readonly startsAt: string | null;
}

/** 일운: the day's pillar. */
export interface DayLuck extends LuckUnderDaeun {
  readonly date: string;
}

/** The luck of a span, at each scale, read from the chart. */
export interface LuckOfSpan {
  readonly engineVersion: string;
  readonly from: string;
  readonly to: string;
  readonly dayPillar: Pillar;
  readonly daeun: readonly DaeunInSpan[];
  readonly seun: readonly YearLuck[];
  readonly wolun: readonly MonthLuck[];
  readonly ilun: readonly DayLuck[];
}

export const LUCK_SCALES = ['daeun', 'seun', 'wolun', 'ilun'] as const;
export type LuckScale = (typeof LUCK_SCALES)[number];

/** A 절 beyond the tables is taken to begin on the 6th: it does so to within 3 days, and only membership hangs on it. */
const NOMINAL_JEOL_DAY = 6;
const JEOL_PER_YEAR = 12;

/**
 * 대운, 세운, 월운 and 일운 that touch a span of dates. Pillars run on past the tables; dates of 절 do not.
 * @param span on the calendar of the birth's zone
 * @param scales those wanted; the others come back empty
 * @throws SajuError as `chart`; `invalid_value` for a scale; `invalid_date` for the span's dates and for an end before the
 *   start; `span_before_birth` for a start before the birth
 */
export function luckOfSpan(
  request: ChartRequest,
  span: DateSpan,
  scales: readonly LuckScale[] = LUCK_SCALES,
): LuckOfSpan {
  for (const [n, scale] of scales.entries()) acceptOnly(scale, LUCK_SCALES, `scales.${n}`);
  const { options, moment, indices, saju: basis } = resolveRequest(request);
  const { serial, year, month, day } = indices;
  const [first, last] = daysOfSpan(span);
  if (first < moment.day) throw spanBeforeBirth({ birth: isoDate(moment.day) });
  const run = daeun(moment.instant, serial, year, request.sex, moment.day, options.daeunRounding);
  const { zone } = moment.clock;
  const from = midnight(zone, first);
  const to = midnight(zone, last + 1);
  const starts = daeunStarts(run, last);
  const read = (index: number, onDay: number): LuckUnderDaeun => {
    const order = daeunOrder(starts, onDay);
    const running = daeunPillar(month, run.direction, order).index;
    return { ...readLuckPillar(index, basis, options, running), daeunOrder: order };
  };
  const wants = (scale: LuckScale): boolean => scales.includes(scale);
  return {
    engineVersion: ENGINE_VERSION,
    from: span.from,
    to: span.to,
    dayPillar: readPillar(day, basis, options, true),
    daeun: wants('daeun') ? daeunOf(run, month, basis, options, moment.day, first, last) : [],
    seun: wants('seun') ? yearsOf(from, to, civilDate(moment.day).year, year % 12, read) : [],
    wolun: wants('wolun') ? monthsOf(from, to, read) : [],
    ilun: wants('ilun') ? days(first, last, options, read) : [],
  };
}

function midnight(zone: Zone, day: number): number {
  const wall = (day - EPOCH_DAY) * SECONDS_PER_DAY;
  return wall - zone.utcOffset(wall);
}

function daeunOf(
  run: Daeun,
  month: number,
  saju: Saju,
  options: Options,
  birthDay: number,
  first: number,
  last: number,
): DaeunInSpan[] {
  const found: DaeunInSpan[] = [];
  for (let order = 0; ; order++) {
    const start = order === 0 ? birthDay : startDayOf(run, order);
    const end = startDayOf(run, order + 1) - 1;
    if (start > last) return found;
    if (end < first) continue;
    found.push({
      ...readLuckPillar(daeunPillar(month, run.direction, order).index, saju, options),
      age: order === 0 ? 0 : run.startAge.rounded + 10 * (order - 1),
      startsOn: isoDate(start),
      order,
      endsOn: isoDate(end),
    });
  }
}

type ReadLuck = (index: number, onDay: number) => LuckUnderDaeun;

function yearsOf(from: number, to: number, birthYear: number, birthBranch: number, read: ReadLuck): YearLuck[] {
  const found: YearLuck[] = [];
  for (let year = yearAt(from) - 1; jeolInstant(year, 1) < to; year++) {
    if (jeolInstant(year + 1, 1) <= from) continue;
    found.push({
      ...read(yearGapja(year), dayOf(jeolInstant(year, 1))),
      year,
      // 1 from birth on, in the saju year that began before the birth's calendar year as well.
      koreanAge: Math.max(1, year - birthYear + 1),
      samjae: samjae(birthBranch, yearGapja(year) % 12),
      startsAt: startsAt(year, 1),
    });
  }
  return found;
}

function monthsOf(from: number, to: number, read: ReadLuck): MonthLuck[] {
  const found: MonthLuck[] = [];
  for (let count = (yearAt(from) - 1) * JEOL_PER_YEAR; ; count++) {
    const year = Math.floor(count / JEOL_PER_YEAR);
    const jeol = count % JEOL_PER_YEAR;
    if (jeolInstant(year, jeol) >= to) return found;
    if (jeolInstant(Math.floor((count + 1) / JEOL_PER_YEAR), (count + 1) % JEOL_PER_YEAR) <= from) continue;
    found.push({
      ...read(monthGapja(year, jeol), dayOf(jeolInstant(year, jeol))),
      term: SOLAR_TERM_WORDS[2 * jeol]!,
      startsAt: startsAt(year, jeol),
    });
  }
}

function days(first: number, last: number, { jasi }: Options, read: ReadLuck): DayLuck[] {
  const found: DayLuck[] = [];
  for (let day = first; day <= last; day++) {
    // At noon, so that every rule of 자시 agrees.
    const noon = (day - EPOCH_DAY) * SECONDS_PER_DAY + SECONDS_PER_DAY / 2;
    found.push({ ...read(dayPillar(noon, jasi), day), date: isoDate(day) });
  }
  return found;
}

/** First days of the 대운 that begin by a day, the first 대운's first. */
function daeunStarts(run: Daeun, last: number): readonly number[] {
  const starts: number[] = [];
  for (let order = 1; ; order++) {
    const start = startDayOf(run, order);
    if (start > last) return starts;
    starts.push(start);
  }
}

/** Day number of the first day of a 대운. */
function startDayOf({ startDay }: Daeun, order: number): number {
  const { year, month, day } = daeunStart(civilDate(startDay), order);
  return dayNumber(year, month, day);
}

/** Order of the 대운 that runs on a day; 0 before the first. */
function daeunOrder(starts: readonly number[], day: number): number {
  let order = 0;
  while (order < starts.length && starts[order]! <= day) order++;
  return order;
}

/** Day number in Korea (UTC+9) of an instant. */
function dayOf(instant: number): number {
  return EPOCH_DAY + Math.floor((instant + KST) / SECONDS_PER_DAY);
}

function yearAt(instant: number): number {
  return civilDate(EPOCH_DAY + Math.floor(instant / SECONDS_PER_DAY)).year;
}

function isTabulated(year: number): boolean {
  return year >= FIRST_TERM_YEAR && year <= LAST_TERM_YEAR;
}

/** Instant of a 절 (0 소한 … 11 대설) of a year; beyond the tables, a nominal one. */
function jeolInstant(year: number, jeol: number): number {
  if (isTabulated(year)) return TERM_INSTANTS[termSerial(year, 2 * jeol)]!;
  return Date.UTC(year, jeol, NOMINAL_JEOL_DAY) / 1000;
}

function startsAt(year: number, jeol: number): string | null {
  return isTabulated(year) ? isoTermInstant(termSerial(year, 2 * jeol)) : null;
}
