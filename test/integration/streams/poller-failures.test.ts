import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KinesisStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type StreamsEngine, startStreams } from '../../../local/engines/streams.ts';
import { createKinesisClient } from '../../../platform/streams/client.ts';
import { declared, deliveryOf } from './poller-declared.ts';
import { movedClock, type TestPollers, testPollers, testStream } from './poller-stream.ts';

let engine: StreamsEngine;
let client: ReturnType<typeof createKinesisClient>;
beforeAll(async () => {
  engine = await startStreams();
  client = createKinesisClient('ap-northeast-2', engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const patience = { timeout: 10_000, interval: 5 };
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);

/** An answer that says from which record a batch failed. */
const failedFrom = ({ Records }: KinesisStreamEvent, index: number) => ({
  batchItemFailures: [{ itemIdentifier: Records[index]!.kinesis.sequenceNumber }],
});

function failedBatches({ directory }: TestPollers): readonly Readonly<Record<string, unknown>>[] {
  const folder = join(directory, 'failed-batches');
  return readdirSync(folder).map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

test('a batch that failed from a record on comes again from there, and what came before does not', async () => {
  const stream = await testStream(client, 1);
  await stream.put(0, ...numbered(5));
  const deliveries: (readonly string[])[] = [];
  const pollers = await testPollers(stream, {
    declarations: [declared()],
    async invoke(_, event) {
      const { texts } = deliveryOf(event);
      deliveries.push(texts);
      const index = texts.indexOf('r2');
      return index >= 0 && deliveries.length < 3 ? failedFrom(event, index) : { batchItemFailures: [] };
    },
  });
  await vi.waitFor(() => expect(deliveries).toHaveLength(3), patience);
  expect(deliveries).toEqual([numbered(5), ['r2', 'r3', 'r4'], ['r2', 'r3', 'r4']]);
  await stream.put(0, 'next');
  await vi.waitFor(() => expect(deliveries.slice(3)).toEqual([['next']]), patience);
  expect(pollers.told).toEqual([]);
});

test('one record of a hundred at which a function throws is given up alone, and all others take effect', async () => {
  const stream = await testStream(client, 1);
  await stream.put(0, ...numbered(100));
  const effects: string[] = [];
  const invoke = vi.fn(async (_: unknown, event: KinesisStreamEvent) => {
    const { texts } = deliveryOf(event);
    if (texts.includes('r41')) throw new Error('r41 is private');
    effects.push(...texts);
  });
  const pollers = await testPollers(stream, { declarations: [declared()], invoke });
  await vi.waitFor(() => expect(effects).toHaveLength(99), patience);
  expect(effects).toEqual(numbered(100).filter(text => text !== 'r41'));
  expect(invoke.mock.calls.filter(([, { Records }]) => Records.length === 1).length).toBeGreaterThanOrEqual(2);
  expect(failedBatches(pollers)).toMatchObject([
    {
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      responseContext: { functionError: 'Unhandled' },
      KinesisBatchInfo: { batchSize: 1 },
    },
  ]);
  expect(pollers.told.map(({ event }) => event)).toEqual(['batch-threw', 'batch-given-up']);
});

test('a batch that fails to its last attempt is told of as Lambda does, without its data, and the shard goes on', async () => {
  const stream = await testStream(client, 1);
  await stream.put(0, 'first', 'secret', 'last');
  const events: KinesisStreamEvent[] = [];
  const pollers = await testPollers(stream, {
    declarations: [declared({ retries: { attempts: 2, maximumAgeSeconds: 60 } })],
    async invoke(_, event) {
      events.push(event);
      const index = deliveryOf(event).texts.indexOf('secret');
      return index < 0 ? undefined : failedFrom(event, index);
    },
  });
  await vi.waitFor(() => expect(pollers.told).toHaveLength(1), patience);
  await stream.put(0, 'next');
  await vi.waitFor(() => expect(events.map(event => deliveryOf(event).texts).at(-1)).toEqual(['next']), patience);
  expect(events.map(event => deliveryOf(event).texts)).toEqual([
    ['first', 'secret', 'last'],
    ['secret', 'last'],
    ['secret', 'last'],
    ['secret', 'last'],
    ['next'],
  ]);
  const [, secret, last] = events[0]!.Records.map(({ kinesis }) => kinesis);
  const document = failedBatches(pollers);
  expect(document).toEqual([
    {
      requestContext: {
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        functionArn: 'arn:aws:lambda:ap-northeast-2:000000000000:function:test-consumer',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: null },
      version: '1.0',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      KinesisBatchInfo: {
        shardId: 'shardId-000000000000',
        startSequenceNumber: secret!.sequenceNumber,
        endSequenceNumber: last!.sequenceNumber,
        approximateArrivalOfFirstRecord: new Date(secret!.approximateArrivalTimestamp * 1000).toISOString(),
        approximateArrivalOfLastRecord: new Date(last!.approximateArrivalTimestamp * 1000).toISOString(),
        batchSize: 2,
        streamArn: `arn:aws:kinesis:ap-northeast-2:000000000000:stream/${stream.name}`,
      },
    },
  ]);
  expect(pollers.told).toEqual([
    {
      event: 'batch-given-up',
      consumer: 'test-consumer',
      records: 2,
      condition: 'RetryAttemptsExhausted',
      file: expect.stringContaining(secret!.sequenceNumber),
    },
  ]);
});

test('an answer that names no record of the batch fails the whole batch', async () => {
  const stream = await testStream(client, 1);
  await stream.put(0, 'a', 'b');
  const deliveries: (readonly string[])[] = [];
  await testPollers(stream, {
    declarations: [declared()],
    async invoke(_, event) {
      deliveries.push(deliveryOf(event).texts);
      return deliveries.length === 1 ? { batchItemFailures: [{ itemIdentifier: 'unknown' }] } : undefined;
    },
  });
  await vi.waitFor(() => expect(deliveries).toEqual([['a', 'b'], ['a'], ['b']]), patience);
});

test('a shard whose batch is tried again and again does not hold others up', async () => {
  const stream = await testStream(client, 3);
  const effects: string[] = [];
  let failures = 0;
  await testPollers(stream, {
    declarations: [declared({ retries: { attempts: 10_000, maximumAgeSeconds: 3_600 } })],
    async invoke(_, event) {
      const { shard, texts } = deliveryOf(event);
      if (shard === 1) {
        failures++;
        return failedFrom(event, 0);
      }
      effects.push(...texts);
    },
  });
  await stream.put(1, 'stuck');
  await vi.waitFor(() => expect(failures).toBe(1), patience);
  for (const text of numbered(20)) await Promise.all([stream.put(0, `a-${text}`), stream.put(2, `b-${text}`)]);
  await vi.waitFor(() => expect(effects).toHaveLength(40), patience);
  await vi.waitFor(() => expect(failures).toBeGreaterThanOrEqual(2), patience);
});

test('a function that hangs is given up after its time, and its batch comes again', async () => {
  const stream = await testStream(client, 1);
  await stream.put(0, 'a');
  const deliveries: (readonly string[])[] = [];
  const pollers = await testPollers(stream, {
    declarations: [declared({ timeoutSeconds: 0.05 })],
    async invoke(_, event) {
      deliveries.push(deliveryOf(event).texts);
      if (deliveries.length === 1) await new Promise(() => {});
    },
  });
  await vi.waitFor(() => expect(deliveries).toEqual([['a'], ['a']]), patience);
  expect(pollers.told).toEqual([
    {
      event: 'batch-threw',
      consumer: 'test-consumer',
      error: expect.objectContaining({ name: 'FunctionTimedOut' }),
    },
  ]);
});

test('records that are too old are not delivered but told of', async () => {
  const stream = await testStream(client, 1);
  await stream.put(0, 'old', 'as old');
  const clock = movedClock();
  clock.move(61_000);
  const seen: string[] = [];
  const pollers = await testPollers(stream, {
    declarations: [declared({ retries: { attempts: 5, maximumAgeSeconds: 60 } })],
    invoke: async (_, event) => void seen.push(...deliveryOf(event).texts),
    clock,
  });
  await vi.waitFor(() => expect(pollers.told).toHaveLength(1), patience);
  expect(seen).toEqual([]);
  expect(failedBatches(pollers)).toMatchObject([
    {
      requestContext: { condition: 'RecordAgeExceeded', approximateInvokeCount: 0 },
      KinesisBatchInfo: { batchSize: 2 },
    },
  ]);
});
