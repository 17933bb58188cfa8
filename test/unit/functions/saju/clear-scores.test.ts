import { fullChart } from '@heal7/saju-engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearScores } from '../../../../functions/saju/people-charts/tens.ts';

const times = fc.record({
  day: fc.integer({ min: 0, max: 73_000 }),
  minute: fc.integer({ min: 0, max: 1439 }),
});

const birthOf = ({ day, minute }: { day: number; minute: number }) => ({
  date: new Date(Date.UTC(1900, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
  time: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
});

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : Object.values(value as object).flatMap(numbersIn);

test('nothing finer than tens of a percent stands beside a chart, of any birth', () => {
  fc.assert(
    fc.property(times, time => {
      const { date, time: at } = birthOf(time);
      const chart = fullChart({
        birth: { calendar: 'solar', date, time: at },
        place: { longitude: 127, latitude: 37.5, timeZone: 'Etc/GMT-9' },
        sex: 'female',
      });
      for (const number of numbersIn(clearScores(chart))) {
        expect(number % 10).toBe(0);
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 200 },
  );
});

test('each is the nearest ten of its own', () => {
  const chart = fullChart({ birth: { calendar: 'solar', date: '1990-05-15', time: '14:30' }, sex: 'female' });
  const { fiveElements, accuracy } = clearScores(chart);
  for (const element of ['wood', 'fire', 'earth', 'metal', 'water'] as const) {
    expect(Math.abs(fiveElements[element] - chart.fiveElements.scores[element])).toBeLessThanOrEqual(5);
  }
  expect(Math.abs(accuracy - chart.certainty.accuracyScore)).toBeLessThanOrEqual(5);
});
