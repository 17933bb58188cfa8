import { expect, test } from 'vitest';
import { comfortOf } from '../../../../../functions/iot/behavior/comfort.ts';

test('what a user says counts, whatever the air is like', () => {
  expect(comfortOf(5, { temperature: 35, humidity: 90, air_quality: 4_000 })).toEqual({ level: 5, source: 'asked' });
});

test.each([
  ['everything in its good range', { temperature: 20, humidity: 60, air_quality: 1_000 }, 5],
  ['a little too warm', { temperature: 26.01, humidity: 50, air_quality: 800 }, 4],
  ['much too cold', { temperature: 16.9, humidity: 50 }, 3],
  ['stuffy and humid', { temperature: 22, humidity: 70, air_quality: 2_500 }, 2],
  ['bad in all', { temperature: 40, humidity: 95, air_quality: 9_000 }, 1],
  ['a temperature alone', { temperature: 23 }, 5],
])('of air with %s the level is inferred', (_, environment, level) => {
  expect(comfortOf(null, environment)).toEqual({ level, source: 'inferred' });
});

test('without a temperature nothing is inferred', () => {
  expect(comfortOf(null, { humidity: 50, air_quality: 500 })).toBeNull();
});
