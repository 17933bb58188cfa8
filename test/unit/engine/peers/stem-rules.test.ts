import { fourPillars } from '@heal7/saju-engine';
import { expect, test } from 'vitest';
import { birthAt } from './births.ts';
import { loadGracefullight } from './gracefullight.ts';
import { manseryeokPillars, tymePillars } from './peer-pillars.ts';

const gracefullight = await loadGracefullight();

const ours = (instant: number) => fourPillars(birthAt(instant).clock, undefined, { timeBasis: 'standard' });

// The 20th is 10 days or more from every 절, and the month of 寅 is February's.
const MONTHS = Array.from({ length: 120 }, (_, n) => Date.UTC(1990, 1 + n, 20));

test('the month stems of all ten year stems and twelve months (오호둔) equal those of manseryeok and tyme4ts', () => {
  const months = MONTHS.map(instant => {
    const { year, month } = ours(instant);
    return `${year.hanja} ${month.hanja}`;
  });
  const of = ([year, month]: readonly string[]): string => `${year} ${month}`;
  expect(new Set(months.map(pair => pair[0] + pair.slice(-1))).size).toBe(120);
  expect(MONTHS.map(instant => of(manseryeokPillars(birthAt(instant), 'splitJasi')))).toEqual(months);
  expect(MONTHS.map(instant => of(tymePillars(birthAt(instant), 'split')))).toEqual(months);
});

test('the month stems of all ten year stems and twelve months (오호둔) equal those of @gracefullight/saju', () => {
  const months = MONTHS.map(instant => ours(instant).month.hanja);
  const theirs = Array.from({ length: 10 }, (_, n) => gracefullight.calculateMonthlyLuck(1990 + n, 1, 12)).flat();
  expect(theirs.map(({ pillar }) => pillar)).toEqual(months);
});

test('the hour stems of all ten day stems and twelve hours (오서둔) equal those of manseryeok and tyme4ts', () => {
  // Each hour's middle at UTC+9, from midnight of a 甲子 day.
  const instants = Array.from({ length: 120 }, (_, n) => Date.UTC(2000, 0, 7, 2 * n) - 9 * 3_600_000);
  const hours = instants.map(instant => {
    const { day, hour } = ours(instant);
    return `${day.hanja} ${hour!.hanja}`;
  });
  const of = ([, , day, hour]: readonly string[]): string => `${day} ${hour}`;
  expect(new Set(hours.map(pair => pair[0] + pair.slice(-1))).size).toBe(120);
  expect(instants.map(instant => of(manseryeokPillars(birthAt(instant), 'splitJasi')))).toEqual(hours);
  expect(instants.map(instant => of(tymePillars(birthAt(instant), 'split')))).toEqual(hours);
});
