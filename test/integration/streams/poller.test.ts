import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type StreamsEngine, startStreams } from '../../../local/engines/streams.ts';
import { createKinesisClient } from '../../../platform/streams/client.ts';
import { type Delivery, declared, deliveryOf } from './poller-declared.ts';
import { movedClock, testPollers, testStream } from './poller-stream.ts';

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
const numbered = (count: number, prefix = 'r') => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const textsOf = (deliveries: readonly Delivery[], shard = 0) =>
  deliveries.filter(each => each.shard === shard).flatMap(({ texts }) => texts);

test('a function gets what Lambda gives it', async () => {
  const stream = await testStream(client, 2);
  const invoke = vi.fn(async () => undefined);
  const before = Date.now();
  await stream.put(1, 'hello');
  await testPollers(stream, { declarations: [declared({ timeoutSeconds: 30 })], invoke });
  await vi.waitFor(() => expect(invoke).toHaveBeenCalled(), patience);
  const [declaration, event, context] = invoke.mock.calls[0] as unknown as Parameters<
    NonNullable<Parameters<typeof testPollers>[1]['invoke']>
  >;
  expect(declaration.name).toBe('test-consumer');
  expect(event).toEqual({
    Records: [
      {
        kinesis: {
          kinesisSchemaVersion: '1.0',
          partitionKey: 'key-1',
          sequenceNumber: expect.stringMatching(/^\d+$/),
          data: Buffer.from('hello').toString('base64'),
          approximateArrivalTimestamp: expect.any(Number),
        },
        eventSource: 'aws:kinesis',
        eventVersion: '1.0',
        eventID: expect.stringMatching(/^shardId-000000000001:\d+$/),
        eventName: 'aws:kinesis:record',
        invokeIdentityArn: expect.stringMatching(/^arn:aws:iam::/),
        awsRegion: 'ap-northeast-2',
        eventSourceARN: `arn:aws:kinesis:ap-northeast-2:000000000000:stream/${stream.name}`,
      },
    ],
  });
  const [{ kinesis, eventID }] = event.Records as [(typeof event.Records)[number]];
  expect(eventID).toBe(`shardId-000000000001:${kinesis.sequenceNumber}`);
  const arrived = kinesis.approximateArrivalTimestamp * 1000;
  expect(arrived).toBeGreaterThanOrEqual(before);
  expect(arrived).toBeLessThanOrEqual(Date.now());
  expect(context).toMatchObject({
    awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    functionName: 'test-consumer',
  });
  expect(context.getRemainingTimeInMillis()).toBeGreaterThan(15_000);
  expect(context.getRemainingTimeInMillis()).toBeLessThanOrEqual(30_000);
});

test('two functions get every record of every shard, each shard in its order and one batch at a time', async () => {
  const stream = await testStream(client, 3);
  const consumers = ['one', 'two'].map(name => declared({ name, batch: { size: 7, windowSeconds: 0 } }));
  const deliveries: (Delivery & { readonly consumer: string })[] = [];
  const running = new Set<string>();
  await stream.put(0, ...numbered(40));
  await testPollers(stream, {
    declarations: consumers,
    async invoke({ name: consumer }, event) {
      const delivery = deliveryOf(event);
      const place = `${consumer} ${delivery.shard}`;
      expect(running.has(place)).toBe(false);
      running.add(place);
      await new Promise(setImmediate);
      running.delete(place);
      deliveries.push({ ...delivery, consumer });
    },
  });
  for (let round = 0; round < 4; round++) {
    for (const shard of [0, 1, 2]) await stream.put(shard, ...numbered(25, `${round}-`));
  }
  await vi.waitFor(() => expect(deliveries.flatMap(({ texts }) => texts)).toHaveLength(2 * (40 + 300)), patience);
  const later = [0, 1, 2, 3].flatMap(round => numbered(25, `${round}-`));
  for (const { name } of consumers) {
    const own = deliveries.filter(({ consumer }) => consumer === name);
    expect(textsOf(own, 0)).toEqual([...numbered(40), ...later]);
    expect(textsOf(own, 1)).toEqual(later);
    expect(textsOf(own, 2)).toEqual(later);
  }
  expect(Math.max(...deliveries.map(({ texts }) => texts.length))).toBe(7);
});

test('a batch is delivered when it has its size, or when its window is over', async () => {
  const stream = await testStream(client, 1);
  const clock = movedClock();
  const deliveries: (readonly string[])[] = [];
  let reads = 0;
  await testPollers(stream, {
    declarations: [declared({ batch: { size: 4, windowSeconds: 60 } })],
    invoke: async (_, event) => void deliveries.push(deliveryOf(event).texts),
    clock,
    rhythm: () => ({ intervalMs: () => 10, sawRecords: () => reads++ }),
  });
  await stream.put(0, 'a', 'b');
  await vi.waitFor(() => expect(reads).toBe(1), patience);
  await stream.put(0, 'c', 'd', 'e');
  await vi.waitFor(() => expect(deliveries).toEqual([['a', 'b', 'c', 'd']]), patience);
  await stream.put(0, 'f');
  await vi.waitFor(() => expect(reads).toBe(3), patience);
  clock.move(59_000);
  await stream.put(0, 'g');
  await vi.waitFor(() => expect(reads).toBe(4), patience);
  expect(deliveries).toHaveLength(1);
  clock.move(1_000);
  await vi.waitFor(() => expect(deliveries.slice(1)).toEqual([['e', 'f', 'g']]), patience);
});

test('a function that comes later begins at the oldest record, and does not hold those up that are ahead', async () => {
  const stream = await testStream(client, 1);
  const texts = numbered(5_000);
  await stream.put(0, ...texts);
  const got: Record<string, string[]> = { fast: [], slow: [] };
  const release = Promise.withResolvers<void>();
  await testPollers(stream, {
    declarations: ['fast', 'slow'].map(name => declared({ name, batch: { size: 1_000, windowSeconds: 0 } })),
    async invoke({ name }, event) {
      got[name]!.push(...deliveryOf(event).texts);
      if (name === 'slow') await release.promise;
    },
  });
  await vi.waitFor(() => expect(got.fast).toHaveLength(5_000), patience);
  expect(got.slow).toEqual(texts.slice(0, 1_000));
  release.resolve();
  await vi.waitFor(() => expect(got.slow).toHaveLength(5_000), patience);
  expect(got).toEqual({ fast: texts, slow: texts });
});

describe('a function that is given two streams', () => {
  test('is started by both, and keeps a checkpoint of each', async () => {
    const [users, consultations] = [await testStream(client, 1), await testStream(client, 1)];
    const seen: string[] = [];
    const declarations = [declared({ sources: ['user-events', 'consultation-events'] })];
    const options = {
      declarations,
      invoke: async (_: unknown, event: Parameters<typeof deliveryOf>[0]) => void seen.push(...deliveryOf(event).texts),
      streamName: (name: string) => (name === 'user-events' ? users.name : consultations.name),
    };
    await users.put(0, 'user');
    await consultations.put(0, 'consultation');
    const pollers = await testPollers(users, options);
    await vi.waitFor(() => expect(seen.toSorted()).toEqual(['consultation', 'user']), patience);
    await pollers.stop();
    await consultations.put(0, 'another');
    await testPollers(users, { ...options, directory: pollers.directory });
    await vi.waitFor(() => expect(seen.slice(2)).toEqual(['another']), patience);
  });
});
