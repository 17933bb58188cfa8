import { randomUUID } from 'node:crypto';
import { QueryCommand, ThrottlingException, TimestreamQueryClient } from '@aws-sdk/client-timestream-query';
import { TimestreamWriteClient } from '@aws-sdk/client-timestream-write';
import { expect, test } from 'vitest';
import { timestreamStore } from '../../../platform/timeseries/timestream-store.ts';
import { writeReadings } from '../../../platform/timeseries/timestream-writer.ts';
import { NOW, testStore } from './store-suite.ts';
import { TimestreamFake } from './timestream-fake.ts';

const timestream = new TimestreamFake();
timestream.now = NOW;
timestream.rowsOfPage = 300;
const region = 'ap-northeast-1';
const writer = new TimestreamWriteClient({ region });
const client = new TimestreamQueryClient({ region });
const store = timestreamStore({ client, table: timestream.table });

testStore({
  store,
  async put(readings) {
    const { rejected } = await writeReadings(writer, timestream.table, readings);
    if (rejected.length > 0) throw new Error(`Rejected: ${rejected[0]!.reason}`);
  },
});

const query = { deviceId: randomUUID(), type: 'light', from: NOW - 1_000, to: NOW, limit: 10 };

test('a measure that no reading ever had is null, though the table has no such column', async () => {
  timestream.empty();
  const { deviceId, type } = query;
  const bare = { accuracy: null, reliabilityScore: null, ambientConditions: null, userPresence: null };
  await writeReadings(writer, timestream.table, [
    { deviceId, type, recordedAt: NOW - 1, value: 300, unit: 'lx', ...bare },
  ]);
  expect(await store.readLatest(query)).toEqual([{ recordedAt: NOW - 1, value: 300, unit: 'lx', ...bare }]);
});

test('a table that is not there is no empty one', async () => {
  const other = timestreamStore({ client, table: { ...timestream.table, table: 'another' } });
  await expect(other.readLatest(query)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('what would change the statement never comes into it', async () => {
  const before = timestream.query.commandCalls(QueryCommand).length;
  const others = [
    { deviceId: "x' OR '1'='1" },
    { type: "light' --" },
    { from: Number.NaN },
    { to: 1.5 },
    { limit: -1 },
    { deviceId: `${query.deviceId}\n` },
  ];
  for (const other of others) await expect(store.readLatest({ ...query, ...other })).rejects.toThrow(TypeError);
  expect(timestream.query.commandCalls(QueryCommand)).toHaveLength(before);
});

const failures = [
  ['that is throttled', new ThrottlingException({ message: '', Message: '', $metadata: {} })],
  ['that takes too long', Object.assign(new Error('aborted'), { name: 'AbortError' })],
  [
    'whose endpoint is not found',
    Object.assign(new Error('discovery'), { reason: Object.assign(new Error('dns'), { code: 'ENOTFOUND' }) }),
  ],
  ['that cannot be reached', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
] as const;

test.each(failures)('a query %s is answered as unavailable', async (_, failure) => {
  timestream.failure = failure;
  await expect(store.readLatest(query)).rejects.toMatchObject({ kind: { code: 'history_unavailable' } });
});

test('a query that we may not ask is our own fault', async () => {
  const denied = Object.assign(new Error('denied'), { name: 'AccessDeniedException', $fault: 'client' });
  timestream.failure = denied;
  await expect(store.readLatest(query)).rejects.toBe(denied);
});
