import type { Branch } from '../calendar/branches.ts';
import type { ElementCode } from '../calendar/elements.ts';
import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import type { ChartRequest } from '../chart/chart.ts';
import { fullChart } from '../chart/full-chart.ts';
import { within } from '../errors.ts';
import type { Sex } from '../luck/daeun.ts';

/** What of a person's chart bears on choosing a day. */
export interface DayPerson {
  /** `a` for the first of those asked for, `b` for the second, and so on. */
  readonly code: string;
  readonly sex: Sex;
  /** Date of birth. */
  readonly solarDate: string;
  readonly pillars: { readonly year: Gapja; readonly day: Gapja };
  /** 공망 by the day pillar. */
  readonly voidBranches: readonly [Branch, Branch];
  /** 용신. */
  readonly usefulGod: ElementCode;
}

const FIRST_CODE = 'a'.charCodeAt(0);

/**
 * The person at a place (0, 1 …) of those asked for.
 * @throws SajuError as `fullChart`, its path beginning with `people` and the place
 */
export function dayPerson(request: ChartRequest, place: number): DayPerson {
  const { solarDate, pillars, voidBranches, usefulGod } = within(['people', `${place}`], () => fullChart(request));
  return {
    code: String.fromCharCode(FIRST_CODE + place),
    sex: request.sex,
    solarDate,
    pillars: { year: GAPJA[pillars.year.index]!, day: GAPJA[pillars.day.index]! },
    voidBranches: voidBranches.day,
    usefulGod: usefulGod.element,
  };
}
