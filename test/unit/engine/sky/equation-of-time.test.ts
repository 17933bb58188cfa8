import { Body, Equator, MakeTime, Observer, SetDeltaTFunction, SiderealTime } from 'astronomy-engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { deltaT } from '../../../../layers/saju-engine/src/sky/dynamical-time.ts';
import { equationOfTime } from '../../../../layers/saju-engine/src/sky/equation-of-time.ts';
import { randomInstants } from './random.ts';

const HALF_DAY = 43_200;
const DAY = 86_400;
const J2000 = 946_728_000;

/** Apparent minus mean solar time by astronomy-engine, from the earth's centre (the sun's parallax is 9″). */
function reference(instant: number): number {
  const time = MakeTime(new Date(instant * 1000));
  const { ra } = Equator(Body.Sun, time, new Observer(90, 0, -6_356_752), true, true);
  const apparent = (SiderealTime(time) - ra) * 3600;
  const mean = (instant % DAY) - HALF_DAY;
  return apparent - mean - DAY * Math.round((apparent - mean) / DAY);
}

describe('equationOfTime', () => {
  beforeAll(() => SetDeltaTFunction(ut => deltaT(J2000 + ut * DAY)));

  test('is within 0.5 s of astronomy-engine', () => {
    for (const instant of randomInstants(1000, 4)) {
      expect(Math.abs(equationOfTime(instant) - reference(instant))).toBeLessThan(0.5);
    }
  });

  test.each([
    // The extremes and the zeros of the year, as almanacs round them.
    ['2000-02-11T12:00Z', -14.2],
    ['2000-04-15T12:00Z', 0],
    ['2000-05-13T12:00Z', 3.7],
    ['2000-07-26T12:00Z', -6.5],
    ['2000-11-03T12:00Z', 16.4],
  ])('is at %s %s minutes', (at, minutes) => {
    expect(equationOfTime(Date.parse(at) / 1000) / 60).toBeCloseTo(minutes, 0.7);
  });
});
