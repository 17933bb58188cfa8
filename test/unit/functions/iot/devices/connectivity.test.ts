import { expect, test } from 'vitest';
import { connectivityOf } from '../../../../../functions/iot/devices/connectivity.ts';

const now = new Date('2026-11-24T00:00:00Z');
const heardAgo = (ms: number, samplingIntervalSeconds: number) =>
  connectivityOf({ lastHeartbeat: new Date(now.getTime() - ms), samplingIntervalSeconds }, now);

test('a device that has never been heard of is not offline', () => {
  expect(connectivityOf({ lastHeartbeat: null, samplingIntervalSeconds: 60 }, now)).toBe('never_seen');
});

test('a device is offline once it has missed three of its own intervals', () => {
  expect(heardAgo(30_000, 10)).toBe('online');
  expect(heardAgo(30_001, 10)).toBe('offline');
  expect(heardAgo(30_001, 11)).toBe('online');
});
