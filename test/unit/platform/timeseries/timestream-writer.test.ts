import { TimestreamWriteClient, WriteRecordsCommand } from '@aws-sdk/client-timestream-write';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { ArchivedReading } from '../../../../platform/timeseries/timestream-record.ts';
import { writeReadings } from '../../../../platform/timeseries/timestream-writer.ts';
import { TimestreamFake } from '../../../integration/timeseries/timestream-fake.ts';
import { seededRandom } from '../../seeded-random.ts';

const NOW = Date.parse('2026-05-03T01:02:03.456Z');
const DAY = 86_400_000;

const timestream = new TimestreamFake();
afterAll(() => timestream.restore());
timestream.now = NOW;
const client = new TimestreamWriteClient({ region: 'ap-northeast-1' });
const write = (readings: readonly ArchivedReading[]) => writeReadings(client, timestream.table, readings);

const device = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const reading = (number: number, recordedAt = NOW, value = 1): ArchivedReading => ({
  deviceId: device(number),
  type: 'light',
  recordedAt,
  value,
  unit: 'lx',
  accuracy: null,
  reliabilityScore: null,
  ambientConditions: null,
  userPresence: null,
});

const calls = () => timestream.write.commandCalls(WriteRecordsCommand).map(({ args }) => args[0].input);

afterEach(() => {
  timestream.empty();
  timestream.write.resetHistory();
});

describe('calls', () => {
  test('have 100 records at most', async () => {
    const readings = Array.from({ length: 1_050 }, (_, at) => reading(1, NOW - at));
    expect(await write(readings)).toEqual({ archived: 1_050, known: 0, rejected: [] });
    expect(calls().map(({ Records = [] }) => Records.length)).toEqual([...Array(10).fill(100), 50]);
    expect(timestream.size).toBe(1_050);
  });

  test('have those of a device together, whatever the order in which they came', async () => {
    const random = seededRandom(7);
    const readings = Array.from({ length: 400 }, (_, at) => reading(at % 4, NOW - at));
    await write(readings.toSorted(() => random() - 0.5));
    const common = calls().map(({ CommonAttributes }) => CommonAttributes?.Dimensions?.map(({ Value }) => Value));
    expect(common).toEqual([0, 1, 2, 3].map(number => [device(number), 'light']));
  });

  test('are none without readings', async () => {
    expect(await write([])).toEqual({ archived: 0, known: 0, rejected: [] });
    expect(calls()).toEqual([]);
  });
});

describe('a reading that comes again', () => {
  test('is there once', async () => {
    await write([reading(1), reading(2)]);
    expect(await write([reading(1), reading(2), reading(3)])).toEqual({ archived: 3, known: 0, rejected: [] });
    expect(timestream.size).toBe(3);
  });

  test('and says otherwise changes nothing and is no error; nor in the same batch', async () => {
    await write([reading(1)]);
    expect(await write([reading(1, NOW, 9), reading(2), reading(2, NOW, 9)])).toEqual({
      archived: 1,
      known: 2,
      rejected: [],
    });
    expect(timestream.size).toBe(2);
    // Two at once could come in either order.
    expect(calls().map(({ Records = [] }) => Records.length)).toEqual([1, 2]);
  });

  test('where a newer version is there is known too', async () => {
    const { RejectedRecordsException } = await import('@aws-sdk/client-timestream-write');
    const Reason = 'The record version 1 is lower than the existing version 2.';
    timestream.failure = new RejectedRecordsException({
      RejectedRecords: [{ RecordIndex: 0, Reason, ExistingVersion: 2 }],
      message: 'One or more records',
      $metadata: {},
    });
    expect(await write([reading(1)])).toEqual({ archived: 0, known: 1, rejected: [] });
  });
});

describe('what is rejected', () => {
  test('is told with its reason, and the others of the call are written', async () => {
    const readings = [reading(1), reading(2, NOW - 31 * DAY), reading(3), reading(4, NOW + DAY)];
    expect(await write(readings)).toEqual({
      archived: 2,
      known: 0,
      rejected: [
        { reading: readings[1], reason: 'outside_retention' },
        { reading: readings[3], reason: 'outside_retention' },
      ],
    });
    expect(timestream.size).toBe(2);
  });

  test('for another reason is told without words of it', async () => {
    const long = { ...reading(1), ambientConditions: { ['x'.repeat(2_048)]: 1 } };
    expect((await write([long, reading(2)])).rejected).toEqual([{ reading: long, reason: 'rejected' }]);
  });
});

test('a call that fails fails all, after the others have ended, and all may come again', async () => {
  const readings = Array.from({ length: 500 }, (_, at) => reading(at));
  const failure = Object.assign(new Error('throttled'), { name: 'ThrottlingException' });
  timestream.failure = failure;
  await expect(write(readings)).rejects.toBe(failure);
  expect(timestream.size).toBe(400);
  expect(await write(readings)).toEqual({ archived: 500, known: 0, rejected: [] });
  expect(timestream.size).toBe(500);
});
