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
  const pair = readPair(index, isDay ? ITSELF : dayStem, options);
  return {
    index,
    code: pair.code,
    hangul: pair.hangul,
    hanja: pair.hanja,
    english: pair.english,
    stem: pair.stem,
    branch: pair.branch,
    hiddenStems: pair.hiddenStems,
    tenGods: pair.tenGods,
    stages: pair.stages,
    twelveSinsal: twelveSinsal(branches[YEAR]!, branches[DAY]!, index % 12),
    napeum: pair.napeum,
  };
}

/** What of a pillar hangs on the pair and the day stem alone: all but the 12신살. */
export type Pair = Omit<Pillar, 'twelveSinsal'>;

const PAIRS = 60;
const DAY_STEMS = 10;
/** In place of a day stem: the pair is the day pillar. */
const ITSELF = DAY_STEMS;
/** Sets of the schools that a pair is read by: 음포태, 수토동궁, 인원용사. */
const SCHOOLS = 8;

/** By school, day stem and pair; each made when first met: the 660 of one school all at once would take 1 ms. */
const pairs: (Pair | undefined)[] = new Array(SCHOOLS * (DAY_STEMS + 1) * PAIRS).fill(undefined);

/** Reads one of the sixty pairs by a day stem (0 to 9); shared and frozen. */
export function readPair(index: number, dayStem: number, options: Options): Pair {
  const school =
    (options.yinStages === 'reverse' ? 0 : 1) +
    (options.earthStages === 'hwato' ? 0 : 2) +
    (options.hiddenStems === 'wollyul' ? 0 : 4);
  const key = (school * (DAY_STEMS + 1) + dayStem) * PAIRS + index;
  pairs[key] ??= makePair(index, dayStem, options);
  return pairs[key];
}

function makePair(index: number, dayStem: number, options: Options): Pair {
  const stem = index % 10;
  const branch = index % 12;
  const isDay = dayStem === ITSELF;
  const master = isDay ? stem : dayStem;
  return Object.freeze({
    ...GAPJA[index]!,
    hiddenStems: hiddenStems(branch, options.hiddenStems),
    tenGods: Object.freeze({
      stem: isDay ? null : tenGodOfStem(master, stem),
      branch: tenGodOfBranch(master, branch),
    }),
    stages: Object.freeze({ byDay: stage(master, branch, options), bySelf: stage(stem, branch, options) }),
    napeum: napeum(index),
  });
}
