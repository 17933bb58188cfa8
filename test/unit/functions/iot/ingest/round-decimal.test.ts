import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundDecimal } from '../../../../../functions/iot/ingest/round-decimal.ts';

const SEED = Number(process.env.FC_SEED ?? 20_261_125);

test.each([
  [20.123_45, 20.1235],
  [-20.123_45, -20.1235],
  [20.123_449_9, 20.1234],
  [1.000_05, 1.0001],
  [149_999.999_95, 150_000],
  [0.000_049_999, 0],
  [1e-7, 0],
])('%d is %d', (value, rounded) => {
  expect(roundDecimal(value, 4)).toBe(rounded);
});

test('halves of ten-thousandths go away from zero, all of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_500_000_000 }), fc.constantFrom(1, -1), (parts, sign) => {
      const half = sign * Number(`${parts}5e-5`);
      expect(roundDecimal(half, 4)).toBe((sign * (parts + 1)) / 10_000);
    }),
    { seed: SEED },
  );
});

test('what has four decimals stays as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_500_000_000, max: 1_500_000_000 }), parts => {
      expect(roundDecimal(parts / 10_000, 4)).toBe(parts / 10_000);
    }),
    { seed: SEED },
  );
});
