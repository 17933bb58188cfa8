import { type EightChar, Solar } from 'lunar-typescript';
import { calculateFourPillars, type DayBoundary } from 'manseryeok';
import { calculateSaju } from 'ssaju';
import { type LunarHour, LunarSect2EightCharProvider, SolarTime } from 'tyme4ts';
import type { Birth, Wall } from './births.ts';

/** Year, month, day and hour pillar in hanja. */
export type Pillars = readonly [string, string, string, string];

/** manseryeok 2.0.0: asked by UTC+9, with no correction. */
export function manseryeokPillars({ kst }: Birth, dayBoundary: DayBoundary): Pillars {
  const { yearHanja, monthHanja, dayHanja, hourHanja } = calculateFourPillars({ ...kst, dayBoundary });
  return [yearHanja, monthHanja, dayHanja, hourHanja];
}

/** ssaju 0.2.0: asked by UTC+9. */
export function ssajuPillars({ kst }: Birth): Pillars {
  const { year, month, day, hour } = calculateSaju(kst).pillars;
  return [year, month, day, hour];
}

/**
 * lunar-typescript 1.8.6 reads a clock time as Beijing's: year and month are asked by Beijing's clock, day and hour by
 * Korea's, whose are these.
 */
export function lunarPillars({ kst, beijing }: Birth, jasi: 'split' | 'jasi'): Pillars {
  const eightChar = ({ year, month, day, hour, minute }: Wall): EightChar => {
    const found = Solar.fromYmdHms(year, month, day, hour, minute, 0).getLunar().getEightChar();
    found.setSect(jasi === 'split' ? 2 : 1);
    return found;
  };
  const terms = eightChar(beijing);
  const local = eightChar(kst);
  return [terms.getYear(), terms.getMonth(), local.getDay(), local.getTime()];
}

const split = new LunarSect2EightCharProvider();

/** tyme4ts 1.5.2, by the same author and asked the same way. */
export function tymePillars(birth: Birth, jasi: 'split' | 'jasi'): Pillars {
  const hour = tymeHour(birth.kst);
  const local = jasi === 'split' ? split.getEightChar(hour) : hour.getEightChar();
  return [...tymeYearAndMonth(birth), local.getDay().getName(), local.getHour().getName()];
}

/** The pillars of tyme4ts that hang on terms. */
export function tymeYearAndMonth({ beijing }: Birth): readonly [string, string] {
  const eightChar = tymeHour(beijing).getEightChar();
  return [eightChar.getYear().getName(), eightChar.getMonth().getName()];
}

function tymeHour({ year, month, day, hour, minute }: Wall): LunarHour {
  return SolarTime.fromYmdHms(year, month, day, hour, minute, 0).getLunarHour();
}
