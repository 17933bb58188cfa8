import { HOUR } from '../analysis/saju.ts';
import { isUncertain } from '../calendar/lunar.ts';
import { SIJIN } from '../calendar/pillar-index.ts';
import { GAPJA_WORDS } from '../calendar/sexagenary.ts';
import { SOLAR_TERMS } from '../calendar/solar-terms.ts';
import type { Jasi } from '../options.ts';
import { type Term, termOf } from '../term.ts';
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

/**
 * Standard error of a recorded time in seconds: births are noted to 5 minutes or so, whatever the digits say;
 * with seconds, by a clock that is some 2 minutes off; before standard time clocks were set by the sun.
 */
const CLOCK_ERROR = { minute: 300, second: 120, beforeStandardTime: 600 };

/** Half of a 시, and half of a day: what is known when only the branch of the hour, or the date, is. */
const HALF_SIJIN = SIJIN / 2;
const HALF_DAY = SECONDS_PER_DAY / 2;

/** 2027-01-01, the end of announced leap seconds; from there ΔT is extrapolated. */
const EXTRAPOLATED_FROM = 1_798_761_600;
const SECONDS_PER_YEAR = 31_556_952;

/** Korea's standard time before 1912 and from 1954 to 1961. */
const HALF_HOUR_OFFSET = 8.5 * 3600;

/**
 * How sure a chart's pillars are: for each the distance to the boundary where it would change, flags, and a score.
 */
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
    flags,
  };
}

/**
 * The rule of the score: the four pillars count 25 each, times the chance that the pillar is right.
 * A clock time is taken to be off by a normal error (`CLOCK_ERROR`), so the chance is that of an error smaller than the
 * distance to the nearest boundary. Of a 시지 or a bare date every second is as likely as any other, so the
 * chance is the part of that time on the birth's side of the boundary. An unknown hour counts 0. A time that clocks
 * showed twice halves what the two differ in, which the hour is taken to be. Rounded to a tenth.
 */
function accuracyScore(moment: Moment, birth: Birth, boundaries: readonly Boundary[], flags: readonly Flag[]): number {
  let score = 0;
  for (let n = 0; n < boundaries.length; n++) score += 25 * chance(moment, birth, boundaries[n]!.seconds);
  if (flags.includes(FLAGS.ambiguous_clock_time)) score -= 12.5;
  return Math.round(Math.max(0, score) * 10) / 10;
}

function chance(moment: Moment, birth: Birth, seconds: number): number {
  if (moment.hour === 'time') {
    const error = isBeforeStandardTime(moment)
      ? CLOCK_ERROR.beforeStandardTime
      : birth.time!.length > 5
        ? CLOCK_ERROR.second
        : CLOCK_ERROR.minute;
    // Logistic form of the normal distribution, within 0.01 of it (Bowling and others 2009).
    return 1 / (1 + Math.exp((-1.702 * seconds) / error));
  }
  const half = halfWindow(moment);
  return Math.min(1, 0.5 + seconds / (2 * half));
}

function flagsOf(moment: Moment, birth: Birth, placeGiven: boolean, boundaries: readonly Boundary[]): readonly Flag[] {
  const { clock, instant, hour, day } = moment;
  const { zone } = clock;
  const found: Flag[] = [];
  if (hour === 'unknown') found.push(FLAGS.hour_unknown);
  if (hour === 'branch') found.push(FLAGS.hour_from_branch);
  const offset = zone.utcOffset(instant);
  if (hour === 'time' && otherInstantOfClock(zone, instant + offset) !== null) found.push(FLAGS.ambiguous_clock_time);
  if (zone.summerTime(instant) !== 0) found.push(FLAGS.summer_time);
  if (isBeforeStandardTime(moment)) found.push(FLAGS.before_standard_time);
  if (zone === KOREA && offset - zone.summerTime(instant) === HALF_HOUR_OFFSET) found.push(FLAGS.half_hour_zone);
  if (!placeGiven && clock.basis !== 'clock' && clock.basis !== 'standard') found.push(FLAGS.seoul_assumed);
  const half = halfWindow(moment);
  let inDoubt = false;
  let onDeltaT = false;
  for (let n = 0; n < boundaries.length; n++) {
    const { kind, at, seconds } = boundaries[n]!;
    // Not the hour: a 시지 names it, and without one there is none.
    if (n !== HOUR && seconds < half) inDoubt = true;
    if (kind === 'solar_term' && seconds <= deltaTDoubt(at)) onDeltaT = true;
  }
  if (inDoubt) found.push(FLAGS.pillar_in_doubt);
  if (onDeltaT) found.push(FLAGS.term_depends_on_delta_t);
  if (birth.calendar === 'lunar' && isUncertain(day)) found.push(FLAGS.lunar_date_depends_on_delta_t);
  return found;
}

/** Seconds to either side of the instant taken that the birth may have been, as far as is known; 0 for a clock time. */
function halfWindow({ hour }: Moment): number {
  return hour === 'time' ? 0 : hour === 'branch' ? HALF_SIJIN : HALF_DAY;
}

/** Offsets that are no whole quarter of an hour are local mean times. */
function isBeforeStandardTime({ clock, instant }: Moment): boolean {
  return clock.zone.utcOffset(instant) % 900 !== 0;
}

/** Seconds by which the extrapolation of ΔT may be out: 1 s a year at first, some 2 minutes by 2100. */
function deltaTDoubt(instant: number): number {
  const years = (instant - EXTRAPOLATED_FROM) / SECONDS_PER_YEAR;
  return years <= 0 ? 0 : years + 0.008 * years * years;
}

/** The words alone; shared and frozen. */
const TERMS: readonly Term[] = SOLAR_TERMS.map(term => Object.freeze(termOf(term)));
function describe({ kind, at, seconds, direction, termSerial, becomes }: Boundary): PillarCertainty {
  return {
    minutes: Math.round((seconds / 60) * 1000) / 1000,
    direction,
    boundary: {
      kind,
      term: termSerial === undefined ? null : TERMS[termSerial % 24]!,
      at: isoInstant(at),
    },
    becomes: GAPJA_WORDS[becomes]!,
  };
}

function flagTable(rows: Readonly<Record<FlagCode, readonly [string, string]>>): Readonly<Record<FlagCode, Flag>> {
  return Object.fromEntries(
    Object.entries(rows).map(([code, [korean, english]]) => [code, Object.freeze({ code, korean, english })]),
  ) as unknown as Readonly<Record<FlagCode, Flag>>;
}
