import { type Pillar, readPillar } from '../analysis/pillar.ts';
import { SOLAR_TERMS, TERM_INSTANTS } from '../calendar/solar-terms.ts';
import type { Options } from '../options.ts';
import { type Term, termOf } from '../term.ts';
import { isoDate, isoInstant } from '../time/civil-date.ts';
import { type Daeun, daeunPillar, daeunStart, type LuckDirection, type StartAge } from './daeun.ts';

/** A ten-year period (대운). Stem and branch act together over the ten years. */
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

/** The ten-year periods, read from the day stem. */
export function luckCycles(daeun: Daeun, monthPillar: number, dayStem: number, options: Options): LuckCycles {
  const { direction, termSerial, startAge, startDay } = daeun;
  const periods: LuckCycle[] = [];
  for (let n = 1; n <= PERIODS; n++) {
    periods.push(luckCycle(daeun, monthPillar, dayStem, options, n));
  }
  return {
    direction,
    countedTo: { term: termOf(SOLAR_TERMS[termSerial % 24]!), at: isoInstant(TERM_INSTANTS[termSerial]!) },
    startAge,
    startsOn: isoDate(startDay),
    beforeFirst: readPillar(monthPillar, dayStem, options),
    periods,
  };
}

/** The n-th ten-year period (1 is the first). */
export function luckCycle(
  { direction, startAge, startDay }: Daeun,
  monthPillar: number,
  dayStem: number,
  options: Options,
  n: number,
): LuckCycle {
  return {
    ...readPillar(daeunPillar(monthPillar, direction, n).index, dayStem, options),
    age: startAge.rounded + 10 * (n - 1),
    startsOn: isoDate(daeunStart(startDay, n)),
  };
}
