import { expect, test } from 'vitest';
import { readDeviceRecord } from '../../../../../functions/iot/ingest/read-record.ts';
import { DEVICE, input, RECEIVED_AT, recordOf, recordOfText } from './device-records.ts';

const NOW = new Date(RECEIVED_AT + 1_000);
const DAY = 86_400_000;
const read = (bytes: Uint8Array, hotWindowMs?: number) => readDeviceRecord(bytes, NOW, hotWindowMs);
const reasonsOf = (bytes: Uint8Array, hotWindowMs?: number) =>
  read(bytes, hotWindowMs).refused.map(({ reason }) => reason);

test('one reading is read with all that it says', () => {
  const accuracy = 0.25;
  const bytes = recordOf(input({ accuracy, ambientConditions: { humidity: 41.5 }, userPresence: false }));
  expect(read(bytes)).toEqual({
    deviceId: DEVICE,
    receivedAt: RECEIVED_AT,
    readings: [
      {
        deviceId: DEVICE,
        type: 'temperature',
        value: 21.5,
        recordedAt: RECEIVED_AT,
        accuracy,
        ambientConditions: { humidity: 41.5 },
        userPresence: false,
      },
    ],
    status: null,
    refused: [],
  });
});

test('what a reading does not say is null', () => {
  expect(read(recordOf(input())).readings).toMatchObject([
    { accuracy: null, ambientConditions: null, userPresence: null },
  ]);
});

test.each([
  [0.12344, 0.1234],
  [0.12345, 0.1235],
  [-39.999_96, -40],
  [84.999_94, 84.9999],
  [-0.000_01, 0],
  [20.123_45, 20.1235],
  [-20.123_45, -20.1235],
])('%d is rounded to ten-thousandths: %d', (value, rounded) => {
  expect(Object.is(read(recordOf(input({ value }))).readings[0]!.value, rounded)).toBe(true);
});

test('accuracy is rounded to hundredths, as it is stored', () => {
  expect(read(recordOf(input({ accuracy: 0.256 }))).readings[0]!.accuracy).toBe(0.26);
});

test('up to 100 readings are read in their order, and 101 are refused as a whole', () => {
  const many = Array.from({ length: 101 }, (_, at) => input({ recordedAt: RECEIVED_AT - at }));
  expect(read(recordOf(many.slice(1))).readings.map(({ recordedAt }) => recordedAt)).toEqual(
    many.slice(1).map(({ recordedAt }) => recordedAt),
  );
  expect(read(recordOf(many))).toMatchObject({ readings: [], refused: [{ reason: 'too_many_readings' }] });
  expect(read(recordOf(many)).refused[0]).not.toHaveProperty('readings');
});

test('of an array, what is wrong is refused by its reason, and the others are taken', () => {
  const wrong = [input({ unit: 'F' }), input({ value: 900 }), { type: 'temperature' }, input({ unit: 'K' })];
  const { readings, refused } = read(recordOf([input(), ...wrong]));
  expect(readings).toHaveLength(1);
  expect(refused).toEqual([
    { reason: 'wrong_unit', readings: [wrong[0], wrong[3]] },
    { reason: 'out_of_range', readings: [wrong[1]] },
    { reason: 'wrong_shape', readings: [wrong[2]] },
  ]);
});

test.each([
  ['an unknown type', input({ type: 'sound' })],
  ['a value in words', input({ value: '21.5' })],
  ['an unknown field', input({ colour: 'red' })],
  ['a time that is no whole number', input({ recordedAt: RECEIVED_AT + 0.5 })],
  ['a condition that is no number', input({ ambientConditions: { humidity: 'wet' } })],
  ['a name of a condition with a quote in it', input({ ambientConditions: { 'a"b': 1 } })],
  ['no reading but a number', 7],
  ['null', null],
])('%s is refused', (_, payload) => {
  expect(reasonsOf(recordOf(payload))).toEqual(['wrong_shape']);
});

test('an empty array is refused', () => {
  expect(read(recordOf([])).refused).toEqual([{ reason: 'wrong_shape' }]);
});

test('five minutes ahead of its receipt a reading is taken, and not a millisecond more, whenever it is read', () => {
  const ahead = (ms: number) => recordOf(input({ recordedAt: RECEIVED_AT + ms }));
  expect(reasonsOf(ahead(300_000))).toEqual([]);
  expect(reasonsOf(ahead(300_001))).toEqual(['from_the_future']);
  expect(readDeviceRecord(ahead(DAY), new Date(RECEIVED_AT + 2 * DAY)).refused).toMatchObject([
    { reason: 'from_the_future' },
  ]);
});

test('a reading is too late once it is older than the hot window, and never without one', () => {
  const late = (ms: number) => recordOf(input({ recordedAt: NOW.getTime() - ms }));
  expect(reasonsOf(late(2 * DAY), 2 * DAY)).toEqual([]);
  expect(reasonsOf(late(2 * DAY + 1), 2 * DAY)).toEqual(['too_late']);
  expect(reasonsOf(late(900 * DAY))).toEqual([]);
});

test('a status is read', () => {
  const status = { sentAt: RECEIVED_AT, batteryLevel: 80, signalStrength: -60, configVersion: 3 };
  expect(read(recordOf(status, { kind: 'status' }))).toMatchObject({ readings: [], status, refused: [] });
});

test('a status that breaks its contract is refused', () => {
  const bytes = recordOf({ sentAt: RECEIVED_AT, batteryLevel: 101 }, { kind: 'status' });
  expect(read(bytes)).toMatchObject({ status: null, refused: [{ reason: 'wrong_shape' }] });
});

test.each([
  ['not JSON', '{"type":'],
  ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ['empty', ''],
])('a payload that is %s is unreadable, and is of its device', (_, payload) => {
  expect(read(recordOfText(payload))).toMatchObject({ deviceId: DEVICE, refused: [{ reason: 'unreadable_payload' }] });
});

test('what is no record of a device is of none', () => {
  expect(read(Buffer.from('rubbish'))).toMatchObject({ deviceId: null, refused: [{ reason: 'not_json' }] });
  expect(read(Buffer.from('{"specversion":"1.0"}'))).toMatchObject({
    deviceId: null,
    refused: [{ reason: 'not_a_device_record' }],
  });
});

test('a device is known by its id however it is written', () => {
  expect(read(recordOf(input(), { deviceId: DEVICE.toUpperCase() })).deviceId).toBe(DEVICE);
});
