import { expect, test } from 'vitest';
import { type ArchivedReading, recordsOf } from '../../../../platform/timeseries/timestream-record.ts';

const ONE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

const reading: ArchivedReading = {
  deviceId: ONE,
  type: 'temperature',
  recordedAt: 1_780_000_000_123,
  value: 21.5,
  unit: 'Cel',
  accuracy: null,
  reliabilityScore: 0.9,
  ambientConditions: null,
  userPresence: null,
};

const always = { MeasureName: 'reading', MeasureValueType: 'MULTI', TimeUnit: 'MILLISECONDS', Version: 1 };
const measures = [
  { Name: 'value', Type: 'DOUBLE', Value: '21.5' },
  { Name: 'unit', Type: 'VARCHAR', Value: 'Cel' },
  { Name: 'reliability_score', Type: 'DOUBLE', Value: '0.9' },
];

test('one device and type are said once for all records', () => {
  const dimensions = [
    { Name: 'device_id', Value: ONE },
    { Name: 'reading_type', Value: 'temperature' },
  ];
  expect(recordsOf([reading, { ...reading, recordedAt: 1_780_000_000_124 }])).toEqual({
    CommonAttributes: { ...always, Dimensions: dimensions },
    Records: [
      { Time: '1780000000123', MeasureValues: measures },
      { Time: '1780000000124', MeasureValues: measures },
    ],
  });
});

test('what differs is said with each, and no dimension twice', () => {
  const { CommonAttributes, Records } = recordsOf([reading, { ...reading, deviceId: OTHER }]);
  expect(CommonAttributes.Dimensions).toEqual([{ Name: 'reading_type', Value: 'temperature' }]);
  expect(Records.map(({ Dimensions }) => Dimensions)).toEqual([
    [{ Name: 'device_id', Value: ONE }],
    [{ Name: 'device_id', Value: OTHER }],
  ]);
});

test('where all differs nothing but the form of records is common', () => {
  const { CommonAttributes, Records } = recordsOf([reading, { ...reading, deviceId: OTHER, type: 'light' }]);
  expect(CommonAttributes).toEqual(always);
  expect(Records.map(({ Dimensions = [] }) => Dimensions.map(({ Name }) => Name))).toEqual([
    ['device_id', 'reading_type'],
    ['device_id', 'reading_type'],
  ]);
});

test('what a reading has beside its value is a measure each, and what it lacks is none', () => {
  const full = { ...reading, accuracy: 0.25, ambientConditions: { pressure: 1013 }, userPresence: false };
  expect(recordsOf([full]).Records[0]!.MeasureValues).toEqual([
    ...measures.slice(0, 2),
    { Name: 'accuracy', Type: 'DOUBLE', Value: '0.25' },
    measures[2],
    { Name: 'ambient_conditions', Type: 'VARCHAR', Value: '{"pressure":1013}' },
    { Name: 'user_presence', Type: 'BOOLEAN', Value: 'false' },
  ]);
});
