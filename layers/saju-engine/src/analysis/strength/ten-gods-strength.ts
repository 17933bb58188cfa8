import type { Term } from '../../term.ts';
import { hiddenElements, MAIN_STEM } from '../hidden-stems.ts';
import { DAY, type Saju } from '../saju.ts';
import { TEN_GODS, tenGodIndex } from '../ten-gods.ts';
import { percent, type StemWeights } from './stem-weights.ts';

/** How strong a ten god is in a chart. */
export interface TenGodStrength extends Term {
  /** Percent of the weight of the seven places (the day stem is no god), to two decimals. */
  readonly weight: number;
  /** Of the seven characters (five without the hour), branches by their main stem. */
  readonly count: number;
  /** Whether it stands in a stem (투출). */
  readonly visible: boolean;
  /** Whether a branch hides a stem of its element (통근). */
  readonly rooted: boolean;
}

/** Strength of each ten god, in the order of `TEN_GODS`. Weights are those of the stems; ten gods are stems seen from the day. */
export function tenGodsStrength({ stems, branches, dayStem }: Saju, weights: StemWeights): readonly TenGodStrength[] {
  let visible = 0;
  let roots = 0;
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let position = 0; position < stems.length; position++) {
    counts[tenGodIndex(dayStem, MAIN_STEM[branches[position]!]!)]!++;
    roots |= hiddenElements(branches[position]!, weights.school);
    if (position === DAY) continue;
    const god = tenGodIndex(dayStem, stems[position]!);
    counts[god]!++;
    visible |= 1 << god;
  }
  const strengths = new Array<TenGodStrength>(TEN_GODS.length);
  for (let god = 0; god < 10; god++) {
    const { code, hangul, hanja, english } = TEN_GODS[god]!;
    // The stem that is this god to the day stem: as many elements on, of the same polarity or the other.
    const element = ((dayStem >> 1) + (god >> 1)) % 5;
    const stem = 2 * element + ((dayStem ^ god) & 1);
    strengths[god] = {
      code,
      hangul,
      hanja,
      english,
      weight: percent(weights.byStem[stem]!, weights.total),
      count: counts[god]!,
      visible: ((visible >> god) & 1) === 1,
      rooted: ((roots >> element) & 1) === 1,
    };
  }
  return strengths;
}
