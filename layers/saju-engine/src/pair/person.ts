import { napeum } from '../analysis/napeum.ts';
import { PILLAR_NAMES, type PillarName } from '../analysis/saju.ts';
import type { FiveElements } from '../analysis/strength/five-elements.ts';
import type { UsefulGod } from '../analysis/useful-god/useful-god.ts';
import { GAPJA } from '../calendar/sexagenary.ts';
import type { FourPillars } from '../chart/four-pillars.ts';
import type { Sex } from '../luck/daeun.ts';
import type { Term } from '../term.ts';

/** What a comparison uses of a chart's reading. */
export interface PersonReading {
  readonly fiveElements: Pick<FiveElements, 'weights'>;
  readonly usefulGod: Pick<UsefulGod, 'element'>;
}

/** One of two people compared: what of the chart the comparison rests on, and no more. */
export interface Person extends PersonReading {
  readonly sex: Sex;
  readonly hourKnown: boolean;
  readonly pillars: FourPillars;
  /** 납음 of the year pillar. */
  readonly napeum: Term;
}

/** `a` or `b`: where a person stands in the answer, and where paths of facts begin. */
export type Side = 'a' | 'b';

/** The part of a chart that a comparison uses. */
export function person(
  sex: Sex,
  { year, month, day, hour }: FourPillars,
  { fiveElements, usefulGod }: PersonReading,
): Person {
  return {
    sex,
    hourKnown: hour !== null,
    // The pairs alone, without what a chart's pillars carry.
    pillars: {
      year: GAPJA[year.index]!,
      month: GAPJA[month.index]!,
      day: GAPJA[day.index]!,
      hour: hour === null ? null : GAPJA[hour.index]!,
    },
    napeum: napeum(year.index),
    fiveElements: { weights: fiveElements.weights },
    usefulGod: { element: usefulGod.element },
  };
}

/** Names of the pillars a person has: three without the hour. */
export function pillarNames({ hourKnown }: Person): readonly PillarName[] {
  return hourKnown ? PILLAR_NAMES : WITHOUT_HOUR;
}

const WITHOUT_HOUR = PILLAR_NAMES.slice(0, 3);
