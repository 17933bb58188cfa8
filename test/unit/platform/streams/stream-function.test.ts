import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LogSink, logTo } from '../../../../platform/observability/log-sink.ts';
import {
  type StreamBatch,
  type StreamProcessor,
  streamFunction,
} from '../../../../platform/streams/stream-function.ts';
import { ARRIVED_AT, kinesisEvent } from './kinesis-event.ts';

const personal = '홍길동';
const now = () => new Date(ARRIVED_AT.getTime() + 1_500);

let lines: Record<string, unknown>[];
let former: LogSink;
beforeEach(() => {
  lines = [];
  former = logTo(line => lines.push(JSON.parse(line)));
});
afterEach(() => void logTo(former));

const three = kinesisEvent(
  [
    { data: 'a', sequenceNumber: '101', partitionKey: 'k1' },
    { data: Uint8Array.of(0, 255), sequenceNumber: '102', partitionKey: 'k2' },
    { data: personal, sequenceNumber: '103' },
  ],
  'sensor-data',
  7,
);

const run = (process: StreamProcessor, event = three) =>
  streamFunction({ name: 'readings', process, now, stopwatch: () => () => 12.3456 })(event, { awsRequestId: 'r-1' });

test('it hands on the stream, the shard and the bytes, in the order of the shard', async () => {
  let seen: StreamBatch | undefined;
  await run(async batch => {
    seen = batch;
    return { counts: {}, deadLetters: 0 };
  });
  expect(seen).toEqual({
    stream: 'sensor-data',
    shard: 'shardId-000000000007',
    records: [
      { bytes: Buffer.from('a'), sequenceNumber: '101', partitionKey: 'k1' },
      { bytes: Buffer.from([0, 255]), sequenceNumber: '102', partitionKey: 'k2' },
      { bytes: Buffer.from(personal), sequenceNumber: '103', partitionKey: 'key' },
    ],
  });
});

test('a batch that is done is answered without failures, and writes one line with its metrics', async () => {
  const outcome = await run(async () => ({ counts: { fresh: 2, repeated: 1 }, deadLetters: 1 }));
  expect(outcome).toEqual({ batchItemFailures: [] });
  expect(lines).toEqual([
    {
      _aws: {
        Timestamp: now().getTime(),
        CloudWatchMetrics: [
          {
            Namespace: 'HEAL7',
            Dimensions: [['function']],
            Metrics: [
              { Name: 'stream_records', Unit: 'Count' },
              { Name: 'stream_failures', Unit: 'Count' },
              { Name: 'dead_letters', Unit: 'Count' },
              { Name: 'stream_batch_duration', Unit: 'Milliseconds' },
              { Name: 'stream_age', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
      level: 'info',
      function: 'readings',
      stream: 'sensor-data',
      shard: 'shardId-000000000007',
      requestId: 'r-1',
      stream_records: 3,
      stream_failures: 0,
      dead_letters: 1,
      stream_batch_duration: 12.346,
      stream_age: 1_500,
      counts: { fresh: 2, repeated: 1 },
    },
  ]);
});

test('a batch that stopped is answered with the first record that is not done, and logged without its data', async () => {
  const error = Object.assign(new Error(personal), { code: '57014' });
  const outcome = await run(async () => ({
    counts: { fresh: 1 },
    deadLetters: 0,
    stopped: { sequenceNumber: '102', error },
  }));
  expect(outcome).toEqual({ batchItemFailures: [{ itemIdentifier: '102' }] });
  expect(lines[0]).toMatchObject({ level: 'error', stream_failures: 1, error: { name: 'Error', code: '57014' } });
  expect(JSON.stringify(lines)).not.toContain(personal);
});

test('what is thrown leaves the whole batch to come again, and is not thrown on', async () => {
  const outcome = await run(() => Promise.reject(new TypeError(personal)));
  expect(outcome).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
  expect(lines[0]).toMatchObject({ stream_failures: 1, dead_letters: 0, counts: {}, error: { name: 'TypeError' } });
  expect(JSON.stringify(lines)).not.toContain(personal);
});

test('an event without records is done, and nothing is asked or logged', async () => {
  expect(await run(() => expect.unreachable(), { Records: [] })).toEqual({ batchItemFailures: [] });
  expect(lines).toEqual([]);
});

test('an event of a stream that there is not is refused', async () => {
  const other = structuredClone(three);
  for (const record of other.Records) record.eventSourceARN = 'arn:aws:kinesis:x:0:stream/other';
  await expect(run(() => expect.unreachable(), other)).rejects.toThrow(TypeError);
});
