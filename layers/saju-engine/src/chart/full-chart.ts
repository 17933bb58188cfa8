import { type Reading, reading } from '../analysis/reading.ts';
import { saju } from '../analysis/saju.ts';
import { type Options, withDefaults } from '../options.ts';
import { type Chart, type ChartRequest, chart } from './chart.ts';
import type { FourPillars } from './four-pillars.ts';

/** A chart with its reading. */
export interface FullChart extends Chart, Reading {}

/**
 * The chart of a birth with all that is judged of it.
 * @throws SajuError as `chart`
 */
export function fullChart(request: ChartRequest): FullChart {
  const core = chart(request);
  const { year, month, day, hour } = core.pillars;
  return { ...core, ...reading(saju(year.index, month.index, day.index, hour?.index ?? null), core.options) };
}

/** Reads four pillars as they are, without a birth; three when the hour is unknown. */
export function readPillars({ year, month, day, hour }: FourPillars, options?: Partial<Options>): Reading {
  return reading(saju(year.index, month.index, day.index, hour?.index ?? null), withDefaults(options));
}
