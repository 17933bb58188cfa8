import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activityStream, featureUsed } from '../../functions/analytics/events.ts';
import { warehouseFeed } from '../../functions/analytics/warehouse-feed/consumer.ts';
import { startStreams } from '../../local/engines/streams.ts';
import { startPollers } from '../../local/streams/pollers.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import { consumerFunction } from '../../platform/events/consumer-function.ts';
import type { EventConsumer } from '../../platform/events/event-consumer.ts';
import type { EventRow } from '../../platform/events/event-store.ts';
import { publishedFrom } from '../../platform/events/published-event.ts';
import type { StreamDeclaration } from '../../platform/manifest/domain.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { createKinesisClient } from '../../platform/streams/client.ts';
import { putRecords, type StreamRecord } from '../../platform/streams/producer.ts';
import type { StreamHandler } from '../../platform/streams/stream-function.ts';
import { kinesisEvent } from '../unit/platform/streams/kinesis-event.ts';
import { inDatabase } from './database.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const consumerBench: Bench = { 'consumer-handler': handlers, 'consumer-poller': throughPoller };

const ROUNDS = 7;
/** Batches a round. */
const BATCHES = 10;
const BATCH = 1_000;
const USERS = 500;

/** The least that a consumer does: one statement a batch. */
const counting: EventConsumer<typeof featureUsed> = {
  name: 'counting',
  types: [featureUsed],
  apply: (tx, events) =>
    count(
      tx,
      events.map(({ streamId }) => streamId),
    ),
};

/** An upsert of a row for each event's stream. */
async function count(sql: Sql, streamIds: readonly string[]): Promise<void> {
  await sql`
    insert into counted as kept (stream_id, count)
    select stream_id, count(*) from unnest(${streamIds}::text[]) as stream_id group by 1
    on conflict (stream_id) do update set count = kept.count + excluded.count`;
}

const users = Array.from({ length: USERS }, () => crypto.randomUUID());
let written = 0;

/** The next events of the users, in turns, as the relay publishes them. */
function nextRecords(many: number): readonly StreamRecord[] {
  return Array.from({ length: many }, () => {
    const at = written++;
    const userId = users[at % USERS]!;
    const row = {
      streamId: activityStream(userId),
      version: Math.floor(at / USERS) + 1,
      globalPosition: String(at + 1),
      ...featureUsed.of({ userId, appSessionId: null, category: 'luck' }),
      metadata: { requestId: 'JKJaXmPLvHcESHA=' },
      occurredAt: new Date(Date.parse('2026-01-01T00:00:00Z') + at * 1_000),
    };
    return {
      partitionKey: row.streamId,
      data: Buffer.from(JSON.stringify(publishedFrom(row as unknown as EventRow))),
    };
  });
}

/**
 * Batches of 1,000 new events as Lambda gives them to the functions, one after another: of a consumer that counts, and of the
 * warehouse's. Held against the counting one's statement alone, for the same rows.
 */
function handlers(): Promise<readonly Figure[]> {
  return inDatabase(1, async database => {
    await database.sql`create table counted (stream_id text primary key, count bigint not null)`;
    const former = logTo(() => {});
    const functions = {
      counting: functionOf(counting, database),
      'warehouse feed': functionOf(warehouseFeed, database),
    };
    const rates: Record<string, number[]> = { 'bare upsert': [], counting: [], 'warehouse feed': [] };
    for (let round = -1; round < ROUNDS; round++) {
      const batches = Array.from({ length: BATCHES }, () => nextRecords(BATCH));
      const events = batches.map(batch =>
        kinesisEvent(batch.map(({ data, partitionKey }, at) => ({ data, partitionKey, sequenceNumber: String(at) }))),
      );
      const measured: Record<string, number> = {
        'bare upsert': await rateOf(async batch => {
          const keys = batches[batch]!.map(({ partitionKey }) => partitionKey);
          await database.transaction(tx => count(tx, keys));
        }),
      };
      for (const [name, handler] of Object.entries(functions)) {
        measured[name] = await rateOf(async batch => {
          const { batchItemFailures } = await handler(events[batch]!, { awsRequestId: 'bench' });
          if (batchItemFailures.length > 0) throw new Error(`${name} did not take a batch`);
        });
      }
      // The first warms up.
      if (round >= 0) for (const [name, rate] of Object.entries(measured)) rates[name]!.push(rate);
    }
    logTo(former);
    showTable('batches of 1,000 events, one after another', tableOf(rates));
    return [
      figure('consumer-handler', rates, 'counting', 'bare upsert'),
      figure('consumer-handler:warehouse-feed', rates, 'warehouse feed', 'bare upsert'),
    ];
  });
}

const POLLED = 20_000;

/** 20,000 events in a stream of 12 shards, from the start of the poller to the last effect; and the statement alone. */
function throughPoller(): Promise<readonly Figure[]> {
  return inDatabase(12, async database => {
    await database.sql`create table counted (stream_id text primary key, count bigint not null)`;
    const engine = await startStreams();
    const client = createKinesisClient('local', engine.endpoint);
    const directory = await mkdtemp(join(tmpdir(), 'heal7-bench-poller-'));
    const former = logTo(() => {});
    const rates: Record<string, number[]> = { 'bare upsert': [], 'through the poller': [] };
    try {
      for (let round = -1; round < ROUNDS; round++) {
        const records = nextRecords(POLLED);
        const keys = records.map(({ partitionKey }) => partitionKey);
        await putRecords(client, 'user-events', records, { signal: AbortSignal.timeout(60_000) });
        const bare = await rateOf(async batch => {
          await database.transaction(tx => count(tx, keys.slice(batch * BATCH, (batch + 1) * BATCH)));
        }, POLLED / BATCH);
        const polled = await polledRate(functionOf(counting, database), client, directory);
        if (round < 0) continue;
        rates['bare upsert']!.push(bare);
        rates['through the poller']!.push(polled);
      }
    } finally {
      logTo(former);
      client.destroy();
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    }
    showTable('20,000 events in 12 shards', tableOf(rates));
    return [figure('consumer-poller', rates, 'through the poller', 'bare upsert')];
  });
}

/** Until all that was put has been taken. */
async function polledRate(
  handler: StreamHandler,
  client: Parameters<typeof startPollers>[0]['client'],
  directory: string,
): Promise<number> {
  const declaration: StreamDeclaration = {
    name: counting.name,
    purpose: 'Counts',
    entry: '',
    sources: ['user-events'],
    batch: { size: BATCH, windowSeconds: 0 },
    retries: { attempts: 10, maximumAgeSeconds: 60 },
    memoryMb: 128,
    timeoutSeconds: 60,
    alarms: [],
  };
  let taken = 0;
  const all = Promise.withResolvers<void>();
  const start = performance.now();
  const pollers = await startPollers({
    declarations: [declaration],
    client,
    directory,
    streamName: stream => stream,
    invoke: async (_, event, context) => {
      const response = await handler(event, context);
      taken += event.Records.length;
      if (taken >= POLLED) all.resolve();
      return response;
    },
  });
  await all.promise;
  const rate = (POLLED / (performance.now() - start)) * 1_000;
  await pollers.stop();
  return rate;
}

const functionOf = <Type extends typeof featureUsed>(
  consumer: EventConsumer<Type> | typeof warehouseFeed,
  database: Database,
) => consumerFunction(consumer as EventConsumer, { database: () => database });

/** Events a second. */
async function rateOf(work: (batch: number) => Promise<void>, batches = BATCHES): Promise<number> {
  const start = performance.now();
  for (let batch = 0; batch < batches; batch++) await work(batch);
  return ((batches * BATCH) / (performance.now() - start)) * 1_000;
}

function figure(
  name: string,
  rates: Readonly<Record<string, readonly number[]>>,
  ours: string,
  theirs: string,
): Figure {
  return {
    name,
    value: rounded(median(rates[ours]!)),
    unit: 'events/s',
    against: `${theirs} ${rounded(median(rates[theirs]!))}`,
    ratio: rounded(median(rates[ours]!.map((rate, round) => rate / rates[theirs]![round]!))),
  };
}

function tableOf(rates: Readonly<Record<string, readonly number[]>>) {
  return Object.entries(rates).map(([name, rounds]) => ({ name, 'events/s': median(rounds) }));
}
