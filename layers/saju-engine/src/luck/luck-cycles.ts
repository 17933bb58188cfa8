import { type Pillar, readPillar } from '../analysis/pillar.ts';
import type { Saju } from '../analysis/saju.ts';
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
    const age = startAge.rounded + 10 * (n - 1);
    periods.push(luckCycle(readPillar(index, saju, options), age, isoCivilDate(daeunStart(first, n))));
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

/** Written out: a spread pillar takes four times as long, and there are ten to a chart. */
function luckCycle(pillar: Pillar, age: number, startsOn: string): LuckCycle {
  return {
    index: pillar.index,
    code: pillar.code,
    hangul: pillar.hangul,
    hanja: pillar.hanja,
    english: pillar.english,
    stem: pillar.stem,
    branch: pillar.branch,
    hiddenStems: pillar.hiddenStems,
    tenGods: pillar.tenGods,
    stages: pillar.stages,
    twelveSinsal: pillar.twelveSinsal,
    napeum: pillar.napeum,
    age,
    startsOn,
  };
}
