import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Episode,
  followLimit,
  type Limit,
  type LimitState,
  limitsOf,
  type Measured,
  MOST_LATE_MS,
} from '../../../../../functions/iot/alerts/threshold-rule.ts';
import { readingTypeNames, readingTypes } from '../../../../../functions/iot/readings/reading-types.ts';

const START = Date.parse('2026-05-03T01:00:00Z');
const NOTHING: LimitState = { open: undefined, clearedAt: Number.NEGATIVE_INFINITY };
const [ABOVE_28] = limitsOf('temperature', { max: 28 }, 10) as [Limit];

/** A reading so many seconds after the start. */
const at = (seconds: number, value: number): Measured => ({ recordedAt: START + seconds * 1000, value });

function follow(readings: readonly Measured[], limit = ABOVE_28, before = NOTHING, now = START + 200_000) {
  return followLimit(before, readings, limit, now);
}

/** When it was raised and cleared, in seconds after the start. */
const times = (episodes: readonly Episode[]) =>
  episodes.map(({ openedAt, cleared }) => [
    (openedAt - START) / 1000,
    cleared === undefined ? undefined : (cleared.recordedAt - START) / 1000,
  ]);

describe('an alert', () => {
  test('is raised by the first reading beyond the limit, and not by one at it', () => {
    expect(times(follow([at(0, 27), at(10, 28), at(20, 28.1), at(30, 29)]))).toEqual([[20, undefined]]);
  });

  test('is cleared by a reading well inside, 60 s after the last that was not', () => {
    const readings = [at(0, 29), at(10, 27), at(50, 27), at(59.999, 27)];
    expect(times(follow(readings))).toEqual([[0, undefined]]);
    expect(times(follow([...readings, at(60, 27)]))).toEqual([[0, 60]]);
  });

  test('is not cleared by readings that are inside by less than the margin', () => {
    expect(times(follow([at(0, 29), at(60, 27.9), at(119, 27), at(120, 27.7)]))).toEqual([[0, 120]]);
    expect(times(follow([at(0, 29), at(60, 27.71)]))).toEqual([[0, undefined]]);
  });

  test('waits for two intervals of a device that measures slowly', () => {
    const [limit] = limitsOf('temperature', { max: 28 }, 90) as [Limit];
    expect(times(follow([at(0, 29), at(90, 27), at(180, 27)], limit))).toEqual([[0, 180]]);
    expect(times(follow([at(0, 29), at(90, 27), at(180, 29)], limit))).toEqual([[0, undefined]]);
  });

  test('tells of its first, last and worst breach, and of how many there were', () => {
    const [episode] = follow([at(0, 28.5), at(10, 31), at(20, 27.9), at(30, 29), at(90, 20)]);
    expect(episode).toEqual({
      openedAt: START,
      openedValue: 28.5,
      lastBreachAt: START + 30_000,
      worstValue: 31,
      breaches: 3,
      lastOutsideAt: START + 30_000,
      cleared: at(90, 20),
    });
  });

  test('below a minimum is the same, upside down', () => {
    const [limit] = limitsOf('temperature', { min: 16 }, 10) as [Limit];
    const [episode] = follow([at(0, 16), at(10, 15.9), at(20, 12), at(79, 16.3), at(80, 16.3)], limit);
    expect(episode).toMatchObject({ openedAt: START + 10_000, worstValue: 12, breaches: 2, cleared: at(80, 16.3) });
  });

  test('comes again after it was cleared', () => {
    expect(times(follow([at(0, 29), at(60, 27), at(61, 29), at(121, 27)]))).toEqual([
      [0, 60],
      [61, 121],
    ]);
  });

  test('is not raised by what was recorded before the last one was cleared', () => {
    const before = { open: undefined, clearedAt: START + 60_000 };
    expect(follow([at(59, 29), at(60, 29)], ABOVE_28, before)).toEqual([]);
    expect(times(follow([at(59, 29), at(60.001, 29)], ABOVE_28, before))).toEqual([[60.001, undefined]]);
  });

  test('is not raised by what was recorded over an hour ago', () => {
    expect(follow([at(0, 29)], ABOVE_28, NOTHING, START + MOST_LATE_MS + 1)).toEqual([]);
    expect(times(follow([at(0, 29)], ABOVE_28, NOTHING, START + MOST_LATE_MS))).toEqual([[0, undefined]]);
  });

  test('can always be cleared: something inside is reached by every limit that can be set', () => {
    for (const type of readingTypeNames) {
      const { minimum, maximum } = readingTypes[type];
      const narrow = { min: minimum + (maximum - minimum) / 2, max: minimum + (maximum - minimum) / 2 + 0.0001 };
      for (const thresholds of [{ max: minimum }, { min: maximum }, narrow, { max: minimum + 0.01 }]) {
        for (const { kind, value, margin } of limitsOf(type, thresholds, 60)) {
          const inside = kind === 'above_maximum' ? value - margin : value + margin;
          expect(inside, `${type} ${JSON.stringify(thresholds)}`).toBeGreaterThanOrEqual(thresholds.min ?? minimum);
          expect(inside, `${type} ${JSON.stringify(thresholds)}`).toBeLessThanOrEqual(thresholds.max ?? maximum);
        }
      }
    }
  });
});

/** Readings in the order of their times, some seconds apart: each inside, in between, or beyond. */
const series = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 40 }), value: fc.constantFrom(20, 27.9, 28, 28.1, 35) }), {
    maxLength: 60,
  })
  .map(steps => {
    let seconds = 0;
    return steps.map(({ gap, value }) => {
      seconds += gap;
      return at(seconds, value);
    });
  });

const SEED = Number(process.env.FC_SEED ?? 1);
const NOW = START + 2_500_000;

describe('whatever is measured,', () => {
  test('batches cut anywhere, in order, lead to the same alerts', () => {
    fc.assert(
      fc.property(series, fc.array(fc.nat(59)), (readings, cuts) => {
        const atOnce = follow(readings, ABOVE_28, NOTHING, NOW);
        let state = NOTHING;
        const all: Episode[] = [];
        const edges = [0, ...cuts.filter(cut => cut < readings.length).toSorted((a, b) => a - b), readings.length];
        for (let index = 1; index < edges.length; index++) {
          const episodes = follow(readings.slice(edges[index - 1], edges[index]), ABOVE_28, state, NOW);
          const ended = episodes.filter(({ cleared }) => cleared !== undefined);
          all.push(...ended);
          const clearedAt = Math.max(state.clearedAt, ...ended.map(({ cleared }) => cleared!.recordedAt));
          state = { open: episodes.find(({ cleared }) => cleared === undefined), clearedAt };
        }
        expect(state.open === undefined ? all : [...all, state.open]).toEqual(atOnce);
      }),
      { seed: SEED },
    );
  });

  test('alerts begin with a breach, end 60 s after the last reading that was not well inside, and do not overlap', () => {
    fc.assert(
      fc.property(series, readings => {
        let end = Number.NEGATIVE_INFINITY;
        for (const { openedAt, openedValue, lastOutsideAt, cleared } of follow(readings, ABOVE_28, NOTHING, NOW)) {
          expect(openedValue).toBeGreaterThan(28);
          expect(openedAt).toBeGreaterThan(end);
          if (cleared === undefined) continue;
          expect(cleared.value).toBeLessThanOrEqual(27.7);
          expect(cleared.recordedAt - lastOutsideAt).toBeGreaterThanOrEqual(60_000);
          const between = readings.filter(
            ({ recordedAt }) => recordedAt > lastOutsideAt && recordedAt <= cleared.recordedAt,
          );
          expect(Math.max(...between.map(({ value }) => value))).toBeLessThanOrEqual(27.7);
          end = cleared.recordedAt;
        }
      }),
      { seed: SEED },
    );
  });
});
