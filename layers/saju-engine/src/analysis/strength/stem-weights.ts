import { stemIndex } from '../../calendar/stems.ts';
import type { Options } from '../../options.ts';
import { hiddenStems } from '../hidden-stems.ts';
import { DAY, type Saju } from '../saju.ts';

/** Days of a month, by which hidden stems share a branch's weight: weights are counted in thirtieths. */
const UNITS = 30;

/** Weights of stems by position, of 100: 연간 10, 월간 10, 시간 10. The day stem is what the others are weighed for. */
export const STEM_PLACES = [10, 10, 0, 10];
/** Weights of branches by position: 연지 10, 월지 30 (득령), 일지 15, 시지 15. Korean scoring of today. */
export const BRANCH_PLACES = [10, 30, 15, 15];
/** What the day stem adds when elements are counted, in thirtieths: as much as any other stem. */
export const DAY_STEM_UNITS = 10 * UNITS;

/**
 * Weight of each of the ten stems in a chart, in whole numbers: place weight × 30 (days of a month), so that halves and
 * shares are exact. The seven places without the day stem; the total is 3,000, or 2,250 when the hour is unknown.
 */
export interface StemWeights {
  /** By stem, 甲 to 癸. */
  readonly byStem: readonly number[];
  readonly total: number;
  /** The school of hidden stems they were counted by. */
  readonly school: Options['hiddenStems'];
}

/** Stem and units of each stem hidden in a branch, one after the other, by school, position and branch. */
const BRANCH_UNITS = (['wollyul', 'inwon'] as const).map(school =>
  BRANCH_PLACES.map(weight =>
    Array.from({ length: 12 }, (_, branch) =>
      hiddenStems(branch, school).flatMap(({ hanja, days }) => [stemIndex(hanja), weight * days]),
    ),
  ),
);

/** Weighs the stems of a chart: visible ones by their place, hidden ones by their share of the branch's place. */
export function stemWeights({ stems, branches }: Saju, school: Options['hiddenStems']): StemWeights {
  const byStem = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const units = BRANCH_UNITS[school === 'inwon' ? 1 : 0]!;
  let total = 0;
  for (let position = 0; position < stems.length; position++) {
    if (position !== DAY) byStem[stems[position]!]! += STEM_PLACES[position]! * UNITS;
    const hidden = units[position]![branches[position]!]!;
    for (let n = 0; n < hidden.length; n += 2) byStem[hidden[n]!]! += hidden[n + 1]!;
    total += (STEM_PLACES[position]! + BRANCH_PLACES[position]!) * UNITS;
  }
  return { byStem, total, school };
}

/** Units of each element (0 wood to 4 water), the day stem's included: `total` and `DAY_STEM_UNITS` in all. */
export function elementUnits({ byStem }: StemWeights, dayStem: number): number[] {
  const units = [0, 0, 0, 0, 0];
  for (let stem = 0; stem < 10; stem++) units[stem >> 1]! += byStem[stem]!;
  units[dayStem >> 1]! += DAY_STEM_UNITS;
  return units;
}

/** Units of what supports the day stem: 비겁 (its element) and 인성 (the element that bears it), of `total`. */
export function supportUnits({ byStem }: StemWeights, dayStem: number): number {
  const own = dayStem & ~1;
  const bearer = (own + 8) % 10;
  return byStem[own]! + byStem[own + 1]! + byStem[bearer]! + byStem[bearer + 1]!;
}

/** Units (never negative) as percent of a total, to two decimals; `Math.round` takes twice as long. */
export function percent(units: number, total: number): number {
  return Math.floor((units * 10_000) / total + 0.5) / 100;
}
