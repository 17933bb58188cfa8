import { dayPillar, hourPillar, monthPillar, yearPillar } from '../calendar/pillar-index.ts';
import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import { lastTermSerial } from '../calendar/solar-terms.ts';
import { type Options, withDefaults } from '../options.ts';
import { type Birth, type Moment, type Place, resolveBirth } from './birth.ts';

/** 사주: four of the sixty pairs. The hour is null where it is unknown. */
export interface FourPillars {
  readonly year: Gapja;
  readonly month: Gapja;
  readonly day: Gapja;
  readonly hour: Gapja | null;
}

/**
 * The four pillars of a birth, and nothing else: the fast way.
 * @throws SajuError `invalid_value`, and as `resolveBirth` does
 */
export function fourPillars(
  birth: Birth,
  place?: Place,
  options?: Partial<Pick<Options, 'timeBasis' | 'jasi'>>,
): FourPillars {
  const { timeBasis, jasi } = withDefaults(options);
  const { instant, local, hour } = resolveBirth(birth, place, timeBasis);
  const serial = lastTermSerial(instant);
  return {
    year: GAPJA[yearPillar(serial)]!,
    month: GAPJA[monthPillar(serial)]!,
    day: GAPJA[dayPillar(local, jasi)]!,
    hour: hour === 'unknown' ? null : GAPJA[hourPillar(local, jasi)]!,
  };
}

/** Indices (0 to 59) of a resolved birth's pillars, and the solar term it is in. */
export interface PillarIndices {
  /** Serial number of the last solar term. */
  readonly serial: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | null;
}

/** The pillars of a resolved birth. */
export function pillarIndices({ instant, local, hour }: Moment, jasi: Options['jasi']): PillarIndices {
  const serial = lastTermSerial(instant);
  return {
    serial,
    year: yearPillar(serial),
    month: monthPillar(serial),
    day: dayPillar(local, jasi),
    hour: hour === 'unknown' ? null : hourPillar(local, jasi),
  };
}
