import { fourPillars, type Jasi, lastTermSerial, TERM_INSTANTS } from '@heal7/saju-engine';
import { describe, expect, test } from 'vitest';
import { type Birth, birthAt, birthsBySeed, nameOf } from './births.ts';
import { lunarPillars, manseryeokPillars, ssajuPillars, tymePillars, tymeYearAndMonth } from './peer-pillars.ts';

const BIRTHS = birthsBySeed(19_120_101, 3_000);

/** manseryeok knows terms to the minute; ssaju is up to 20 minutes off. Of 3,000 births some 8 are so near to a 절. */
const AN_HOUR_FROM_JEOL = BIRTHS.filter(({ instant }) => {
  const serial = lastTermSerial(instant / 1000);
  const jeol = serial - (serial & 1);
  return instant / 1000 - TERM_INSTANTS[jeol]! > 3600 && TERM_INSTANTS[jeol + 2]! - instant / 1000 > 3600;
});

test('the sample has births on summer time, at UTC+8:30, in the last hour of the day, and hardly any near a 절', () => {
  const offsets = BIRTHS.map(
    ({ instant, clock: { date, time } }) => (Date.parse(`${date}T${time}Z`) - instant) / 60_000,
  );
  expect(new Set(offsets)).toEqual(new Set([510, 540, 570, 600]));
  expect(BIRTHS.filter(({ kst }) => kst.hour === 23).length).toBeGreaterThan(100);
  expect(AN_HOUR_FROM_JEOL.length).toBeGreaterThan(2_980);
});

describe('four pillars of 3,000 births by the Korean clock, on standard time, equal those of', () => {
  test.each([
    { jasi: 'split', dayBoundary: 'splitJasi' },
    { jasi: 'jasi', dayBoundary: 'jasi' },
    { jasi: 'midnight', dayBoundary: 'midnight' },
  ] as const)('manseryeok asked at UTC+9, an hour or more from a 절, jasi $jasi', ({ jasi, dayBoundary }) => {
    expect(disagreements(AN_HOUR_FROM_JEOL, jasi, birth => manseryeokPillars(birth, dayBoundary))).toEqual([]);
  });

  test('ssaju asked at UTC+9, an hour or more from a 절, jasi midnight', () => {
    expect(disagreements(AN_HOUR_FROM_JEOL, 'midnight', ssajuPillars)).toEqual([]);
  });

  test('lunar-typescript asked at UTC+8 for year and month and UTC+9 for day and hour, jasi jasi', () => {
    // A third of them: it takes 0.5 ms a birth, and has its author and its terms in common with tyme4ts.
    const births = BIRTHS.filter((_, n) => n % 3 === 0);
    expect(disagreements(births, 'jasi', birth => lunarPillars(birth, 'jasi'))).toEqual([]);
  });

  test('tyme4ts asked at UTC+8 for year and month and UTC+9 for day and hour, jasi split', () => {
    expect(disagreements(BIRTHS, 'split', birth => tymePillars(birth, 'split'))).toEqual([]);
  });
});

describe('at each of the 1,656 절 from 1912 to 2049 year and month equal those of', () => {
  const jeol: number[] = [];
  for (let serial = lastTermSerial(Date.UTC(1912, 0, 1) / 1000) + 1; jeol.length < 138 * 12; serial++) {
    if ((serial & 1) === 0) jeol.push(TERM_INSTANTS[serial]! * 1000);
  }

  // Terms of manseryeok, whole minutes, are up to 37 s from ours; those of tyme4ts up to 8 s, in the 2040s.
  const births = jeol.flatMap(instant => {
    const minute = Math.floor(instant / 60_000);
    return [birthAt((minute - 1) * 60_000), birthAt((minute + 2) * 60_000)];
  });

  test('manseryeok at the minutes before and after its own', () => {
    expect(disagreements(births, 'midnight', birth => manseryeokPillars(birth, 'midnight').slice(0, 2))).toEqual([]);
  });

  test('tyme4ts at the minutes before and after its own', () => {
    expect(disagreements(births, 'split', tymeYearAndMonth)).toEqual([]);
  });
});

/** Compares as many pillars as the peer gives, the year's first. */
function disagreements(
  births: readonly Birth[],
  jasi: Jasi,
  peer: (birth: Birth) => readonly string[],
): readonly string[] {
  return births.flatMap(birth => {
    const { year, month, day, hour } = fourPillars(birth.clock, undefined, { timeBasis: 'standard', jasi });
    const theirs = peer(birth);
    const ours = [year, month, day, hour!].slice(0, theirs.length).map(({ hanja }) => hanja);
    return ours.join() === theirs.join() ? [] : [`${nameOf(birth)}: ours ${ours}, theirs ${theirs}`];
  });
}
