import { expect, test } from 'vitest';
import type { IngestDevice } from '../../../../../functions/iot/ingest/device.ts';
import { type Item, planOf } from '../../../../../functions/iot/ingest/plan.ts';
import { readDeviceRecord } from '../../../../../functions/iot/ingest/read-record.ts';
import { DEVICE, input, RECEIVED_AT, recordOf } from './device-records.ts';

const device = (changes: Partial<IngestDevice> = {}): IngestDevice => ({
  id: DEVICE,
  locationId: 'hall',
  status: 'active',
  retired: false,
  thresholds: {},
  samplingIntervalSeconds: 60,
  lastHeartbeat: RECEIVED_AT - 60_000,
  lastStatusAt: null,
  ...changes,
});

let sequence = 0;
const item = (bytes: Uint8Array): Item => ({
  record: { bytes, sequenceNumber: String(sequence++), partitionKey: DEVICE },
  read: readDeviceRecord(bytes, new Date(RECEIVED_AT)),
});
const plan = (records: readonly Uint8Array[], changes: Partial<IngestDevice> = {}) =>
  planOf(records.map(item), new Map([[DEVICE, device(changes)]]));

test.each([
  [{ status: 'inactive' }, 'device_inactive'],
  [{ status: 'inactive', retired: true }, 'device_retired'],
] as const)('of a device that is %o, messages are refused whole: %s', (changes, reason) => {
  const { readings, refused, heartbeats } = plan([recordOf([input(), input({ unit: 'F' })])], changes);
  expect(readings).toEqual([]);
  expect(heartbeats).toEqual([]);
  expect(refused.map(({ refusal }) => refusal)).toEqual([{ reason }]);
});

test('of a device that nobody registered, likewise', () => {
  const { refused } = planOf([item(recordOf(input()))], new Map());
  expect(refused.map(({ refusal }) => refusal)).toEqual([{ reason: 'unknown_device' }]);
});

test.each(['maintenance', 'error'] as const)('readings of a device in %s are taken', status => {
  expect(plan([recordOf(input())], { status }).readings).toHaveLength(1);
});

test('the latest is the one that was recorded last, and of two at one instant the first', () => {
  const at = (recordedAt: number, value: number) => recordOf(input({ recordedAt, value }));
  const { latest } = plan([at(RECEIVED_AT - 5, 1), at(RECEIVED_AT, 2), at(RECEIVED_AT, 3), at(RECEIVED_AT - 1, 4)]);
  expect(latest.map(({ reading }) => reading.value)).toEqual([2]);
});

test('the latest are one of each type', () => {
  const { latest } = plan([recordOf([input(), input({ type: 'light', unit: 'lx', value: 300 })])]);
  expect(latest.map(({ reading }) => reading.type)).toEqual(['temperature', 'light']);
});

test.each([
  ['ten seconds', 60, 10_000],
  ['half of an interval', 4, 2_000],
])('a sign of life is written down after %s', (_, samplingIntervalSeconds, ms) => {
  const beats = (lastHeartbeat: number | null) =>
    plan([recordOf(input())], { samplingIntervalSeconds, lastHeartbeat }).heartbeats;
  expect(beats(RECEIVED_AT - ms + 1)).toEqual([]);
  expect(beats(RECEIVED_AT - ms)).toEqual([{ deviceId: DEVICE, receivedAt: RECEIVED_AT }]);
  expect(beats(null)).toEqual([{ deviceId: DEVICE, receivedAt: RECEIVED_AT }]);
});

test('a message of which nothing is taken is no sign of life', () => {
  expect(plan([recordOf(input({ unit: 'F' }))]).heartbeats).toEqual([]);
});

test('a status that is not newer than the last is passed over, also within a batch', () => {
  const status = (receivedAt: number, batteryLevel: number) =>
    recordOf({ sentAt: 1, batteryLevel }, { kind: 'status', receivedAt });
  const records = [status(RECEIVED_AT - 1, 1), status(RECEIVED_AT + 2, 2), status(RECEIVED_AT + 1, 3)];
  const { statuses } = plan(records, { lastStatusAt: RECEIVED_AT - 1 });
  expect(statuses.map(({ status }) => status.batteryLevel)).toEqual([2]);
});
