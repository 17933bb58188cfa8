import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingsPayload } from '../../../../functions/iot/readings/payload.ts';
import { readingTypeNames, readingTypes } from '../../../../functions/iot/readings/reading-types.ts';
import { measured } from '../../../../local/simulate/daily-curve.ts';
import { nextReadings, type Sensor, sensorTypes } from '../../../../local/simulate/message.ts';
import { seededRandom } from '../../seeded-random.ts';

const NOON = Date.parse('2026-03-02T03:00:00Z');
const HOUR = 3_600_000;

test('messages at any times hold readings by the contract, no two of a type in one millisecond', () => {
  const gaps = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 100 }), fc.nat(6), fc.integer(), (gaps, array, n, seed) => {
      const sensor: Sensor = { types: sensorTypes(n), lastAt: NOON, count: 0 };
      const random = seededRandom(seed);
      const keys = new Set<string>();
      let now = NOON;
      for (const gap of gaps) {
        now += gap;
        const readings = nextReadings(sensor, array, now, random);
        expect(readingsPayload.safeParse(readings).success).toBe(true);
        for (const { type, recordedAt } of readings) keys.add(`${type} ${recordedAt}`);
      }
      expect(keys.size).toBe(gaps.length * array);
    }),
  );
});

test('the newest reading of a message is of now, where there was a millisecond for each', () => {
  const sensor: Sensor = { types: ['light'], lastAt: NOON - 200, count: 0 };
  const times = nextReadings(sensor, 50, NOON, Math.random).map(({ recordedAt }) => recordedAt);
  expect(times).toEqual(Array.from({ length: 50 }, (_, n) => NOON - 196 + 4 * n));
});

test('devices measure one type each in turns, and every seventh all of them', () => {
  expect(Array.from({ length: 7 }, (_, n) => sensorTypes(n))).toEqual([
    ...readingTypeNames.map(type => [type]),
    readingTypeNames,
  ]);
});

test('every type stays in its range through the day, and visitors are there only while it is open', () => {
  const random = seededRandom(7);
  for (let minute = 0; minute < 24 * 60; minute++) {
    const at = NOON + minute * 60_000;
    for (const type of readingTypeNames) {
      const value = measured(type, at, random);
      expect(value).toBeGreaterThanOrEqual(readingTypes[type].minimum);
      expect(value).toBeLessThanOrEqual(readingTypes[type].maximum);
      expect(value).toBe(Number(value.toFixed(2)));
    }
  }
  const average = (type: 'temperature' | 'presence', at: number) =>
    Array.from({ length: 500 }, () => measured(type, at, random)).reduce((sum, value) => sum + value, 0) / 500;
  // Three in the afternoon, and three in the morning.
  expect(average('temperature', NOON + 3 * HOUR)).toBeGreaterThan(average('temperature', NOON - 9 * HOUR) + 3);
  expect(average('presence', NOON - 9 * HOUR)).toBe(0);
  expect(average('presence', NOON + 3 * HOUR)).toBeGreaterThan(0.7);
});
