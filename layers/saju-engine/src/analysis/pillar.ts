import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import type { Options } from '../options.ts';
import type { Term } from '../term.ts';
import { type HiddenStem, hiddenStems } from './hidden-stems.ts';
import { napeum } from './napeum.ts';
import { DAY, type Saju, YEAR } from './saju.ts';
import { type PairGods, pairGods } from './ten-gods.ts';
import { type TwelveSinsal, twelveSinsal } from './twelve-sinsal.ts';
import { type PairStages, pairStages } from './twelve-stages.ts';

/** A pillar as read from a chart. */
export interface Pillar extends Gapja {
  /** 지장간, 여기 first. */
  readonly hiddenStems: readonly HiddenStem[];
  /** 십신 of the stem (null in the day pillar: it is the day stem itself) and of the branch. */
  readonly tenGods: PairGods;
  /** 12운성: of the day stem on this branch (봉법), of this stem on its own branch (거법). */
  readonly stages: PairStages;
  /** 12신살 from the chart's year branch and from its day branch. */
  readonly twelveSinsal: TwelveSinsal;
  readonly napeum: Term;
}

/**
 * Reads one of the sixty pairs from a chart. What is in it is shared between charts, and frozen.
 * @param isDay whether it is the chart's day pillar
 */
export function readPillar(index: number, { dayStem, branches }: Saju, options: Options, isDay = false): Pillar {
  const { code, hangul, hanja, english, stem, branch } = GAPJA[index]!;
  const at = index % 12;
  return {
    index,
    code,
    hangul,
    hanja,
    english,
    stem,
    branch,
    hiddenStems: hiddenStems(at, options.hiddenStems),
    tenGods: pairGods(dayStem, index % 10, at, isDay),
    stages: pairStages(dayStem, index % 10, at, options),
    twelveSinsal: twelveSinsal(branches[YEAR]!, branches[DAY]!, at),
    napeum: napeum(index),
  };
}
