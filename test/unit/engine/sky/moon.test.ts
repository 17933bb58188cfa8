import elpSeries from 'astronomia/data/elpMppDe';
import { Moon } from 'astronomia/elp';
import { EclipticGeoMoon, MakeTime, SetDeltaTFunction } from 'astronomy-engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { centuriesSinceJ2000, deltaT } from '../../../../layers/saju-engine/src/sky/dynamical-time.ts';
import { moonPosition } from '../../../../layers/saju-engine/src/sky/moon.ts';
import { nutation } from '../../../../layers/saju-engine/src/sky/nutation.ts';
import { randomInstants } from './random.ts';

const ARC_SECOND = Math.PI / 180 / 3600;
const DEGREE = Math.PI / 180;
const J2000_DAY = 2_451_545;
const LIGHT_KM_PER_DAY = 299_792.458 * 86_400;
const apart = (a: number, b: number) =>
  Math.abs(a - b - 2 * Math.PI * Math.round((a - b) / (2 * Math.PI))) / ARC_SECOND;

describe('moonPosition', () => {
  beforeAll(() => SetDeltaTFunction(ut => deltaT(946_728_000 + ut * 86_400)));

  test('is within 3″ of the full ELP/MPP02, seen a light time ago, and 45 km (measured over 15,000: 2.5″, 2.1″, 36 km)', () => {
    const moon = new Moon(elpSeries);
    for (const instant of randomInstants(600, 6)) {
      const centuries = centuriesSinceJ2000(instant);
      const jde = J2000_DAY + centuries * 36_525;
      const full = moon.position(jde - moon.position(jde).range / LIGHT_KM_PER_DAY);
      const { longitude, latitude, distance } = moonPosition(centuries);
      expect(apart(longitude, full.lon)).toBeLessThan(3);
      expect(apart(latitude, full.lat)).toBeLessThan(2.5);
      expect(Math.abs(distance - full.range)).toBeLessThan(45);
    }
  });

  test('agrees with astronomy-engine to 9″ in longitude and latitude, and 60 km', () => {
    for (const instant of randomInstants(500, 7)) {
      const centuries = centuriesSinceJ2000(instant);
      const { lon, lat, dist } = EclipticGeoMoon(MakeTime(new Date(instant * 1000)));
      const { longitude, latitude, distance } = moonPosition(centuries);
      expect(apart(longitude + nutation(centuries).longitude, lon * DEGREE)).toBeLessThan(9);
      expect(apart(latitude, lat * DEGREE)).toBeLessThan(9);
      expect(Math.abs(distance - dist * 149_597_870.7)).toBeLessThan(60);
    }
  });
});
