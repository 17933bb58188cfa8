import { type Pillar, readPillar } from '../analysis/pillar.ts';
import { dayPillar } from '../calendar/pillar-index.ts';
import { monthGapja, yearGapja } from '../calendar/sexagenary.ts';
import { FIRST_TERM_YEAR, LAST_TERM_YEAR, SOLAR_TERMS, TERM_INSTANTS, termSerial } from '../calendar/solar-terms.ts';
import { resolveBirth } from '../chart/birth.ts';
import type { ChartRequest } from '../chart/chart.ts';
import { pillarIndices } from '../chart/four-pillars.ts';
import { SajuError } from '../errors.ts';
import { type Options, withDefaults } from '../options.ts';
import { type Term, termOf } from '../term.ts';
import { civilDate, EPOCH_DAY, isoDate, isoInstant, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { gregorianDay } from '../time/iso-fields.ts';
import type { Zone } from '../time/zone.ts';
import { ENGINE_VERSION } from '../version.ts';
import { daeun, daeunStart } from './daeun.ts';
import { type LuckCycle, luckCycle } from './luck-cycles.ts';

/** A span of dates, both included, on the calendar of the birth's zone. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

/** A 대운 in a span. `order` 0 is what rules before the first: the month pillar from birth. */
export interface DaeunInSpan extends LuckCycle {
  readonly order: number;
  /** Last day. */
  readonly endsOn: string;
}

/** 세운: the year's pillar, from 입춘. */
export interface YearLuck extends Pillar {
  readonly year: number;
  /** 세는나이 in the calendar year. */
  readonly koreanAge: number;
  /** Instant of 입춘; null beyond the tabulated years. */
  readonly startsAt: string | null;
}

/** 월운: the month's pillar, from its 절. */
export interface MonthLuck extends Pillar {
  readonly term: Term;
  /** Instant of the 절; null beyond the tabulated years. */
  readonly startsAt: string | null;
}

/** 일운: the day's pillar. */
export interface DayLuck extends Pillar {
  readonly date: string;
}

/** The luck of a span, at each scale, read from the chart's day stem. */
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
 * @param scales those wanted; the others come back empty
 * @throws SajuError as `chart`, and `invalid_date` for the span's dates, for an end before the start, and for a start
 *   before the birth
 */
export function luckOfSpan(
  { birth, place, sex, options: given }: ChartRequest,
  span: DateSpan,
  scales: readonly LuckScale[] = LUCK_SCALES,
): LuckOfSpan {
  const options = withDefaults(given);
  const moment = resolveBirth(birth, place, options.timeBasis);
  const { serial, year, month, day } = pillarIndices(moment, options.jasi);
  const dayStem = day % 10;
  const [first, last] = daysOf(span, moment.day);
  const read = (index: number): Pillar => readPillar(index, dayStem, options);
  const run = daeun(moment.instant, serial, year, sex, moment.day, options.daeunRounding);
  const { zone } = moment.clock;
  const from = midnight(zone, first);
  const to = midnight(zone, last + 1);
  const wants = (scale: LuckScale): boolean => scales.includes(scale);
  return {
    engineVersion: ENGINE_VERSION,
    from: span.from,
    to: span.to,
    dayPillar: readPillar(day, dayStem, options, true),
    daeun: wants('daeun') ? daeunOf(run, month, dayStem, options, moment.day, first, last) : [],
    seun: wants('seun') ? yearsOf(from, to, civilDate(moment.day).year, read) : [],
    wolun: wants('wolun') ? monthsOf(from, to, read) : [],
    ilun: wants('ilun') ? days(first, last, options, read) : [],
  };
}

function daysOf({ from, to }: DateSpan, birthDay: number): readonly [number, number] {
  const first = gregorianDay(from);
  const last = gregorianDay(to);
  if (first === undefined) throw new SajuError('invalid_date', ['from'], `${from} is not a date of the calendar`);
  if (last === undefined) throw new SajuError('invalid_date', ['to'], `${to} is not a date of the calendar`);
  if (first < birthDay) throw new SajuError('invalid_date', ['from'], 'luck begins with birth: from is before it');
  if (last < first) throw new SajuError('invalid_date', ['to'], 'to is before from');
  return [first, last];
}

function midnight(zone: Zone, day: number): number {
  const wall = (day - EPOCH_DAY) * SECONDS_PER_DAY;
  return wall - zone.utcOffset(wall);
}

function daeunOf(
  run: ReturnType<typeof daeun>,
  month: number,
  dayStem: number,
  options: Options,
  birthDay: number,
  first: number,
  last: number,
): DaeunInSpan[] {
  const found: DaeunInSpan[] = [];
  for (let order = 0; ; order++) {
    const start = order === 0 ? birthDay : daeunStart(run.startDay, order);
    const end = daeunStart(run.startDay, order + 1) - 1;
    if (start > last) return found;
    if (end < first) continue;
    const cycle = luckCycle(run, month, dayStem, options, order);
    found.push({ ...cycle, age: order === 0 ? 0 : cycle.age, startsOn: isoDate(start), order, endsOn: isoDate(end) });
  }
}

function yearsOf(from: number, to: number, birthYear: number, read: (index: number) => Pillar): YearLuck[] {
  const found: YearLuck[] = [];
  for (let year = yearAt(from) - 1; jeolInstant(year, 1) < to; year++) {
    if (jeolInstant(year + 1, 1) <= from) continue;
    found.push({
      ...read(yearGapja(year)),
      year,
      koreanAge: year - birthYear + 1,
      startsAt: startsAt(year, 1),
    });
  }
  return found;
}

function monthsOf(from: number, to: number, read: (index: number) => Pillar): MonthLuck[] {
  const found: MonthLuck[] = [];
  for (let count = (yearAt(from) - 1) * JEOL_PER_YEAR; ; count++) {
    const year = Math.floor(count / JEOL_PER_YEAR);
    const jeol = count % JEOL_PER_YEAR;
    if (jeolInstant(year, jeol) >= to) return found;
    if (jeolInstant(Math.floor((count + 1) / JEOL_PER_YEAR), (count + 1) % JEOL_PER_YEAR) <= from) continue;
    found.push({
      ...read(monthGapja(year, jeol)),
      term: termOf(SOLAR_TERMS[2 * jeol]!),
      startsAt: startsAt(year, jeol),
    });
  }
}

function days(first: number, last: number, { jasi }: Options, read: (index: number) => Pillar): DayLuck[] {
  const found: DayLuck[] = [];
  for (let day = first; day <= last; day++) {
    // At noon, so that every rule of 자시 agrees.
    const noon = (day - EPOCH_DAY) * SECONDS_PER_DAY + SECONDS_PER_DAY / 2;
    found.push({ ...read(dayPillar(noon, jasi)), date: isoDate(day) });
  }
  return found;
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
  return isTabulated(year) ? isoInstant(jeolInstant(year, jeol)) : null;
}
