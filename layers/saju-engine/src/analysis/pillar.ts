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
    tenGods: isDay ? DAY_TEN_GODS[dayStem * 12 + branchIndex]! : TEN_GODS_OF_PAIRS[dayStem * 60 + index]!,
    stages: stagesOf(options)[dayStem * 60 + index]!,
    twelveSinsal: twelveSinsal(branches[YEAR]!, branches[DAY]!, branchIndex),
    napeum: napeum(index),
  };
}

/** Ten gods of the sixty pairs to each day stem: a chart with its luck reads 15 pillars, these are made once. */
const TEN_GODS_OF_PAIRS: readonly Pillar['tenGods'][] = Array.from({ length: 600 }, (_, key) => {
  const dayStem = Math.floor(key / 60);
  const pair = key % 60;
  return Object.freeze({ stem: tenGodOfStem(dayStem, pair % 10), branch: tenGodOfBranch(dayStem, pair % 12) });
});

const DAY_TEN_GODS: readonly Pillar['tenGods'][] = Array.from({ length: 120 }, (_, key) =>
  Object.freeze({ stem: null, branch: tenGodOfBranch(Math.floor(key / 12), key % 12) }),
);

/** By school: bit 0 음포태, bit 1 수토동궁; each made when first asked for. */
const stagesBySchool: (readonly Pillar['stages'][] | undefined)[] = [];

/** Stages of the sixty pairs to each day stem, by the options' school. */
function stagesOf({ yinStages, earthStages }: Options): readonly Pillar['stages'][] {
  const school = (yinStages === 'reverse' ? 0 : 1) + (earthStages === 'hwato' ? 0 : 2);
  stagesBySchool[school] ??= Array.from({ length: 600 }, (_, key) => {
    const pair = key % 60;
    const branch = pair % 12;
    return Object.freeze({
      byDay: stage(Math.floor(key / 60), branch, { yinStages, earthStages }),
      bySelf: stage(pair % 10, branch, { yinStages, earthStages }),
    });
  });
  return stagesBySchool[school];
}
