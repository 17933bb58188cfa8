import { acceptOnly } from '../accepted-values.ts';
import { type Palaces, palaces } from '../analysis/palaces.ts';
import { type Pillar, readPillar } from '../analysis/pillar.ts';
import { type Saju, saju } from '../analysis/saju.ts';
import { type Saryeong, saryeong } from '../analysis/saryeong.ts';
import { voidBranches } from '../analysis/void-branches.ts';
import type { Branch } from '../calendar/branches.ts';
import { type LunarDate, lunarDate } from '../calendar/lunar.ts';
import { GAPJA } from '../calendar/sexagenary.ts';
import { TERM_INSTANTS } from '../calendar/solar-terms.ts';
import { daeun, SEXES, type Sex } from '../luck/daeun.ts';
import { type LuckCycles, luckCycles } from '../luck/luck-cycles.ts';
import { type Options, withDefaults } from '../options.ts';
import { isoDate, isoInstant } from '../time/civil-date.ts';
import { ENGINE_VERSION } from '../version.ts';
import { type Birth, type Moment, type Place, resolveBirth } from './birth.ts';
import { type Certainty, certainty } from './certainty.ts';
import { type Corrections, corrections } from './corrections.ts';
import { type PillarIndices, pillarIndices } from './four-pillars.ts';

/** What a chart is made from. */
export interface ChartRequest {
  readonly birth: Birth;
  readonly place?: Place;
  readonly sex: Sex;
  readonly options?: Partial<Options>;
}

/** A chart: the four pillars with all that is read off them, and how sure they are. */
export interface Chart {
  readonly engineVersion: string;
  readonly options: Options;
  readonly sex: Sex;
  /** The date of birth in both calendars. */
  readonly solarDate: string;
  readonly lunarDate: LunarDate;
  /** Instant of birth, UTC. */
  readonly instant: string;
  readonly corrections: Corrections;
  readonly pillars: {
    readonly year: Pillar;
    readonly month: Pillar;
    readonly day: Pillar;
    readonly hour: Pillar | null;
  };
  /** 공망 by the day pillar (the main rule) and by the year pillar. */
  readonly voidBranches: {
    readonly day: readonly [Branch, Branch];
    readonly year: readonly [Branch, Branch];
  };
  readonly palaces: Palaces;
  readonly saryeong: Saryeong;
  readonly luckCycles: LuckCycles;
  readonly certainty: Certainty;
}

/** A request resolved: what a chart, its reading and its luck are made from. */
export interface ResolvedRequest {
  readonly options: Options;
  readonly moment: Moment;
  readonly indices: PillarIndices;
  readonly saju: Saju;
}

/**
 * The chart of a birth.
 * @throws SajuError `invalid_value` for the sex or an option, and as `resolveBirth`
 */
export function chart(request: ChartRequest): Chart {
  return chartOf(request, resolveRequest(request));
}

/**
 * Resolves a request.
 * @throws SajuError as `chart`
 */
export function resolveRequest({ birth, place, sex, options: given }: ChartRequest): ResolvedRequest {
  acceptOnly(sex, SEXES, 'sex');
  const options = withDefaults(given);
  const moment = resolveBirth(birth, place, options.timeBasis);
  const indices = pillarIndices(moment, options.jasi);
  const { year, month, day, hour } = indices;
  return { options, moment, indices, saju: saju(year, month, day, hour) };
}

/** The chart of a resolved request. */
export function chartOf({ birth, place, sex }: ChartRequest, resolved: ResolvedRequest): Chart {
  const { options, moment, indices } = resolved;
  return {
    engineVersion: ENGINE_VERSION,
    options,
    sex,
    solarDate: isoDate(moment.day),
    lunarDate: lunarDate(moment.day),
    instant: isoInstant(moment.instant),
    corrections: corrections(moment),
    pillars: pillarsOf(resolved),
    voidBranches: { day: voidBranches(indices.day), year: voidBranches(indices.year) },
    palaces: palacesOf(resolved),
    saryeong: saryeongOf(resolved),
    luckCycles: luckCyclesOf(resolved, sex),
    certainty: certainty(moment, birth, place?.longitude !== undefined, options.jasi),
  };
}

function pillarsOf({ options, indices: { year, month, day, hour }, saju }: ResolvedRequest): Chart['pillars'] {
  return {
    year: readPillar(year, saju, options),
    month: readPillar(month, saju, options),
    day: readPillar(day, saju, options, true),
    hour: hour === null ? null : readPillar(hour, saju, options),
  };
}

function palacesOf({ options, indices: { serial, year, month, hour } }: ResolvedRequest): Palaces {
  const ofHour = hour === null ? null : GAPJA[hour]!;
  return palaces(GAPJA[year]!, GAPJA[month]!, ofHour, (serial & 1) === 1, options.palaceMonth);
}

function saryeongOf({ moment, indices: { serial, month } }: ResolvedRequest): Saryeong {
  return saryeong(month % 12, moment.instant - TERM_INSTANTS[serial - (serial & 1)]!);
}

function luckCyclesOf(
  { options, moment, indices: { serial, year, month }, saju }: ResolvedRequest,
  sex: Sex,
): LuckCycles {
  const run = daeun(moment.instant, serial, year, sex, moment.day, options.daeunRounding);
  return luckCycles(run, month, saju, options);
}
