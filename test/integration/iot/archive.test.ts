import { randomUUID } from 'node:crypto';
import { TimestreamQueryClient } from '@aws-sdk/client-timestream-query';
import { TimestreamWriteClient } from '@aws-sdk/client-timestream-write';
import * as fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ARCHIVE, archive } from '../../../functions/iot/archive/consumer.ts';
import { ingest } from '../../../functions/iot/ingest/consumer.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { auroraStore } from '../../../platform/timeseries/aurora-store.ts';
import { timestreamStore } from '../../../platform/timeseries/timestream-store.ts';
import { writeReadings } from '../../../platform/timeseries/timestream-writer.ts';
import { testDatabase } from '../database.ts';
import { insertDevices } from '../timeseries/sensor-readings.ts';
import { TimestreamFake } from '../timeseries/timestream-fake.ts';

const { database, owner } = await testDatabase();
const timestream = new TimestreamFake();
const region = 'ap-northeast-1';
const client = new TimestreamWriteClient({ region });
const history = timestreamStore({ client: new TimestreamQueryClient({ region }), table: timestream.table });

const NOW = Date.parse('2026-05-03T01:02:03.456Z');
const DAY = 86_400_000;
const now = () => new Date(NOW);
const process = archive({ database, now, write: readings => writeReadings(client, timestream.table, readings) });

beforeAll(async () => {
  await owner.sql`select ensure_partitions('2026-04-01', '2026-05-31')`;
});

beforeEach(async () => {
  timestream.empty();
  timestream.now = NOW;
  timestream.failure = undefined;
  await owner.sql`truncate dead_letters`;
});

let sequence = 0;
const stamped = (bytes: Uint8Array, partitionKey: string): StreamRecord => ({
  bytes,
  partitionKey,
  sequenceNumber: String(++sequence).padStart(20, '0'),
});

const input = (recordedAt: number, value = 20, other: object = {}) => ({
  type: 'temperature',
  unit: 'Cel',
  recordedAt,
  value,
  ...other,
});

/** A message of a device, as it lies in the stream. */
function message(deviceId: string, payload: unknown, kind = 'readings'): StreamRecord {
  const bytes = Buffer.from(JSON.stringify(payload)).toString('base64');
  return stamped(Buffer.from(JSON.stringify({ kind, deviceId, receivedAt: NOW, payload: bytes })), deviceId);
}

const batchOf = (records: readonly StreamRecord[]) => ({ stream: 'sensor-data', shard: 'shardId-0', records }) as const;
const deliver = (...records: readonly StreamRecord[]) => process(batchOf(records));

async function device(): Promise<string> {
  const id = randomUUID();
  await insertDevices(database, [id]);
  return id;
}

const readFrom = (deviceId: string) =>
  history.readLatest({ deviceId, type: 'temperature', from: NOW - 60 * DAY, to: NOW + DAY, limit: 10_000 });

const letters = () => database.sql<{ id: string; reason: string; state: string; record: Uint8Array }[]>`
  select id, reason, state, record from dead_letters where consumer = ${ARCHIVE} order by dead_lettered_at, reason`;

const payloadOf = ({ record }: { readonly record: Uint8Array }) =>
  JSON.parse(Buffer.from(JSON.parse(Buffer.from(record).toString()).payload, 'base64').toString());

describe('what is archived', () => {
  test('are readings as ingest would store them, those too late for it as well', async () => {
    const id = await device();
    const rich = input(NOW, 21.55555, { accuracy: 0.255, ambientConditions: { humidity: 40 }, userPresence: true });
    expect(await deliver(message(id, rich), message(id, [input(NOW - 29 * DAY, 1), input(NOW - 1, 2)]))).toEqual({
      counts: { archived: 3, known: 0, rejected: 0, passedOver: 0 },
      deadLetters: 0,
    });
    expect(await readFrom(id)).toEqual([
      {
        recordedAt: NOW,
        value: 21.5556,
        unit: 'Cel',
        accuracy: 0.26,
        reliabilityScore: 1,
        ambientConditions: { humidity: 40 },
        userPresence: true,
      },
      expect.objectContaining({ recordedAt: NOW - 1, value: 2, accuracy: null, reliabilityScore: 0.8 }),
      expect.objectContaining({ recordedAt: NOW - 29 * DAY, value: 1 }),
    ]);
  });

  test('is nothing that breaks the rules of readings, which ingest sets aside', async () => {
    const id = await device();
    const outcome = await deliver(
      message(randomUUID(), input(NOW)),
      message(id, [input(NOW, 500), input(NOW - 1, 20, { unit: 'K' }), input(NOW + DAY), input(NOW)]),
      message(id, 'nonsense'),
      stamped(Buffer.from('{'), 'x'),
    );
    expect(outcome).toEqual({ counts: { archived: 1, known: 0, rejected: 0, passedOver: 6 }, deadLetters: 0 });
    expect(timestream.size).toBe(1);
    expect(await letters()).toEqual([]);
  });

  test.each([
    ['switched off', { status: 'inactive' }],
    ['retired', { status: 'inactive', retired_at: new Date(NOW) }],
  ])('is what ingest has stored, though its device was %s before the archive came to it', async (_, change) => {
    const id = await device();
    const record = message(id, input(NOW, 21.5));
    await ingest({ database, now, hotWindowMs: 30 * DAY })(batchOf([record]));
    await database.sql`update iot_devices set ${database.sql(change)} where id = ${id}`;
    expect(await deliver(record)).toMatchObject({ counts: { archived: 1, passedOver: 0 } });
    expect(await readFrom(id)).toMatchObject([{ recordedAt: NOW, value: 21.5 }]);
  });

  test('is no status message', async () => {
    expect(await deliver(message(await device(), { sentAt: NOW }, 'status'))).toMatchObject({
      counts: { archived: 0 },
    });
    expect(timestream.size).toBe(0);
  });
});

describe('what Timestream does not take', () => {
  test('is set aside with its reason, alone, once however often it comes; the rest is archived', async () => {
    const id = await device();
    const record = message(id, [input(NOW - 31 * DAY, 1), input(NOW, 2), input(NOW - 40 * DAY, 3)]);
    expect(await deliver(record)).toMatchObject({ counts: { archived: 1, rejected: 2 }, deadLetters: 1 });
    expect(await deliver(record)).toMatchObject({ counts: { archived: 1, rejected: 2 }, deadLetters: 0 });
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ reason: 'outside_retention', state: 'open' });
    expect(payloadOf(letter!)).toEqual([input(NOW - 31 * DAY, 1), input(NOW - 40 * DAY, 3)]);
  });

  test('and is sent again is archived when it can be, and set aside again when it cannot', async () => {
    const id = await device();
    await deliver(message(id, [input(NOW - 31 * DAY, 1)]));
    const [letter] = await letters();
    const again = stamped(letter!.record, id);
    const resend = () =>
      database.sql`update dead_letters set state = 'resent', resent_at = now() where id = ${letter!.id}`;
    await resend();
    expect(await deliver(again)).toMatchObject({ deadLetters: 1 });
    expect(await letters()).toMatchObject([{ state: 'open' }]);
    // Registered no longer, as where the database is a copy from before: it is refused before it comes to Timestream.
    await resend();
    await owner.sql`delete from iot_devices where id = ${id}`;
    expect(await deliver(again)).toMatchObject({ deadLetters: 1 });
    expect(await letters()).toMatchObject([{ state: 'open', reason: 'unknown_device' }]);
    await resend();
    await insertDevices(database, [id]);
    timestream.now = NOW - 2 * DAY;
    expect(await deliver(again)).toMatchObject({ counts: { archived: 1 }, deadLetters: 0 });
    expect(await letters()).toMatchObject([{ state: 'done' }]);
  });
});

test('where Timestream fails nothing is set aside, and the batch comes again', async () => {
  const id = await device();
  timestream.failure = Object.assign(new Error('throttled'), { name: 'ThrottlingException' });
  await expect(deliver(message(id, input(NOW)))).rejects.toThrow('throttled');
  expect(await letters()).toEqual([]);
  expect(timestream.size).toBe(0);
});

test('whatever comes twice, in whatever batches, with failures between: both stores tell the same history', async () => {
  const aurora = auroraStore(database);
  const store = ingest({ database, now, hotWindowMs: 30 * DAY });
  const reading = fc.record({
    at: fc.integer({ min: 0, max: 30 }),
    value: fc.integer({ min: -400_000, max: 850_000 }),
  });
  const messages = fc.array(fc.array(reading, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 12 });
  const deliveries = fc.array(
    fc.record({ from: fc.nat(11), size: fc.integer({ min: 1, max: 12 }), fails: fc.boolean() }),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(messages, deliveries, async (sent, plan) => {
      const id = await device();
      const records = sent.map(readings =>
        message(
          id,
          readings.map(({ at, value }) => input(NOW - at, value / 10_000)),
        ),
      );
      /** The shard's order, with repetitions from where a checkpoint may stand. */
      let done = 0;
      for (const { from, size, fails } of [...plan, { from: 0, size: records.length, fails: false }]) {
        const start = Math.min(from, done);
        const batch = records.slice(start, start + size);
        if (batch.length === 0) continue;
        await store(batchOf(batch));
        if (fails) timestream.failure = new Error('lost');
        await process(batchOf(batch)).catch(() => process(batchOf(batch)));
        timestream.failure = undefined;
        done = Math.max(done, start + batch.length);
      }
      const query = { deviceId: id, type: 'temperature', from: NOW - 1_000, to: NOW + 1_000, limit: 1_000 };
      const archived = await history.readLatest(query);
      expect(archived).toEqual(await aurora.readLatest(query));
      const first = new Map<number, number>();
      for (const { at, value } of sent.flat()) if (!first.has(at)) first.set(at, value / 10_000);
      expect(archived.map(({ recordedAt, value }) => [NOW - recordedAt, value])).toEqual(
        [...first].toSorted(([one], [other]) => one - other),
      );
    }),
    { numRuns: 40 },
  );
});
