import { describe, expect, test } from 'vitest';
import { deltaT as model, yearFraction } from '../../../../layers/saju-engine/generator/delta-t.ts';
import { deltaT } from '../../../../layers/saju-engine/src/sky/dynamical-time.ts';
import { randomInstants } from './random.ts';

describe('deltaT', () => {
  test('follows the model of the solar terms to 0.8 s: leap seconds are ramps, and 1972 had two', () => {
    for (const instant of randomInstants(3000, 5)) {
      expect(Math.abs(deltaT(instant) - model(yearFraction(instant)))).toBeLessThan(0.8);
    }
  });
});
