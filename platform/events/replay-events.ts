import type { Database, Sql, Transaction } from '../db/database.ts';
import type { StreamName } from '../streams/streams.ts';
import type { Readable, Taken } from './by-halves.ts';
import type { EventConsumer } from './event-consumer.ts';
import { columns, type EventRow } from './event-store.ts';
import type { EventType } from './event-type.ts';
import { Poison } from './poison.ts';
import { publishedFrom } from './published-event.ts';
import { eventReader } from './read-published.ts';
import { besideLive, enterShadow, type Shadow, shadowOf } from './shadow-tables.ts';

/** Where a reader of all events is, in the order in which they are published (docs/adr/0029). */
export interface ReplayPosition {
  readonly transactionId: string;
  readonly globalPosition: string;
}

export const BEGINNING: ReplayPosition = { transactionId: '0', globalPosition: '0' };

/** An event as it was recorded, and as it was read. */
export interface Replayed<Type extends EventType = EventType> extends Readable<Type> {
  readonly at: ReplayPosition;
  readonly publishedTo: StreamName;
  readonly streamId: string;
  readonly version: number;
  /** Whether the consumer has seen it where it is live. */
  readonly seen: boolean;
}

type Row = EventRow & ReplayPosition & { readonly publishedTo: StreamName; readonly seen: boolean };

/**
 * The next events that a consumer cares about. Only below the oldest open transaction: nothing can appear there any more, and
 * all that has been published is there.
 */
export async function readEvents<Type extends EventType>(
  sql: Sql,
  { name, types }: EventConsumer<Type>,
  after: ReplayPosition,
  limit: number,
): Promise<readonly Replayed<Type>[]> {
  const read = eventReader(types);
  const rows = await sql<Row[]>`
    select event.*, coalesce(position.version >= event.version, false) as seen
    from (
      select transaction_id as "transactionId", published_to as "publishedTo", ${columns(sql)} from events
      where ${isAfter(sql, after)} and type = any(${types.map(type => type.name)}::text[])
      order by transaction_id, global_position limit ${limit}
    ) as event
    left join consumer_positions as position
      on position.consumer = ${name} and stream = "publishedTo" and event_stream = "streamId"
    order by "transactionId", "globalPosition"`;
  return rows.map(row => {
    const { transactionId, globalPosition, publishedTo, streamId, version, seen } = row;
    const place = { at: { transactionId, globalPosition }, publishedTo, streamId, version, seen };
    try {
      return { ...place, event: read(publishedFrom(row))! };
    } catch (error) {
      if (!(error instanceof Poison)) throw error;
      return { ...place, poison: error };
    }
  });
}

/** Whether no more than so many are left. */
export async function areFewLeft(
  sql: Sql,
  { types }: EventConsumer,
  after: ReplayPosition,
  few: number,
): Promise<boolean> {
  const [{ count }] = await sql<[{ count: number }]>`
    select count(*)::int as count from (
      select from events where ${isAfter(sql, after)} and type = any(${types.map(type => type.name)}::text[])
      limit ${few + 1}
    ) as left_over`;
  return count <= few;
}

function isAfter(sql: Sql, { transactionId, globalPosition }: ReplayPosition) {
  return sql`(transaction_id, global_position) > (${transactionId}::xid8, ${globalPosition}::bigint)
    and transaction_id < pg_snapshot_xmin(pg_current_snapshot())`;
}

/** Lets events take effect in the shadows, as they do when they are delivered: in the transaction, all or none. */
export async function applyInShadow<Type extends EventType>(
  tx: Transaction,
  consumer: EventConsumer<Type>,
  shadow: Shadow,
  replayed: readonly Replayed<Type>[],
  now: Date,
): Promise<Taken> {
  await enterShadow(tx, shadow);
  const events = replayed.flatMap(({ event }) => event ?? []);
  const context = { now, live: false, table: (name: string) => shadowOf(shadow, name) };
  if (events.length > 0) await besideLive(tx, shadow, () => consumer.apply(tx, events, context));
  await saveReplayed(tx, shadow, replayed);
  const unapplied = replayed.filter(({ poison }) => poison !== undefined);
  if (unapplied.length > 0) await saveUnapplied(tx, shadow, unapplied);
  return { fresh: events.length, repeated: 0, passedOver: 0, deadLettered: unapplied.length };
}

async function saveReplayed(tx: Transaction, { schema }: Shadow, replayed: readonly Replayed[]): Promise<void> {
  // The last of each stream: a statement does not touch a row twice.
  const last = new Map(replayed.map(each => [`${each.publishedTo} ${each.streamId}`, each]));
  await tx`
    insert into ${tx(`${schema}.replayed`)} (stream, event_stream, version)
    select * from unnest(${columnsOf([...last.values()], tx)}) as last
    on conflict (stream, event_stream) do update set version = excluded.version`;
}

async function saveUnapplied(tx: Transaction, { schema }: Shadow, unapplied: readonly Replayed[]): Promise<void> {
  await tx`
    insert into ${tx(`${schema}.unapplied`)} (stream, event_stream, version)
    select * from unnest(${columnsOf(unapplied, tx)}) as refused`;
}

function columnsOf(replayed: readonly Replayed[], sql: Sql) {
  const column = <Value>(value: (each: Replayed) => Value) => replayed.map(value);
  return sql`
    ${column(({ publishedTo }) => publishedTo)}::text[], ${column(({ streamId }) => streamId)}::text[],
    ${column(({ version }) => version)}::integer[]`;
}

/** A database of which each transaction is kept, or not, within one that is open. */
export function within(tx: Transaction): Pick<Database, 'transaction'> {
  return { transaction: async work => (await tx.savepoint(inner => work(inner))) as Awaited<ReturnType<typeof work>> };
}
