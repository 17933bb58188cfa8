import { setTimeout as delay } from 'node:timers/promises';
import {
  GetRecordsCommand,
  type GetRecordsOutput,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
} from '@aws-sdk/client-kinesis';
import type { Database } from '../../platform/db/database.ts';
import { append } from '../../platform/events/event-store.ts';
import { publishing } from '../../platform/events/publishing.ts';
import { createRelay } from '../../platform/events/relay.ts';
import { putRecords } from '../../platform/streams/producer.ts';
import { eventsIn } from '../integration/events/events-in.ts';
import { charged } from '../unit/platform/events/wallet.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import { type Figure, rounded, showTable } from './figure.ts';

const WRITES_PER_SECOND = 200;
const WARM_UP_SECONDS = 2;
const SECONDS = 10;
const STREAMS = 500;
/** As `publishing` has where deployed. */
const BUDGET_MS = 300;
const LONG_MS = 60_000;
const LIMIT_MS = 1_000;

/**
 * 200 writes a second, begun at random instants, each a transaction with one event on one of 500 streams. From the commit, by
 * the server's own record of it (pg_xact_commit_timestamp), to the record's arrival in the stream. The stream server tells that
 * in whole milliseconds, of which the end counts: a figure is up to 1 ms too long, and never too short. And how long the writes
 * take, with publishing and without.
 */
export async function measureLatency(database: Database, client: KinesisClient): Promise<readonly Figure[]> {
  const relayFor = (budgetMs: number) =>
    createRelay({
      database,
      budgetMs,
      publish: (stream, records, signal) => putRecords(client, stream, records, { signal }),
    });
  const bare = await writesOn(database, 'bare');
  await relayFor(LONG_MS).run();
  const published = await writesOn(publishing(database, relayFor(BUDGET_MS)), 'published');
  const left = await relayFor(LONG_MS).run();
  const delays = await delaysOf(database, client, 'published');

  const rows = { 'commit to arrival': delays, 'write, publishing': published, 'write, bare': bare };
  showTable(
    `${delays.length} writes, ${WRITES_PER_SECOND} a second (left at the end: ${left.published}), ms`,
    Object.entries(rows).map(([name, values]) => ({
      name,
      p50: quantile(values, 0.5),
      p95: quantile(values, 0.95),
      p99: quantile(values, 0.99),
      longest: quantile(values, 1),
    })),
  );
  const figure = (name: string, share: number): Figure => ({
    name,
    value: rounded(quantile(delays, share)),
    unit: 'ms',
    against: `at most ${LIMIT_MS}`,
    ratio: rounded(LIMIT_MS / quantile(delays, share)),
  });
  return [
    figure('relay-latency', 0.5),
    figure('relay-latency:p95', 0.95),
    {
      name: 'relay-latency:write',
      value: rounded(quantile(published, 0.5)),
      unit: 'ms',
      against: `without publishing ${rounded(quantile(bare, 0.5))}`,
      ratio: rounded(quantile(bare, 0.5) / quantile(published, 0.5)),
    },
  ];
}

/** Milliseconds of each write after the warm-up. Writes begin at their times, whether those before have ended or not. */
async function writesOn(database: Pick<Database, 'transaction'>, prefix: string): Promise<readonly number[]> {
  const random = seededRandom(7);
  const took: number[] = [];
  const writes: Promise<void>[] = [];
  const start = performance.now();
  const write = async (measured: boolean) => {
    const begun = performance.now();
    const stream = `${prefix}-${measured ? '' : 'warm-up-'}${Math.floor(random() * STREAMS)}`;
    await database.transaction(tx =>
      append(tx, stream, 'any', [charged.of({ amount: 1 })], { occurredAt: new Date('2026-01-01T00:00:00Z') }),
    );
    if (measured) took.push(performance.now() - begun);
  };
  for (let at = 0; at < (WARM_UP_SECONDS + SECONDS) * 1000; ) {
    await delay(Math.max(0, start + at - performance.now()));
    writes.push(write(at >= WARM_UP_SECONDS * 1000));
    // The time to the next of independent writers.
    at += (-Math.log(1 - random()) * 1000) / WRITES_PER_SECOND;
  }
  await Promise.all(writes);
  return took;
}

/** Milliseconds from commit to arrival, of each event of the streams of a name. */
async function delaysOf(database: Database, client: KinesisClient, prefix: string): Promise<readonly number[]> {
  const pattern = `${prefix}-%`;
  const committed = await database.sql<{ id: string; at: number }[]>`
    select stream_id || '/' || version as id,
      extract(epoch from pg_xact_commit_timestamp(xmin))::double precision * 1000 as at
    from events where stream_id like ${pattern} and stream_id not like '%warm-up%'`;
  const arrivals = await arrivalsIn(client, 'user-events');
  return committed.map(({ id, at }) => arrivals.get(id)! - at);
}

/** When each event first arrived. */
async function arrivalsIn(client: KinesisClient, StreamName: string): Promise<ReadonlyMap<string, number>> {
  const arrivals = new Map<string, number>();
  const { Shards = [] } = await client.send(new ListShardsCommand({ StreamName }));
  for (const { ShardId } of Shards) {
    const start = { StreamName, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let { ShardIterator } = await client.send(new GetShardIteratorCommand(start));
    for (let count = 1; count > 0; ) {
      const page: GetRecordsOutput = await client.send(new GetRecordsCommand({ ShardIterator }));
      for (const { Data, ApproximateArrivalTimestamp } of page.Records ?? []) {
        for (const { id } of eventsIn(Data!)) {
          if (!arrivals.has(id)) arrivals.set(id, ApproximateArrivalTimestamp!.getTime() + 1);
        }
      }
      count = page.Records?.length ?? 0;
      ShardIterator = page.NextShardIterator;
    }
  }
  return arrivals;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
