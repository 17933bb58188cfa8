import { acceptWhole } from '../accepted-values.ts';
import { PILLAR_NAMES } from '../analysis/saju.ts';
import { type LunarDate, lunarDate } from '../calendar/lunar.ts';
import { hourPillar, SIJIN, YAJASI } from '../calendar/pillar-index.ts';
import { FIRST_DAY, LAST_DAY } from '../calendar/range.ts';
import { dayGapja, GAPJA, hourGapja, monthGapja, yearGapja } from '../calendar/sexagenary.ts';
import { FIRST_TERM_YEAR, LAST_TERM_YEAR, TERM_INSTANTS, termSerial } from '../calendar/solar-terms.ts';
import { SajuError } from '../errors.ts';
import { type Options, withDefaults } from '../options.ts';
import { EPOCH_DAY, isoDate, isoInstant, isoWall, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { firstInstantOfClock } from '../time/clock-time.ts';
import { firstInstantOfLocal, type LocalClock, localOffset } from '../time/local-time.ts';
import { clockOf, type Place } from './birth.ts';

/** Pillars to look for, as indices 0 to 59. Without `hour`, any. */
export interface PillarQuery {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
}

/** A stretch of time in which a birth has the pillars asked for. */
export interface PillarMatch {
  /** Date at its start, on the zone's clock. */
  readonly solarDate: string;
  readonly lunarDate: LunarDate;
  /** First second and first second after, UTC. */
  readonly from: string;
  readonly to: string;
  /** The same on the zone's clock. */
  readonly clockFrom: string;
  readonly clockTo: string;
}

const IPCHUN_JEOL = 1;
const JEOL_PER_YEAR = 12;
const HALF_SIJIN = SIJIN / 2;

/**
 * All stretches of time in the engine's range in which a birth has these pillars, earliest first: search back from
 * pillars to dates.
 * @throws SajuError `invalid_value`; `impossible_pillars` when no such month is in such a year, or no such hour in such a day
 */
export function searchPillars(
  query: PillarQuery,
  place?: Place,
  options?: Partial<Pick<Options, 'timeBasis' | 'jasi'>>,
): readonly PillarMatch[] {
  const { timeBasis, jasi } = withDefaults(options);
  for (const name of PILLAR_NAMES) {
    if (name !== 'hour' || query.hour !== undefined) acceptWhole(query[name]!, 0, GAPJA.length - 1, name);
  }
  const jeol = jeolOf(query);
  checkHour(query, jasi);
  const { clock } = clockOf(place, timeBasis);
  const rangeFrom = firstInstantOfDay(clock, FIRST_DAY);
  const rangeTo = firstInstantOfDay(clock, LAST_DAY + 1);
  const matches: PillarMatch[] = [];
  for (let year = FIRST_TERM_YEAR; year < LAST_TERM_YEAR; year++) {
    if (yearGapja(year) !== query.year) continue;
    // The 丑 month of a saju year begins at 소한 of the next calendar year.
    const began = termSerial(jeol === 0 ? year + 1 : year, 2 * jeol);
    const monthFrom = TERM_INSTANTS[began]!;
    const monthTo = TERM_INSTANTS[began + 2]!;
    for (const [from, to] of stretches(query, clock, jasi, monthFrom, monthTo)) {
      const first = Math.max(from, monthFrom, rangeFrom);
      const end = Math.min(to, monthTo, rangeTo);
      if (first < end) matches.push(describe(clock, first, end));
    }
  }
  return matches;
}

/** Which 절 (0 소한 … 11 대설) begins a month with that pillar in a year with that pillar. */
function jeolOf({ year, month }: PillarQuery): number {
  for (let jeol = 0; jeol < JEOL_PER_YEAR; jeol++) {
    if (monthGapja(jeol < IPCHUN_JEOL ? year + 5 : year + 4, jeol) === month) return jeol;
  }
  throw new SajuError('impossible_pillars', ['month'], 'no month of such a year has this pillar');
}

function checkHour({ day, hour }: PillarQuery, jasi: Options['jasi']): void {
  if (hour === undefined) return;
  const branch = hour % 12;
  const possible =
    hourGapja(day, branch) === hour || (jasi === 'split' && branch === 0 && hourGapja(day + 1, 0) === hour);
  if (!possible) throw new SajuError('impossible_pillars', ['hour'], 'no hour of such a day has this pillar');
}

/** Stretches of instants of the day, or of its hour, that touch a month. */
function* stretches(
  { day, hour }: PillarQuery,
  clock: LocalClock,
  jasi: Options['jasi'],
  monthFrom: number,
  monthTo: number,
): Generator<readonly [number, number]> {
  const first = localDay(monthFrom + localOffset(clock, monthFrom)) - 1;
  const last = localDay(monthTo + localOffset(clock, monthTo)) + 1;
  for (let date = first; date <= last; date++) {
    if (dayGapja(date) !== day) continue;
    const midnight = (date - EPOCH_DAY) * SECONDS_PER_DAY;
    const dayFrom = jasi === 'jasi' ? midnight - SECONDS_PER_DAY + YAJASI : midnight;
    for (const [from, to] of hourTurns(dayFrom, dayFrom + SECONDS_PER_DAY, hour, jasi)) {
      const instants = [firstInstantOfLocal(clock, from), firstInstantOfLocal(clock, to)] as const;
      if (instants[0] < monthTo && instants[1] > monthFrom) yield instants;
    }
  }
}

/** Local times of a day in which the hour has the pillar; the whole day where none is asked for. */
function* hourTurns(
  dayFrom: number,
  dayTo: number,
  hour: number | undefined,
  jasi: Options['jasi'],
): Generator<readonly [number, number]> {
  if (hour === undefined) {
    yield [dayFrom, dayTo];
    return;
  }
  let from: number | undefined;
  for (let at = dayFrom; at <= dayTo; at += HALF_SIJIN) {
    const holds = at < dayTo && hourPillar(at, jasi) === hour;
    if (holds && from === undefined) from = at;
    if (!holds && from !== undefined) {
      yield [from, at];
      from = undefined;
    }
  }
}

function describe(clock: LocalClock, from: number, to: number): PillarMatch {
  const clockFrom = from + clock.zone.utcOffset(from);
  const day = localDay(clockFrom);
  return {
    solarDate: isoDate(day),
    lunarDate: lunarDate(day),
    from: isoInstant(from),
    to: isoInstant(to),
    clockFrom: isoWall(clockFrom),
    clockTo: isoWall(to + clock.zone.utcOffset(to)),
  };
}

function firstInstantOfDay({ zone }: LocalClock, day: number): number {
  return firstInstantOfClock(zone, (day - EPOCH_DAY) * SECONDS_PER_DAY);
}

function localDay(local: number): number {
  return EPOCH_DAY + Math.floor(local / SECONDS_PER_DAY);
}
