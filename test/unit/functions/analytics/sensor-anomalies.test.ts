import { describe, expect, test } from 'vitest';
import { anomaliesOf, type Hour, type Series } from '../../../../functions/analytics/sensor-aggregation/anomalies.ts';

const usual = { days: 28, average: 20, deviation: 0.5 };
const measured = (average: number, min = average, max = average) => ({ average, min, max });

/** A day on which all is as usual, but for what is said of some hours. */
const day = (hours: Readonly<Record<number, Partial<Hour>>> = {}, rest: Partial<Series> = {}): Series => ({
  active: true,
  limits: {},
  hours: Array.from({ length: 24 }, (_, hour) => ({ hour, measured: measured(20), usual, ...hours[hour] })),
  ...rest,
});

test('a day as usual has none', () => {
  expect(anomaliesOf(day())).toEqual([]);
});

describe('an unusual hour', () => {
  test('is six deviations away from the same hour of other days', () => {
    // 20 ± 6 · 0.5
    expect(anomaliesOf(day({ 3: { measured: measured(22.99) } }))).toEqual([]);
    expect(anomaliesOf(day({ 3: { measured: measured(23) } }))).toEqual([
      { kind: 'unusual', hour: 3, hours: 1, details: { value: 23, usual: 20, z: 6 } },
    ]);
    expect(anomaliesOf(day({ 3: { measured: measured(16) } }))).toMatchObject([{ details: { z: -8 } }]);
  });

  test('is known after fourteen days', () => {
    const of = (days: number) => anomaliesOf(day({ 3: { measured: measured(40), usual: { ...usual, days } } }));
    expect(of(13)).toEqual([]);
    expect(of(14)).toHaveLength(1);
  });

  test('of what never varies is six hundredths of its level away', () => {
    const still = { ...usual, deviation: 0 };
    const of = (average: number) =>
      anomaliesOf({
        ...day(),
        hours: day().hours.map(each => ({
          ...each,
          usual: still,
          ...(each.hour === 3 && { measured: measured(average) }),
        })),
      });
    expect(of(21.19)).toEqual([]);
    expect(of(21.21)).toHaveLength(1);
  });

  test('is none where nothing has ever been measured but nothing', () => {
    const never = { days: 28, average: 0, deviation: 0 };
    expect(
      anomaliesOf({ ...day(), hours: day().hours.map(({ hour }) => ({ hour, usual: never, measured: measured(1) })) }),
    ).toEqual([]);
  });

  test('is one with those beside it, of which the worst is told; one on the other side is another', () => {
    const hours = { 3: 24, 4: 26, 5: 25, 6: 10, 9: 24 };
    const found = anomaliesOf(
      day(Object.fromEntries(Object.entries(hours).map(([hour, value]) => [hour, { measured: measured(value) }]))),
    );
    expect(found.map(({ hour, hours: many, details }) => [hour, many, details.value])).toEqual([
      [3, 3, 26],
      [6, 1, 10],
      [9, 1, 24],
    ]);
  });
});

describe('a gap', () => {
  const silent = (...hours: number[]) => Object.fromEntries(hours.map(hour => [hour, { measured: undefined }]));

  test('is the hours without a reading', () => {
    expect(anomaliesOf(day(silent(0, 1, 5, 23) as never))).toEqual([
      { kind: 'gap', hour: 0, hours: 2, details: {} },
      { kind: 'gap', hour: 5, hours: 1, details: {} },
      { kind: 'gap', hour: 23, hours: 1, details: {} },
    ]);
  });

  test('is the whole day of a device that fell silent', () => {
    expect(anomaliesOf({ ...day(), hours: [{ hour: 7, usual }] })).toEqual([
      { kind: 'gap', hour: 0, hours: 24, details: {} },
    ]);
  });

  test('of a new device begins after its first reading', () => {
    const hours = [9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23].map(hour => ({
      hour,
      measured: measured(20),
    }));
    expect(anomaliesOf({ ...day(), hours })).toEqual([{ kind: 'gap', hour: 11, hours: 1, details: {} }]);
  });

  test('is none of a device that is being repaired', () => {
    expect(anomaliesOf(day(silent(0, 1) as never, { active: false }))).toEqual([]);
  });
});

describe('out of range', () => {
  const limits = { min: 10, max: 30 };

  test('is below or above what is set for the device, for as long as it lasts', () => {
    const hours = {
      3: { measured: measured(20, 9.5, 20) },
      4: { measured: measured(20, 8, 20) },
      6: { measured: measured(20, 20, 30.1) },
    };
    expect(anomaliesOf(day(hours, { limits }))).toEqual([
      { kind: 'out_of_range', hour: 3, hours: 2, details: { value: 8, limit: 10 } },
      { kind: 'out_of_range', hour: 6, hours: 1, details: { value: 30.1, limit: 30 } },
    ]);
  });

  test('is not at the limit, and not without one', () => {
    const hours = { 3: { measured: measured(20, 10, 30) } };
    expect(anomaliesOf(day(hours, { limits }))).toEqual([]);
    expect(anomaliesOf(day({ 3: { measured: measured(20, -50, 90) } }))).toEqual([]);
  });

  test('of an hour that was both is what was worse', () => {
    const hours = { 3: { measured: measured(20, 9, 35) } };
    expect(anomaliesOf(day(hours, { limits }))).toMatchObject([{ details: { value: 35, limit: 30 } }]);
  });
});
