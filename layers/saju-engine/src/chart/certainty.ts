import { HOUR } from '../analysis/saju.ts';
import { isUncertain } from '../calendar/lunar.ts';
import { SIJIN } from '../calendar/pillar-index.ts';
import { GAPJA_WORDS } from '../calendar/sexagenary.ts';
import { isoTermInstant, SOLAR_TERM_WORDS } from '../calendar/solar-terms.ts';
import type { Jasi } from '../options.ts';
import type { Term } from '../term.ts';
import { isoInstant, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { otherInstantOfClock } from '../time/clock-time.ts';
import { KOREA } from '../time/zone.ts';
import type { Birth, Moment } from './birth.ts';
import {
  type Boundary,
  type BoundaryKind,
  dayBoundary,
  hourBoundary,
  monthBoundary,
  yearBoundary,
} from './boundary.ts';

/** How far a pillar is from being another. */
export interface PillarCertainty {
  /** Minutes from the birth to the boundary, to the second: moved further, the pillar is another; less far, the same. */
  readonly minutes: number;
  readonly direction: 'earlier' | 'later';
  readonly boundary: {
    readonly kind: BoundaryKind;
    /** The 절, for `solar_term`. */
    readonly term: Term | null;
    /** First second of the later of the two pillars, UTC. */
    readonly at: string;
  };
  readonly becomes: Term & { readonly index: number };
}

export type FlagCode =
  | 'hour_unknown'
  | 'hour_from_branch'
  | 'ambiguous_clock_time'
  | 'summer_time'
  | 'before_standard_time'
  | 'half_hour_zone'
  | 'seoul_assumed'
  | 'pillar_in_doubt'
  | 'term_depends_on_delta_t'
  | 'lunar_date_depends_on_delta_t';

/** Something a reader of the chart should know about the time of birth. */
export interface Flag {
  readonly code: FlagCode;
  readonly korean: string;
  readonly english: string;
}

/** How sure the four pillars are. */
export interface Certainty {
  /** 0 to 100: see `accuracyScore`. */
  readonly accuracyScore: number;
  readonly pillars: {
    readonly year: PillarCertainty;
    readonly month: PillarCertainty;
    readonly day: PillarCertainty;
    readonly hour: PillarCertainty | null;
  };
  readonly flags: readonly Flag[];
}

/** What each flag says. */
export const FLAGS: Readonly<Record<FlagCode, Flag>> = flagTable({
  hour_unknown: [
    '태어난 시를 몰라 그날 정오로 계산했습니다. 시주는 없습니다.',
    'The hour is unknown: noon was taken, and there is no hour pillar.',
  ],
  hour_from_branch: [
    '시지만 알려져 그 시의 한가운데로 계산했습니다.',
    'Only the branch of the hour is known: its middle was taken.',
  ],
  ambiguous_clock_time: [
    '시계를 되돌린 때라 같은 시각이 두 번 있었습니다. fold로 고를 수 있습니다.',
    'Clocks were set back and showed this time twice: `fold` chooses.',
  ],
  summer_time: ['서머타임 기간의 시각입니다.', 'The clock was on summer time.'],
  before_standard_time: [
    '표준시를 쓰기 전이라 시계가 지방 평균시를 따랐습니다.',
    'Before standard time: clocks kept local mean time.',
  ],
  half_hour_zone: ['한국 표준시가 UTC+8:30이던 때의 시각입니다.', 'Korean standard time was UTC+8:30 then.'],
  seoul_assumed: ['출생지가 없어 서울로 계산했습니다.', 'No place was given: Seoul was taken.'],
  pillar_in_doubt: [
    '알려진 시간 범위 안에서 바뀌는 기둥이 있습니다.',
    'A pillar changes within the time that is known.',
  ],
  term_depends_on_delta_t: [
    '먼 미래의 절입 시각은 지구 자전 예측에 따라 이보다 크게 달라질 수 있습니다.',
    'The term lies in a future where the rotation of the Earth is not known well enough to decide.',
  ],
  lunar_date_depends_on_delta_t: [
    '이 음력 날짜는 지구 자전 예측에 따라 하루 달라질 수 있습니다.',
    'This lunar date may shift by a day with the rotation of the Earth, which cannot be foretold.',
  ],
});

/** Bits of the flags within a set, by the order of the table. */
const HOUR_UNKNOWN = 1;
const HOUR_FROM_BRANCH = 2;
const AMBIGUOUS_CLOCK_TIME = 4;
const SUMMER_TIME = 8;
const BEFORE_STANDARD_TIME = 16;
const HALF_HOUR_ZONE = 32;
const SEOUL_ASSUMED = 64;
const PILLAR_IN_DOUBT = 128;
const TERM_DEPENDS_ON_DELTA_T = 256;
const LUNAR_DATE_DEPENDS_ON_DELTA_T = 512;
const flagLists: (readonly Flag[] | undefined)[] = new Array(1024).fill(undefined);

/**
 * Standard error of a recorded time in seconds: births are noted to 5 minutes or so, whatever the digits say;
 * with seconds, by a clock that is some 2 minutes off; before standard time clocks were set by the sun.
 */
const CLOCK_ERROR = { minute: 300, second: 120, beforeStandardTime: 600 };

/** 2027-01-01, the end of announced leap seconds; from there ΔT is extrapolated. */
const EXTRAPOLATED_FROM = 1_798_761_600;
const SECONDS_PER_YEAR = 31_556_952;

/** Korea's standard time before 1912 and from 1954 to 1961. */
const HALF_HOUR_OFFSET = 8.5 * 3600;

/** Before any change of any zone's clock: what it showed then is local mean time. */
const BEFORE_CHANGES = Date.UTC(1800, 0) / 1000;

/** How sure a chart's pillars are: for each the distance to the boundary where it would change, flags, and a score. */
export function certainty(moment: Moment, birth: Birth, placeGiven: boolean, jasi: Jasi): Certainty {
  const { clock, instant, hour } = moment;
  const year = yearBoundary(instant);
  const month = monthBoundary(instant);
  const day = dayBoundary(clock, instant, jasi);
  const hourChange = hour === 'unknown' ? null : hourBoundary(clock, instant, jasi);
  const boundaries = hourChange === null ? [year, month, day] : [year, month, day, hourChange];
  const flags = flagsOf(moment, birth, placeGiven, boundaries);
  return {
    accuracyScore: accuracyScore(moment, birth, boundaries, flags),
    pillars: {
      year: describe(year),
      month: describe(month),
      day: describe(day),
      hour: hourChange && describe(hourChange),
    },
    flags: flagList(flags),
  };
}

/**
 * The rule of the score: the four pillars count 25 each, times the chance that the pillar is right. A clock time is taken to be
 * off by a normal error (`CLOCK_ERROR`), so the chance is that of an error smaller than the distance to the nearest boundary. Of
 * a 시지 or a bare date every second is as likely as any other, so the chance is the part of that time on the birth's side of the
 * boundary. An unknown hour counts 0. A time that clocks showed twice, without `fold` to tell which, halves what the two differ
 * in, which the hour is taken to be. Rounded to a tenth.
 */
function accuracyScore(moment: Moment, birth: Birth, boundaries: readonly Boundary[], flags: number): number {
  const byClock = moment.hour === 'time';
  const spread = byClock ? clockError(birth, flags) : halfWindow(moment, birth);
  let score = 0;
  for (let n = 0; n < boundaries.length; n++) {
    const { seconds } = boundaries[n]!;
    score += 25 * (byClock ? chanceByClock(seconds, spread) : Math.min(1, 0.5 + seconds / (2 * spread)));
  }
  if (flags & AMBIGUOUS_CLOCK_TIME) score -= 12.5;
  return Math.round(Math.max(0, score) * 10) / 10;
}

/** Standard error of the recorded time in seconds. */
function clockError(birth: Birth, flags: number): number {
  if (flags & BEFORE_STANDARD_TIME) return CLOCK_ERROR.beforeStandardTime;
  return birth.time!.length > 5 ? CLOCK_ERROR.second : CLOCK_ERROR.minute;
}

/** The logistic form of the normal distribution, within 0.01 of it (Bowling and others 2009). */
function chanceByClock(seconds: number, error: number): number {
  const x = (1.702 * seconds) / error;
  // From 37 on it is 1 to the last bit; three boundaries of four are so far.
  return x > 37 ? 1 : 1 / (1 + Math.exp(-x));
}

/** The flags as a set of bits. */
function flagsOf(moment: Moment, birth: Birth, placeGiven: boolean, boundaries: readonly Boundary[]): number {
  const { clock, instant, hour, day } = moment;
  const { zone, basis } = clock;
  const offset = zone.utcOffset(instant);
  const summerTime = zone.summerTime(instant);
  const half = halfWindow(moment, birth);
  let flags = 0;
  if (hour === 'unknown') flags |= HOUR_UNKNOWN;
  if (hour === 'branch') flags |= HOUR_FROM_BRANCH;
  const mayBeTwice = hour === 'time' && birth.fold === undefined;
  if (mayBeTwice && otherInstantOfClock(zone, instant + offset) !== null) flags |= AMBIGUOUS_CLOCK_TIME;
  if (summerTime !== 0) flags |= SUMMER_TIME;
  // Local mean times are no whole quarters of an hour; nor are some standard times, as Liberia's of -0:44:30 to 1972.
  if (offset % 900 !== 0 && offset === zone.utcOffset(BEFORE_CHANGES)) flags |= BEFORE_STANDARD_TIME;
  if (zone === KOREA && offset - summerTime === HALF_HOUR_OFFSET) flags |= HALF_HOUR_ZONE;
  if (!placeGiven && basis !== 'clock' && basis !== 'standard') flags |= SEOUL_ASSUMED;
  for (let n = 0; n < boundaries.length; n++) {
    const { kind, at, seconds } = boundaries[n]!;
    // Not the hour: a 시지 names it, and without one there is none.
    if (n !== HOUR && seconds < half) flags |= PILLAR_IN_DOUBT;
    if (kind === 'solar_term' && seconds <= deltaTDoubt(at)) flags |= TERM_DEPENDS_ON_DELTA_T;
  }
  if (birth.calendar === 'lunar' && isUncertain(day)) flags |= LUNAR_DATE_DEPENDS_ON_DELTA_T;
  return flags;
}

/** Seconds to either side of the instant taken that the birth may have been, as far as is known; 0 for a clock time. */
function halfWindow({ hour }: Moment, { hourBranch }: Birth): number {
  if (hour !== 'branch') return hour === 'time' ? 0 : SECONDS_PER_DAY / 2;
  // In the half hour to the end of a 조자시 apparent time may gain a second.
  return hourBranch === 'joja' || hourBranch === 'yaja' ? SIJIN / 4 - 1 : SIJIN / 2;
}

/** Seconds by which the extrapolation of ΔT may be out: 1 s a year at first, some 2 minutes by 2100. */
function deltaTDoubt(instant: number): number {
  const years = (instant - EXTRAPOLATED_FROM) / SECONDS_PER_YEAR;
  return years <= 0 ? 0 : years + 0.008 * years * years;
}

function describe({ kind, at, seconds, direction, termSerial, becomes }: Boundary): PillarCertainty {
  const isTerm = termSerial !== undefined;
  return {
    minutes: Math.round((seconds / 60) * 1000) / 1000,
    direction,
    boundary: {
      kind,
      term: isTerm ? SOLAR_TERM_WORDS[termSerial % 24]! : null,
      at: isTerm ? isoTermInstant(termSerial) : isoInstant(at),
    },
    becomes: GAPJA_WORDS[becomes]!,
  };
}

/** The flags of a set, in the table's order; each list made when first met, then shared. */
function flagList(flags: number): readonly Flag[] {
  flagLists[flags] ??= Object.freeze(Object.values(FLAGS).filter((_flag, bit) => (flags >> bit) & 1));
  return flagLists[flags];
}

function flagTable(rows: Readonly<Record<FlagCode, readonly [string, string]>>): Readonly<Record<FlagCode, Flag>> {
  return Object.fromEntries(
    Object.entries(rows).map(([code, [korean, english]]) => [code, Object.freeze({ code, korean, english })]),
  ) as unknown as Readonly<Record<FlagCode, Flag>>;
}
