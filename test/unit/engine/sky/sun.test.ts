import earthSeries from 'astronomia/data/vsop87Dearth';
import { Planet } from 'astronomia/planetposition';
import { SunPosition } from 'astronomy-engine';
import { describe, expect, test } from 'vitest';
import { ephemerisDay } from '../../../../layers/saju-engine/generator/delta-t.ts';
import { sunLongitude as fullSunLongitude } from '../../../../layers/saju-engine/generator/sun-longitude.ts';
import { sunPosition } from '../../../../layers/saju-engine/src/sky/sun.ts';
import { randomInstants } from './random.ts';

const ARC_SECONDS = 3600;
/** Difference of two angles in degrees, in arc seconds. */
const apart = (a: number, b: number) => Math.abs(a - b - 360 * Math.round((a - b) / 360)) * ARC_SECONDS;
const degrees = (radians: number) => (radians * 180) / Math.PI;

describe('sunPosition', () => {
  const earth = new Planet(earthSeries) as unknown as { position(jde: number): { lat: number } };

  test('is within 1″ of the full VSOP87D in longitude and 0.2″ in latitude (measured over 15,000: 0.81″, 0.17″)', () => {
    for (const instant of randomInstants(1000, 1)) {
      const jde = ephemerisDay(instant);
      const { longitude, latitude } = sunPosition(instant);
      expect(apart(longitude, degrees(fullSunLongitude(jde)))).toBeLessThan(1);
      expect(apart(latitude, degrees(-earth.position(jde).lat))).toBeLessThan(0.2);
    }
  });

  test('agrees with astronomy-engine to 4″, what that library allows itself', () => {
    for (const instant of randomInstants(500, 2).filter(at => at < Date.parse('2010-01-01') / 1000)) {
      const { elon } = SunPosition(new Date(instant * 1000));
      expect(apart(sunPosition(instant).longitude, elon)).toBeLessThan(4);
    }
  });

  test('gives the longitude from 0 up to 360 degrees', () => {
    for (const instant of randomInstants(2000, 3)) {
      const { longitude } = sunPosition(instant);
      expect(longitude).toBeGreaterThanOrEqual(0);
      expect(longitude).toBeLessThan(360);
    }
  });

  test.each([
    // The minute KASI prints for the term, UTC (KST − 9 h).
    ['2000-03-20T07:35', 0],
    ['2014-12-21T23:03', 270],
    ['2021-02-03T14:59', 315],
    ['2024-06-20T20:51', 90],
  ])('stands at the longitude of the solar term that KASI puts at %s', (minute, longitude) => {
    expect(apart(sunPosition(Date.parse(`${minute}:00Z`) / 1000).longitude, longitude)).toBeLessThan(2.5);
  });
});
