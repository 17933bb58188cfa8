import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import type { Options } from '../options.ts';
import type { Term } from '../term.ts';
import { type HiddenStem, hiddenStems } from './hidden-stems.ts';
import { napeum } from './napeum.ts';
import { tenGodOfBranch, tenGodOfStem } from './ten-gods.ts';
import { stage } from './twelve-stages.ts';

/** A pillar as read from a chart's day stem. */
export interface Pillar extends Gapja {
  /** 지장간, 여기 first. */
  readonly hiddenStems: readonly HiddenStem[];
  /** 십신 of the stem (null in the day pillar: it is the day stem itself) and of the branch. */
  readonly tenGods: { readonly stem: Term | null; readonly branch: Term };
  /** 12운성: of the day stem on this branch (봉법), of this stem on its own branch (거법). */
  readonly stages: { readonly byDay: Term; readonly bySelf: Term };
  readonly napeum: Term;
}

/**
 * Reads one of the sixty pairs from a day stem (0 to 9).
 * @param isDay whether it is the chart's day pillar
 */
export function readPillar(index: number, dayStem: number, options: Options, isDay = false): Pillar {
  const { code, hangul, hanja, english, stem, branch } = GAPJA[index]!;
  const stemIndex = index % 10;
  const branchIndex = index % 12;
  return {
    index,
    code,
    hangul,
    hanja,
    english,
    stem,
    branch,
    hiddenStems: hiddenStems(branchIndex, options.hiddenStems),
    tenGods: {
      stem: isDay ? null : tenGodOfStem(dayStem, stemIndex),
      branch: tenGodOfBranch(dayStem, branchIndex),
    },
    stages: { byDay: stage(dayStem, branchIndex, options), bySelf: stage(stemIndex, branchIndex, options) },
    napeum: napeum(index),
  };
}
