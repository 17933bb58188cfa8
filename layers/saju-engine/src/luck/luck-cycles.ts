import { type Pillar, readPillar } from '../analysis/pillar.ts';
import type { Saju } from '../analysis/saju.ts';
import { SOLAR_TERMS, TERM_INSTANTS } from '../calendar/solar-terms.ts';
import type { Options } from '../options.ts';
import { type Term, termOf } from '../term.ts';
import { type CivilDate, civilDate, isoCivilDate, isoInstant } from '../time/civil-date.ts';
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
    periods.push(luckCycle(daeun, first, monthPillar, saju, options, n));
  }
  return {
    direction,
    countedTo: { term: termOf(SOLAR_TERMS[termSerial % 24]!), at: isoInstant(TERM_INSTANTS[termSerial]!) },
    startAge,
    startsOn: isoCivilDate(first),
    beforeFirst: readPillar(monthPillar, saju, options),
    periods,
  };
}

/** The n-th ten-year period (1 is the first, which begins on `first`). */
function luckCycle(
  { direction, startAge }: Daeun,
  first: CivilDate,
  monthPillar: number,
  saju: Saju,
  options: Options,
  n: number,
): LuckCycle {
  const { index, code, hangul, hanja, english, stem, branch, hiddenStems, tenGods, stages, twelveSinsal, napeum } =
    readPillar(daeunPillar(monthPillar, direction, n).index, saju, options);
  // Written out, since spreading takes four times as long and there are ten to a chart.
  return {
    index,
    code,
    hangul,
    hanja,
    english,
    stem,
    branch,
    hiddenStems,
    tenGods,
    stages,
    twelveSinsal,
    napeum,
    age: startAge.rounded + 10 * (n - 1),
    startsOn: isoCivilDate(daeunStart(first, n)),
  };
}
