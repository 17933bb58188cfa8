import { type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { startStreams } from '../../local/engines/streams.ts';
import type { Database } from '../../platform/db/database.ts';
import { columns, type EventRow } from '../../platform/events/event-store.ts';
import { publishedFrom } from '../../platform/events/published-event.ts';
import { createRelay, type Publish } from '../../platform/events/relay.ts';
import { createKinesisClient } from '../../platform/streams/client.ts';
import { putRecords, type StreamRecord } from '../../platform/streams/producer.ts';
import { charged } from '../unit/platform/events/wallet.ts';
import { inDatabase } from './database.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';
import { measureLatency } from './relay-latency.ts';

export const relayBench: Bench = {
  'relay-drain': drains,
  'relay-drain-hot': drainsHot,
  'relay-latency': () => withStreams(measureLatency),
};

const ROUNDS = 7;
const BUDGET_MS = 60_000;
const PER_CALL = 500;
const STREAM = 'user-events';

/** On a database and a stream server, each in a process of its own. */
function withStreams<Result>(measure: (database: Database, client: KinesisClient) => Promise<Result>): Promise<Result> {
  return inDatabase(
    10,
    async database => {
      const engine = await startStreams();
      const client = createKinesisClient('local', engine.endpoint);
      try {
        return await measure(database, client);
      } finally {
        client.destroy();
        await engine.stop();
      }
    },
    // When each transaction was committed.
    { track_commit_timestamp: 'on' },
  );
}

const into =
  (client: KinesisClient): Publish =>
  (stream, records, signal) =>
    putRecords(client, stream, records, { signal });

/** Draining 20,000 events of 500 streams, 40 of each, and putting the same events bare, a record each. */
function drains(): Promise<readonly Figure[]> {
  return withStreams(async (database, client) => {
    const records = await fill(database, 500, 40);
    const rates = await compare(records.length, {
      'bare PutRecords, 500 a call': () => putBare(client, records, PER_CALL),
      relay: () => drain(database, client, records.length),
    });
    return [figure('relay-drain', rates, 'relay', 'bare PutRecords, 500 a call')];
  });
}

/** One stream of 2,000: a call takes one record of a key at a time, so that one event a record would leave at one a call. */
function drainsHot(): Promise<readonly Figure[]> {
  return withStreams(async (database, client) => {
    const records = await fill(database, 1, 2_000);
    const rates = await compare(records.length, {
      'bare PutRecords, 500 a call': () => putBare(client, records, PER_CALL),
      'bare PutRecords, 1 a call': () => putBare(client, records, 1),
      relay: () => drain(database, client, records.length),
    });
    return [
      figure('relay-drain-hot', rates, 'relay', 'bare PutRecords, 500 a call'),
      figure('relay-drain-hot:one-a-call', rates, 'relay', 'bare PutRecords, 1 a call'),
    ];
  });
}

/** Appends events round by round, one of each stream; gives a record of each. */
async function fill(database: Database, streams: number, each: number): Promise<readonly StreamRecord[]> {
  const { type, schemaVersion, data } = charged.of({ amount: 1 });
  await database.sql`
    insert into events (stream_id, version, type, schema_version, data, metadata, occurred_at)
    select 'wallet-' || stream, version, ${type}, ${schemaVersion}, ${database.sql.json(data)},
      '{"requestId": "JKJaXmPLvHcESHA="}', '2026-01-01T00:00:00Z'
    from generate_series(1, ${each}::integer) as version, generate_series(1, ${streams}::integer) as stream
    order by version, stream`;
  const rows = await database.sql<EventRow[]>`
    select ${columns(database.sql)} from events order by transaction_id, global_position`;
  return rows.map(row => ({ partitionKey: row.streamId, data: Buffer.from(JSON.stringify(publishedFrom(row))) }));
}

/** The relay from the first event on. */
async function drain(database: Database, client: KinesisClient, count: number): Promise<number> {
  await database.sql`update event_relay set transaction_id = '0', global_position = 0`;
  const start = performance.now();
  const { published } = await createRelay({ database, budgetMs: BUDGET_MS, publish: into(client) }).run();
  if (published !== count) throw new Error(`The relay published ${published} of ${count} events`);
  return performance.now() - start;
}

/** As many calls at once as the relay has for a page. */
async function putBare(client: KinesisClient, records: readonly StreamRecord[], perCall: number): Promise<number> {
  const start = performance.now();
  const calls: Promise<unknown>[] = [];
  for (let at = 0; at < records.length; at += perCall) {
    const Records = records
      .slice(at, at + perCall)
      .map(({ partitionKey, data }) => ({ PartitionKey: partitionKey, Data: data }));
    calls.push(client.send(new PutRecordsCommand({ StreamName: STREAM, Records })));
    if (perCall === 1 || calls.length === 2) await Promise.all(calls.splice(0));
  }
  await Promise.all(calls);
  return performance.now() - start;
}

/** Events a second of each contender, round by round, in turns: what slows the machine for a while slows all of them. */
async function compare<Name extends string>(
  count: number,
  contenders: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(contenders) as Name[];
  const rates = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of names) {
      const milliseconds = await contenders[name]();
      // The first round warms up.
      if (round >= 0) rates[name].push((count / milliseconds) * 1000);
    }
  }
  const rows = names.map(name => ({ name, 'events/s': median(rates[name]) }));
  showTable(`${count.toLocaleString('en-US')} events`, rows);
  return rates;
}

function figure<Name extends string>(
  name: string,
  rates: Readonly<Record<Name, readonly number[]>>,
  ours: NoInfer<Name>,
  theirs: NoInfer<Name>,
): Figure {
  return {
    name,
    value: rounded(median(rates[ours])),
    unit: 'events/s',
    against: `${theirs} ${rounded(median(rates[theirs]))}`,
    ratio: rounded(median(rates[ours].map((rate, round) => rate / rates[theirs][round]!))),
  };
}
