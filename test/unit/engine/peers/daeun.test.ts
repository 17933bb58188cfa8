import { chart, type LuckCycles, type Sex } from '@heal7/saju-engine';
import { calculateFourPillars, type LuckPillarInfo } from 'manseryeok';
import { calculateSaju, type SajuResult } from 'ssaju';
import { ChildLimit, Gender, SolarTime } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { type Birth, birthsBySeed, nameOf } from './births.ts';

/** 2,000 births, each as a woman's and as a man's. */
const CASES = birthsBySeed(2, 2_000).flatMap(birth =>
  (['female', 'male'] as const).map(sex => ({
    birth,
    name: `${nameOf(birth)}, ${sex}`,
    luck: chart({ birth: birth.clock, sex, options: { timeBasis: 'standard' } }).luckCycles,
    manseryeok: manseryeokLuck(birth, sex),
    ssaju: ssajuLuck(birth, sex),
    tyme: tymeLuck(birth, sex),
  })),
);

/** The term of tyme4ts is a second or so from ours, and the luck as near to a whole day: theirs by case. */
const TYME_A_DAY_OFF: Readonly<Record<string, string>> = {
  '2041-09-25T20:47Z (2041-09-26 05:47 in Korea), female': '4/0/5',
  '2004-12-20T02:03Z (2004-12-20 11:03 in Korea), male': '5/4/19',
  '2046-04-11T18:33Z (2046-04-12 03:33 in Korea), female': '2/4/18',
  '1950-05-15T02:15Z (1950-05-15 12:15 in Korea), male': '7/4/23',
};

/** The term of ssaju is some minutes from ours, and the age as near to a half year: theirs by case. */
const SSAJU_A_YEAR_OFF: Readonly<Record<string, number>> = {
  '1926-08-27T19:45Z (1926-08-28 04:45 in Korea), female': 6,
  '2019-03-01T15:16Z (2019-03-02 00:16 in Korea), male': 8,
};

describe('대운 of 2,000 births, women and men', () => {
  test('have the direction and the ten pairs of manseryeok, ssaju and tyme4ts', () => {
    for (const { name, luck, manseryeok, ssaju, tyme } of CASES) {
      const hangul = [luck.direction, ...luck.periods.map(period => period.hangul)].join();
      const hanja = [luck.direction, ...luck.periods.map(period => period.hanja)].join();
      expect([manseryeok.direction, ...manseryeok.pairs].join(), name).toBe(hangul);
      expect([ssaju.direction, ...ssaju.pairs].join(), name).toBe(hanja);
      expect([tyme.direction, ...tyme.pairs].join(), name).toBe(hanja);
    }
  });

  test('start in the year, month and day of luck time of tyme4ts', () => {
    const others = CASES.filter(({ luck, tyme }) => tyme.start !== startOf(luck));
    expect(Object.fromEntries(others.map(({ name, tyme }) => [name, tyme.start]))).toEqual(TYME_A_DAY_OFF);
  });

  test('start on the day of luck time of manseryeok, which rounds to the nearest', () => {
    for (const { birth, name, luck, manseryeok } of CASES) {
      const exact = Math.abs(Date.parse(luck.countedTo.at) - birth.instant) / 720_000;
      // Its terms are up to 37 s from ours: a twentieth of a day of luck time.
      expect(Math.abs(manseryeok.days - exact), name).toBeLessThanOrEqual(0.5 + 37 / 720);
      expect(Math.floor(exact), name).toBe(daysOf(luck.startAge));
    }
  });

  test('start at the whole age of manseryeok', () => {
    for (const { name, luck, manseryeok } of CASES) expect(manseryeok.age, name).toBe(luck.startAge.rounded);
  });

  test('start at the whole age of ssaju', () => {
    const others = CASES.filter(({ luck, ssaju }) => ssaju.age !== luck.startAge.rounded);
    expect(Object.fromEntries(others.map(({ name, ssaju }) => [name, ssaju.age]))).toEqual(SSAJU_A_YEAR_OFF);
  });
});

function startOf({ startAge: { years, months, days } }: LuckCycles): string {
  return `${years}/${months}/${days}`;
}

function daysOf({ years, months, days }: LuckCycles['startAge']): number {
  return 360 * years + 30 * months + days;
}

/** manseryeok 2.0.0, asked at UTC+9. */
function manseryeokLuck({ kst }: Birth, sex: Sex) {
  const luck: LuckPillarInfo = calculateFourPillars({ ...kst, gender: sex }).luckPillars!;
  return {
    direction: luck.forward ? 'forward' : 'backward',
    pairs: luck.pillars.map(pillar => pillar.korean),
    days: daysOf({ years: luck.startYears, months: luck.startMonths, days: luck.startDays, rounded: luck.startAge }),
    age: luck.startAge,
  };
}

/** ssaju 0.2.0, asked at UTC+9. It caps the age at 10, which no birth passes: the longest month of 절 has 31.5 days. */
function ssajuLuck({ kst }: Birth, sex: Sex) {
  const { basis, list, startAge }: SajuResult['daeun'] = calculateSaju({
    ...kst,
    gender: sex === 'male' ? '남' : '여',
  }).daeun;
  return { direction: basis.direction, pairs: list.map(period => period.ganzhi), age: startAge };
}

/** tyme4ts 1.5.2, asked at UTC+8, whose terms it knows. */
function tymeLuck({ beijing: { year, month, day, hour, minute } }: Birth, sex: Sex) {
  const birth = SolarTime.fromYmdHms(year, month, day, hour, minute, 0);
  const limit = ChildLimit.fromSolarTime(birth, sex === 'male' ? Gender.MAN : Gender.WOMAN);
  const first = limit.getStartDecadeFortune();
  return {
    direction: limit.isForward() ? 'forward' : 'backward',
    pairs: Array.from({ length: 10 }, (_, n) => first.next(n).getName()),
    start: `${limit.getYearCount()}/${limit.getMonthCount()}/${limit.getDayCount()}`,
  };
}
