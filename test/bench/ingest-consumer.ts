import { createHash } from 'node:crypto';
import { ingest } from '../../functions/iot/ingest/consumer.ts';
import { readDeviceRecord } from '../../functions/iot/ingest/read-record.ts';
import type { Reading } from '../../functions/iot/readings/reading.ts';
import { readingTypes } from '../../functions/iot/readings/reading-types.ts';
import { reliabilityOf } from '../../functions/iot/readings/reliability.ts';
import { arrayLiteral } from '../../platform/db/array-literal.ts';
import type { Database } from '../../platform/db/database.ts';
import type { DeviceRecord } from '../../platform/mqtt/device-record.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { streamFunction } from '../../platform/streams/stream-function.ts';
import { streams } from '../../platform/streams/streams.ts';
import { kinesisEvent } from '../unit/platform/streams/kinesis-event.ts';
import { inDatabase } from './database.ts';
import { type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

/** Batches at once: what two cores keep busy. */
const CONCURRENCY = 4;
const DEVICES = 200;
/** Readings in a batch. */
const BATCH = 1_000;
/** Batches a round, of each contender. */
const BATCHES = 48;
const ROUNDS = 7;
/** Of a device: between two of its readings. */
const INTERVAL_MS = 20;
const HOT_WINDOW_MS = 30 * 86_400_000;

/** Gives the next batch of some shard. */
type NextBatch = () => readonly Uint8Array[];

/**
 * The consumer alone: batches of 1,000 new readings as Lambda gives them to the function, each of one shard's devices, until they
 * are committed with their aggregates. Held against one `insert … select from unnest` of the same rows, which passes over what is
 * there, and shown beside one that fails at it.
 */
export async function ingestConsumer(): Promise<readonly Figure[]> {
  return inDatabase(CONCURRENCY, async database => {
    const devices = await makeDevices(database);
    const former = logTo(() => {});
    try {
      return [
        await measure('consumer', database, batches(devices, 1)),
        await measure('consumer:array', database, batches(devices, 50)),
      ];
    } finally {
      logTo(former);
    }
  });
}

async function makeDevices({ sql }: Pick<Database, 'sql'>): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position, alert_thresholds)
    select 'bench-' || number, 'multi', 'bench', '{}', '{"temperature": {"max": 60}}'
    from generate_series(1, ${DEVICES}::int) as number returning id`;
  return rows.map(({ id }) => id);
}

/** Of one shard after another, each with its own devices, whose readings follow one another. */
function batches(devices: readonly string[], readingsInRecord: number): NextBatch {
  const { shards } = streams['sensor-data'];
  const byShard = [...Map.groupBy(devices, id => createHash('md5').update(id).digest()[0]! % shards).values()];
  const types = Object.keys(readingTypes) as (keyof typeof readingTypes)[];
  const start = Date.now() - 86_400_000;
  const written = new Map(devices.map(id => [id, 0]));
  let turn = 0;
  return () => {
    const ofShard = byShard[turn++ % byShard.length]!;
    return Array.from({ length: BATCH / readingsInRecord }, (_, at) => {
      const deviceId = ofShard[at % ofShard.length]!;
      const first = written.get(deviceId)!;
      written.set(deviceId, first + readingsInRecord);
      const readings = Array.from({ length: readingsInRecord }, (_, position) => {
        const number = first + position;
        const type = types[number % types.length]!;
        return {
          type,
          value: (number % 100) / 100,
          unit: readingTypes[type].unit,
          recordedAt: start + number * INTERVAL_MS,
        };
      });
      const record: DeviceRecord = {
        kind: 'readings',
        deviceId,
        receivedAt: Date.now(),
        payload: Buffer.from(JSON.stringify(readingsInRecord === 1 ? readings[0] : readings)).toString('base64'),
      };
      return Buffer.from(JSON.stringify(record));
    });
  };
}

async function measure(name: string, database: Database, next: NextBatch): Promise<Figure> {
  const now = () => new Date();
  const handler = streamFunction({ name: 'ingest', process: ingest({ database, now, hotWindowMs: HOT_WINDOW_MS }) });
  const contenders = {
    'plain insert': prepared(next, readingsOf, readings => insertBare(database, readings, '')),
    'bare insert': prepared(next, readingsOf, readings => insertBare(database, readings, 'on conflict do nothing')),
    consumer: prepared(next, eventOf, async event => {
      const { batchItemFailures } = await handler(event, { awsRequestId: 'bench' });
      if (batchItemFailures.length > 0) throw new Error('The consumer did not take a batch');
    }),
  };
  const rates: Record<keyof typeof contenders, number[]> = { 'plain insert': [], 'bare insert': [], consumer: [] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const contender of ['plain insert', 'bare insert', 'consumer'] as const) {
      const rate = await contenders[contender]();
      // The first warms up.
      if (round >= 0) rates[contender].push(rate);
    }
  }
  const ratioTo = (peer: keyof typeof contenders) =>
    rounded(median(rates.consumer.map((rate, round) => rate / rates[peer][round]!)));
  showTable(
    `${name}: batches of ${BATCH} readings, ${CONCURRENCY} at once`,
    Object.keys(rates).map(contender => ({
      contender,
      'readings/s': median(rates[contender as keyof typeof contenders]),
      'consumer’s share of it': ratioTo(contender as keyof typeof contenders),
    })),
  );
  return {
    name,
    value: rounded(median(rates.consumer)),
    unit: 'readings/s',
    against: `bare insert ${rounded(median(rates['bare insert']))}`,
    ratio: ratioTo('bare insert'),
  };
}

/** A round of a contender, whose batches are made before the clock starts; gives readings a second. */
function prepared<Batch>(
  next: NextBatch,
  prepare: (records: readonly Uint8Array[]) => Batch,
  take: (batch: Batch) => Promise<void>,
): () => Promise<number> {
  return async () => {
    const waiting = Array.from({ length: BATCHES }, () => prepare(next()));
    const start = performance.now();
    const worker = async () => {
      for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) await take(batch);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
    return ((BATCHES * BATCH) / (performance.now() - start)) * 1_000;
  };
}

let sequence = 0;

function eventOf(records: readonly Uint8Array[]) {
  return kinesisEvent(
    records.map(data => ({ data, partitionKey: 'bench', sequenceNumber: String(sequence++) })),
    'sensor-data',
  );
}

function readingsOf(records: readonly Uint8Array[]): readonly Reading[] {
  return records.flatMap(bytes => readDeviceRecord(bytes, new Date()).readings);
}

async function insertBare({ sql }: Database, readings: readonly Reading[], onConflict: string): Promise<void> {
  await sql`
    insert into sensor_readings (device_id, reading_type, value, unit, reliability_score, recorded_at)
    select device_id, reading_type, value, unit, reliability_score, to_timestamp(seconds)
    from unnest(
      ${arrayLiteral(readings.map(({ deviceId }) => deviceId))}::text::uuid[],
      ${arrayLiteral(readings.map(({ type }) => type))}::text::text[],
      ${arrayLiteral(readings.map(({ value }) => value))}::text::numeric[],
      ${arrayLiteral(readings.map(({ type }) => readingTypes[type].unit))}::text::text[],
      ${arrayLiteral(readings.map(reliabilityOf))}::text::numeric[],
      ${arrayLiteral(readings.map(({ recordedAt }) => recordedAt / 1000))}::text::float8[]
    ) as given (device_id, reading_type, value, unit, reliability_score, seconds)
    ${sql.unsafe(onConflict)}`;
}
