import { expect, test } from 'vitest';
import { findingsOf } from '../../../../../functions/iot/alerts/follow-status.ts';

const battery = (batteryLevel?: number) =>
  findingsOf({ batteryLevel })
    .filter(({ kind }) => kind === 'low_battery')
    .map(({ wrong }) => wrong);

test('a battery is low at 15 %, charged at 25 %, and between as it was', () => {
  expect(battery(15)).toEqual([true]);
  expect(battery(0)).toEqual([true]);
  expect(battery(16)).toEqual([]);
  expect(battery(24)).toEqual([]);
  expect(battery(25)).toEqual([false]);
});

test('a device without a battery says nothing of one', () => {
  expect(battery()).toEqual([]);
});

test('a fault is wrong for as long as it is told', () => {
  expect(findingsOf({ fault: 'sensor_open' })).toEqual([
    { kind: 'fault', wrong: true, value: null, limit: null, fault: 'sensor_open' },
  ]);
  expect(findingsOf({})).toEqual([{ kind: 'fault', wrong: false, value: null, limit: null, fault: null }]);
});
