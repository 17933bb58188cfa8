import { calculateSaju as fullstackSaju } from '@fullstackfamily/manseryeok';
import { type DaYun, EightChar, Solar, Yun } from 'lunar-typescript';
import { calculateFourPillars } from 'manseryeok';
import { calculateSaju } from 'ssaju';
import { type SixtyCycle, SolarTime } from 'tyme4ts';
import { BIRTHS, type Birth } from './births.ts';
import type { Contender } from './measure.ts';
import { readerOf } from './read-all.ts';

/**
 * The peers, each asked as its own API takes a birth most cheaply, every field of its answer read. Those that answer
 * with objects of lazy getters have all of them called.
 */

const SAMPLES = BIRTHS.slice(0, 2_000);

/** A contender whose answer is plain data. */
export function plain<Answer>(name: string, answer: (birth: Birth) => Answer): Contender {
  const read = readerOf(SAMPLES, answer);
  return { name, run: birth => read(answer(birth)) };
}

export function manseryeokPillars(): Contender {
  return plain('manseryeok', ({ year, month, day, hour, minute }) =>
    calculateFourPillars({ year, month, day, hour, minute }),
  );
}

export function fullstackPillars(): Contender {
  const options = { applyTimeCorrection: false };
  return plain('@fullstackfamily/manseryeok', ({ year, month, day, hour, minute }) =>
    fullstackSaju(year, month, day, hour, minute, options),
  );
}

/** Has one answer for pillars and for everything else. */
export function ssajuChart(): Contender {
  const now = new Date(Date.UTC(2026, 0, 1));
  return plain('ssaju', ({ year, month, day, hour, minute, sex }) =>
    calculateSaju({ year, month, day, hour, minute, gender: sex === 'male' ? '남' : '여', now }),
  );
}

export function lunarPillars(): Contender {
  const pillars = gettersOf(EightChar).filter(name => /^get(Year|Month|Day|Time)(Gan|Zhi)?$/.test(name));
  const read = readerOfGetters<EightChar>(pillars);
  return { name: 'lunar-typescript', run: birth => read(eightChar(birth)) };
}

/** All getters of EightChar, of Yun and of its ten DaYun, but those of other calendars. */
export function lunarChart(): Contender {
  const readEightChar = readerOfGetters<EightChar>(gettersOf(EightChar));
  const readYun = readerOfGetters<Yun>(gettersOf(Yun));
  const readDaYun = readerOfGetters<DaYun>([
    'getStartYear',
    'getEndYear',
    'getStartAge',
    'getEndAge',
    'getIndex',
    'getGanZhi',
    'getXun',
    'getXunKong',
  ]);
  return {
    name: 'lunar-typescript',
    run(birth) {
      const chart = eightChar(birth);
      const yun = chart.getYun(birth.sex === 'male' ? 1 : 0, 2);
      let sum = readEightChar(chart) + readYun(yun);
      // The first is the time before luck begins; it has no pair, and throws when asked for its 旬.
      for (const daYun of yun.getDaYun(11).slice(1)) sum += readDaYun(daYun);
      return sum;
    },
  };
}

export function tymePillars(): Contender {
  const read = (pair: SixtyCycle): number =>
    pair.getName().length + pair.getHeavenStem().getName().length + pair.getEarthBranch().getName().length;
  return {
    name: 'tyme4ts',
    run({ year, month, day, hour, minute }) {
      const chart = SolarTime.fromYmdHms(year, month, day, hour, minute, 0).getSixtyCycleHour().getEightChar();
      return read(chart.getYear()) + read(chart.getMonth()) + read(chart.getDay()) + read(chart.getHour());
    },
  };
}

function eightChar({ year, month, day, hour, minute }: Birth): EightChar {
  return Solar.fromYmdHms(year, month, day, hour, minute, 0).getLunar().getEightChar();
}

/** Getters without parameters whose answer is a text, a number or texts. */
function gettersOf(type: typeof EightChar | typeof Yun): readonly string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(type.prototype))
    .filter(
      ([name, { value }]) =>
        /^(get|is)/.test(name) && value.length === 0 && !/^get(Lunar|StartSolar|DaYun)$/.test(name),
    )
    .map(([name]) => name);
}

/** Calls each getter in a line of its own, as a caller would write it. */
function readerOfGetters<Type>(names: readonly string[]): (object: Type) => number {
  const lines = names.map(name => `sum += read(object.${name}());`);
  return new Function('read', `'use strict'; return object => { let sum = 0; ${lines.join(' ')} return sum; };`)(read);
}

function read(value: string | number | boolean | readonly string[]): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'object') return value.reduce((sum, text) => sum + text.length, 0);
  return Number(value);
}
