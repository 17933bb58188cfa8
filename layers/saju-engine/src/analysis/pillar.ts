import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import type { Options } from '../options.ts';
import type { Term } from '../term.ts';
import { type HiddenStem, hiddenStems } from './hidden-stems.ts';
import { napeum } from './napeum.ts';
import { DAY, type Saju, YEAR } from './saju.ts';
import { tenGodOfBranch, tenGodOfStem } from './ten-gods.ts';
import { type TwelveSinsal, twelveSinsal } from './twelve-sinsal.ts';
import { stage } from './twelve-stages.ts';

/** A pillar as read from a chart. */
export interface Pillar extends Gapja {
  /** 지장간, 여기 first. */
  readonly hiddenStems: readonly HiddenStem[];
  /** 십신 of the stem (null in the day pillar: it is the day stem itself) and of the branch. */
  readonly tenGods: { readonly stem: Term | null; readonly branch: Term };
  /** 12운성: of the day stem on this branch (봉법), of this stem on its own branch (거법). */
  readonly stages: { readonly byDay: Term; readonly bySelf: Term };
  /** 12신살 from the chart's year branch and from its day branch. */
  readonly twelveSinsal: TwelveSinsal;
  readonly napeum: Term;
}

/**
 * Reads one of the sixty pairs from a chart.
 * @param isDay whether it is the chart's day pillar
 */
export function readPillar(index: number, { dayStem, branches }: Saju, options: Options, isDay = false): Pillar {
  const { code, hangul, hanja, english, stem, branch } = GAPJA[index]!;
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
    tenGods: isDay ? tenGodsOfDay(index) : tenGodsOf(index, dayStem),
    stages: stagesOf(index, dayStem, options),
    twelveSinsal: twelveSinsal(branches[YEAR]!, branches[DAY]!, branchIndex),
    napeum: napeum(index),
  };
}

// Of 600 pairs of a day stem and one of the sixty: each made when first met, then shared. Made all at once they would take
// 7 ms of a cold start.
const PAIRS = 60;
const DAY_STEMS = 10;
const tenGodsOfPairs: (Pillar['tenGods'] | undefined)[] = new Array(DAY_STEMS * PAIRS).fill(undefined);
const tenGodsOfDays: (Pillar['tenGods'] | undefined)[] = new Array(PAIRS).fill(undefined);
/** By school: bit 0 음포태, bit 1 수토동궁. */
const stagesOfPairs: (Pillar['stages'] | undefined)[] = new Array(4 * DAY_STEMS * PAIRS).fill(undefined);

function tenGodsOf(index: number, dayStem: number): Pillar['tenGods'] {
  const key = dayStem * PAIRS + index;
  tenGodsOfPairs[key] ??= Object.freeze({
    stem: tenGodOfStem(dayStem, index % 10),
    branch: tenGodOfBranch(dayStem, index % 12),
  });
  return tenGodsOfPairs[key];
}

function tenGodsOfDay(index: number): Pillar['tenGods'] {
  tenGodsOfDays[index] ??= Object.freeze({ stem: null, branch: tenGodOfBranch(index % 10, index % 12) });
  return tenGodsOfDays[index];
}

function stagesOf(index: number, dayStem: number, options: Options): Pillar['stages'] {
  const school = (options.yinStages === 'reverse' ? 0 : 1) + (options.earthStages === 'hwato' ? 0 : 2);
  const key = (school * DAY_STEMS + dayStem) * PAIRS + index;
  stagesOfPairs[key] ??= Object.freeze({
    byDay: stage(dayStem, index % 12, options),
    bySelf: stage(index % 10, index % 12, options),
  });
  return stagesOfPairs[key];
}
