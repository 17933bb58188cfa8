import { expect, test } from 'vitest';
import { reliabilityOf } from '../../../../../functions/iot/readings/reliability.ts';

type Judged = Parameters<typeof reliabilityOf>[0];

const score = (changes: Partial<Judged>) =>
  reliabilityOf({ type: 'temperature', value: 21, accuracy: 0.5, userPresence: null, ...changes });

test.each([
  [0, 1],
  [0.5, 1],
  [1, 0.5],
  [1.5, 0.33],
  [999.99, 0],
])('a thermometer good to %d °C is relied on by %d', (accuracy, expected) => {
  expect(score({ accuracy })).toBe(expected);
});

test('a sensor that does not say how exact it is, by 0.8; one that counts, wholly', () => {
  expect(score({ accuracy: null })).toBe(0.8);
  expect(score({ type: 'motion', value: 3, accuracy: null })).toBe(1);
});

test.each([
  ['temperature', -40],
  ['temperature', 85],
  ['humidity', 100],
  ['air_quality', 0],
  ['light', 150_000],
] as const)('%s at %d is at an end of the range: half', (type, value) => {
  expect(score({ type, value, accuracy: 0 })).toBe(0.5);
});

test('a dark room and an empty one are none', () => {
  expect(score({ type: 'light', value: 0, accuracy: 10 })).toBe(1);
  expect(score({ type: 'presence', value: 0, accuracy: null })).toBe(1);
});

test('presence that contradicts itself counts half', () => {
  expect(score({ type: 'presence', value: 1, userPresence: false })).toBe(0.5);
  expect(score({ type: 'presence', value: 1, userPresence: true })).toBe(1);
  expect(score({ type: 'presence', value: 0, userPresence: false })).toBe(1);
});
