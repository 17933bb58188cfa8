import * as z from 'zod';
import type { Database, Transaction } from '../../../platform/db/database.ts';
import { batchConsumer } from '../../../platform/events/consume-batch.ts';
import type { ConsumerContext, EventConsumer } from '../../../platform/events/event-consumer.ts';
import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import { type Event, eventType } from '../../../platform/events/event-type.ts';
import { publishedFrom } from '../../../platform/events/published-event.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import type { StreamName } from '../../../platform/streams/streams.ts';

/** A consumer that exists for tests: it counts, adds up, and keeps the order of what it saw of each stream. */

export const counted = eventType({
  name: 'test.counted',
  version: 2,
  summary: 'Something was counted.',
  data: z.strictObject({ amount: z.int(), note: z.string() }),
  upcast: data => ({ ...(data as object), note: 'old' }),
});
export const ignored = eventType({
  name: 'test.ignored',
  version: 1,
  summary: 'Nobody cares.',
  data: z.strictObject({}),
});

/** An amount at which the consumer's own code gives up, and one that the table does not take. */
export const REFUSED_BY_CODE = 666;
export const REFUSED_BY_TABLE = -1;

type Counted = RecordedEvent<typeof counted>;

/** As the owner: what the consumers keep. */
export async function createTallyTables({ sql }: Database): Promise<void> {
  await sql.unsafe(`
    create table tallies (
      stream_id text primary key,
      count integer not null,
      total bigint not null check (total >= 0),
      trail text not null
    )`);
  await sql.unsafe(`
    create table dwh.amounts (
      amount integer, day date, count integer not null, primary key (amount, day)
    )`);
  await sql.unsafe('create table sums (name text primary key, total numeric not null)');
}

async function apply(tx: Transaction, events: readonly Counted[], context: ConsumerContext): Promise<void> {
  if (events.some(({ data }) => data.amount === REFUSED_BY_CODE)) throw new RangeError(`no ${REFUSED_BY_CODE}: 홍길동`);
  for (const [streamId, own] of Map.groupBy(events, event => event.streamId)) {
    // Order matters: each total has to be there for the next.
    const trail = own.map(({ version, data }) => `${version}:${data.amount} `).join('');
    const total = own.reduce((sum, { data }) => sum + data.amount, 0);
    const refused = own.some(({ data }) => data.amount === REFUSED_BY_TABLE);
    await tx`
      insert into tallies as kept (stream_id, count, total, trail)
      values (${streamId}, ${own.length}, ${refused ? -1 : total}, ${trail})
      on conflict (stream_id) do update set
        count = kept.count + excluded.count, total = case when excluded.total < 0 then -1 else kept.total + excluded.total end,
        trail = kept.trail || excluded.trail`;
  }
  const byAmount = Map.groupBy(events, ({ data }) => data.amount);
  await tx`
    insert into ${tx(context.table('dwh.amounts'))} as kept (amount, day, count)
    select amount, ${events[0]!.occurredAt.toISOString().slice(0, 10)}::date, count
    from unnest(${[...byAmount.keys()]}::integer[], ${[...byAmount.values()].map(({ length }) => length)}::integer[])
      as counted (amount, count)
    on conflict (amount, day) do update set count = kept.count + excluded.count`;
}

export const tally: EventConsumer<typeof counted> = {
  name: 'tally',
  types: [counted],
  apply,
  projection: { tables: ['dwh.amounts', 'tallies'] },
};

/** Another, beside it. */
export const summing: EventConsumer<typeof counted> = {
  name: 'summing',
  types: [counted],
  apply: async (tx, events) => {
    const total = events.reduce((sum, { data }) => sum + data.amount, 0);
    await tx`
      insert into sums as kept (name, total) values ('all', ${total})
      on conflict (name) do update set total = kept.total + excluded.total`;
  },
  projection: { tables: ['sums'] },
};

/** Something that happened, as a test says it. */
export interface Happened {
  readonly streamId: string;
  readonly version: number;
  readonly event: Event;
}

export const happened = (streamId: string, version: number, amount: number): Happened => ({
  streamId,
  version,
  event: counted.of({ amount, note: 'n' }),
});

export const OCCURRED_AT = new Date('2026-01-02T03:04:05.678Z');

/** As the relay publishes it. */
export function recordOf({ streamId, version, event }: Happened, sequenceNumber: string | number): StreamRecord {
  const { type, schemaVersion, data } = event;
  const row = {
    streamId,
    version,
    globalPosition: '1',
    type,
    schemaVersion,
    data,
    metadata: {},
    occurredAt: OCCURRED_AT,
  };
  return {
    bytes: Buffer.from(JSON.stringify(publishedFrom(row as Parameters<typeof publishedFrom>[0]))),
    sequenceNumber: String(sequenceNumber),
    partitionKey: streamId,
  };
}

/** Records one after another in a shard. */
export const recordsOf = (all: readonly Happened[], from = 1): readonly StreamRecord[] =>
  all.map((each, at) => recordOf(each, from + at));

export const NOW = new Date('2026-01-02T04:00:00.000Z');

/** Delivers batches to a consumer as its function does. */
export function deliveringTo(
  consumer: EventConsumer<typeof counted>,
  database: Pick<Database, 'transaction'>,
  stream: StreamName = 'user-events',
) {
  const consume = batchConsumer(consumer, { database, now: () => NOW });
  return (records: readonly StreamRecord[], shard = 'shardId-0') => consume({ stream, shard, records });
}

export interface TallyRow {
  readonly streamId: string;
  readonly count: number;
  readonly total: string;
  readonly trail: string;
}

export function talliesOf({ sql }: Database, prefix = ''): Promise<readonly TallyRow[]> {
  return sql<TallyRow[]>`
    select stream_id as "streamId", count, total, trail from tallies
    where starts_with(stream_id, ${prefix}) order by stream_id collate "C"`;
}

/** What the tallies have to be: computed from what happened, each once, in its order. */
export function talliesFrom(all: readonly Happened[]): readonly TallyRow[] {
  return [...Map.groupBy(all, ({ streamId }) => streamId)]
    .map(([streamId, own]) => {
      const distinct = [...new Map(own.map(each => [each.version, each])).values()]
        .filter(({ event }) => event.type === counted.name)
        .toSorted((a, b) => a.version - b.version)
        .map(({ version, event }) => ({ version, amount: (event.data as { amount: number }).amount }));
      return {
        streamId,
        count: distinct.length,
        total: String(distinct.reduce((sum, { amount }) => sum + amount, 0)),
        trail: distinct.map(({ version, amount }) => `${version}:${amount} `).join(''),
      };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => (a.streamId < b.streamId ? -1 : 1));
}
