import { type Reading, reading } from '../analysis/reading.ts';
import { saju } from '../analysis/saju.ts';
import { type Options, withDefaults } from '../options.ts';
import { type Chart, type ChartRequest, chartOf, resolveRequest } from './chart.ts';
import type { FourPillars } from './four-pillars.ts';

/** A chart with its reading. */
export interface FullChart extends Chart, Reading {}

/**
 * The chart of a birth with all that is judged of it.
 * @throws SajuError as `chart`
 */
export function fullChart(request: ChartRequest): FullChart {
  const resolved = resolveRequest(request);
  const core = chartOf(request, resolved);
  const read = reading(resolved.saju, resolved.options);
  // Written out: spreading two objects of so many fields takes 0.2 to 0.9 µs, a tenth of the whole.
  return {
    engineVersion: core.engineVersion,
    options: core.options,
    sex: core.sex,
    solarDate: core.solarDate,
    lunarDate: core.lunarDate,
    instant: core.instant,
    corrections: core.corrections,
    pillars: core.pillars,
    voidBranches: core.voidBranches,
    palaces: core.palaces,
    saryeong: core.saryeong,
    luckCycles: core.luckCycles,
    certainty: core.certainty,
    fiveElements: read.fiveElements,
    elementBalance: read.elementBalance,
    tenGodsStrength: read.tenGodsStrength,
    strength: read.strength,
    pattern: read.pattern,
    usefulGod: read.usefulGod,
    relations: read.relations,
    stars: read.stars,
    voidPillars: read.voidPillars,
  };
}

/** Reads four pillars as they are, without a birth; three when the hour is unknown. */
export function readPillars({ year, month, day, hour }: FourPillars, options?: Partial<Options>): Reading {
  return reading(saju(year.index, month.index, day.index, hour?.index ?? null), withDefaults(options));
}
