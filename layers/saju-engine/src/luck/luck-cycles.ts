import { hiddenStems } from '../analysis/hidden-stems.ts';
import { napeum } from '../analysis/napeum.ts';
import { type Pillar, readPillar } from '../analysis/pillar.ts';
import { DAY, type Saju, YEAR } from '../analysis/saju.ts';
import { pairGods } from '../analysis/ten-gods.ts';
import { twelveSinsal } from '../analysis/twelve-sinsal.ts';
import { pairStages } from '../analysis/twelve-stages.ts';
import { GAPJA } from '../calendar/sexagenary.ts';
import { isoTermInstant, SOLAR_TERM_WORDS } from '../calendar/solar-terms.ts';
import type { Options } from '../options.ts';
import type { Term } from '../term.ts';
import { civilDate, isoCivilDate } from '../time/civil-date.ts';
import { type Daeun, daeunPillar, daeunStart, type LuckDirection, type StartAge } from './daeun.ts';

/** A ten-year period (대운). Stem and branch act together over the ten years. Its relations are in `luckOfSpan`. */
export interface LuckCycle extends Pillar {
  /** 만 나이 at its start: the rounded start age and ten years each. */
  readonly age: number;
  readonly startsOn: string;
}

/** 대운 of a chart. */
export interface LuckCycles {
  readonly direction: LuckDirection;
  /** The 절 that the start age was counted to. */
  readonly countedTo: { readonly term: Term; readonly at: string };
  readonly startAge: StartAge;
  readonly startsOn: string;
  /** What rules before the first period: the month pillar. */
  readonly beforeFirst: Pillar;
  readonly periods: readonly LuckCycle[];
}

/** A hundred years of luck, beyond any life that begins to be told at ten. */
const PERIODS = 10;

/** The ten-year periods, read from the chart. */
export function luckCycles(daeun: Daeun, monthPillar: number, saju: Saju, options: Options): LuckCycles {
  const { direction, termSerial, startAge, startDay } = daeun;
  const first = civilDate(startDay);
  const periods: LuckCycle[] = [];
  for (let n = 1; n <= PERIODS; n++) {
    const { index } = daeunPillar(monthPillar, direction, n);
    periods.push(luckCycle(index, saju, options, startAge.rounded + 10 * (n - 1), isoCivilDate(daeunStart(first, n))));
  }
  return {
    direction,
    countedTo: { term: SOLAR_TERM_WORDS[termSerial % 24]!, at: isoTermInstant(termSerial) },
    startAge,
    startsOn: periods[0]!.startsOn,
    beforeFirst: readPillar(monthPillar, saju, options),
    periods,
  };
}

/** As `readPillar`, and written out: a spread pillar takes four times as long, and there are ten to a chart. */
function luckCycle(
  index: number,
  { dayStem, branches }: Saju,
  options: Options,
  age: number,
  startsOn: string,
): LuckCycle {
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
    tenGods: pairGods(dayStem, index % 10, at, false),
    stages: pairStages(dayStem, index % 10, at, options),
    twelveSinsal: twelveSinsal(branches[YEAR]!, branches[DAY]!, at),
    napeum: napeum(index),
    age,
    startsOn,
  };
}
