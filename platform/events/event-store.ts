import type postgres from 'postgres';
import type { Fragment, Sql, Transaction } from '../db/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { streamConflict } from '../errors/kinds.ts';
import { type Event, type EventOf, type EventType, UnreadableEvent } from './event-type.ts';

/** What a writer takes the stream's version to be: that of its last event, `none` for a stream without; `any` if it does not matter. */
export type ExpectedVersion = number | 'none' | 'any';

/** An event as it is appended. */
export interface AppendedEvent extends Event {
  /** Where events that are appended together did not happen at once; else that of all of them counts. */
  readonly occurredAt?: Date;
}

/** What is known of events beside what happened. */
export interface Occurrence {
  readonly occurredAt: Date;
  /** Who and what brought it about, as ids: `requestId`, `actor`. Nothing personal. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Where and when an event was recorded. */
interface Recorded extends Required<Occurrence> {
  readonly streamId: string;
  /** From 1, without gaps in a stream. */
  readonly version: number;
  /** Ascending in the order of appending, with gaps; exact up to 2^53. */
  readonly globalPosition: number;
}

/** An event of one of the types, as it stands in the store. */
export type RecordedEvent<Type extends EventType> = EventOf<Type> & Recorded;

/**
 * Appends events to a stream, in the writer's transaction: they stand or fall with what else it does. Writers of one
 * stream wait for each other until their transactions end, so `any` never conflicts.
 * @returns the stream's version after it.
 * @throws DomainError `stream_conflict` where the stream has another version than the one expected; nothing is appended.
 * PostgresError 23514 for an event whose data is over 64 KiB as JSON: no stream might take it.
 */
export async function append(
  tx: Transaction,
  streamId: string,
  expected: ExpectedVersion,
  events: readonly AppendedEvent[],
  { occurredAt, metadata = {} }: Occurrence,
): Promise<number> {
  if (events.length === 0) throw new RangeError('There is no event to append');
  const expectedVersion = expected === 'any' ? null : expected === 'none' ? 0 : expected;
  const [, appended] = await Promise.all([
    lockStream(tx, streamId),
    tx<{ version: number }[]>`
      with last as (
        select version, transaction_id from events where stream_id = ${streamId} order by version desc limit 1
      )
      insert into events
        (stream_id, version, type, schema_version, data, metadata, occurred_at, published_to, transaction_id)
      select ${streamId}, coalesce(last.version, 0) + event.ordinality, event.type, event."schemaVersion", event.data,
        ${tx.json(metadata)}, coalesce(event."occurredAt", ${occurredAt}), coalesce(event.stream, 'user-events'),
        greatest(last.transaction_id, pg_current_xact_id())
      from rows from (
        jsonb_to_recordset(${tx.json(events as unknown as postgres.JSONValue)})
          as (type text, "schemaVersion" smallint, data jsonb, "occurredAt" timestamptz, stream text)
      ) with ordinality as event
      left join last on true
      where ${expectedVersion}::integer is null or coalesce(last.version, 0) = ${expectedVersion}
      order by event.ordinality
      returning version`,
  ]);
  const last = appended.at(-1);
  if (last !== undefined) {
    appending.add(tx);
    return last.version;
  }
  throw new DomainError(streamConflict, { expected, actual: await streamVersion(tx, streamId) });
}

/** Transactions in which events were appended. */
const appending = new WeakSet<Transaction>();

/** Whether events have been appended in the transaction. */
export function hasAppended(tx: Transaction): boolean {
  return appending.has(tx);
}

/**
 * Keeps other writers from the stream until the transaction ends. A statement of its own before those that read: each
 * statement sees what was committed when it began, which must be after the wait. Both go in one round trip.
 */
export async function lockStream(tx: Transaction, streamId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`events ${streamId}`}, 0))`;
}

/** The version of the stream's last event, 0 for a stream without. */
export async function streamVersion(sql: Sql, streamId: string): Promise<number> {
  const [last] = await sql<{ version: number }[]>`
    select version from events where stream_id = ${streamId} order by version desc limit 1`;
  return last?.version ?? 0;
}

/**
 * The stream's events after a version, in order.
 * @throws UnreadableEvent for one that is of none of the types, or breaks its contract.
 */
export async function readStream<const Type extends EventType>(
  sql: Sql,
  streamId: string,
  types: readonly Type[],
  after = 0,
): Promise<readonly RecordedEvent<Type>[]> {
  const rows = await sql<EventRow[]>`
    select ${columns(sql)} from events where stream_id = ${streamId} and version > ${after} order by version`;
  return rows.map(reader(types));
}

/**
 * All events of the types, of all streams, in pages by global position: each stream in its order. What is committed while
 * it runs may be in it or not, and a lower position may become visible after a higher one: for following events without
 * end there is the relay.
 * @throws UnreadableEvent.
 */
export async function* replay<const Type extends EventType>(
  sql: Sql,
  types: readonly Type[],
  { after = 0, pageSize = 1_000 }: { readonly after?: number; readonly pageSize?: number } = {},
): AsyncGenerator<readonly RecordedEvent<Type>[], void, void> {
  const names = types.map(({ name }) => name);
  const read = reader(types);
  let position = after;
  for (;;) {
    const rows = await sql<EventRow[]>`
      select ${columns(sql)} from events where global_position > ${position} and type in ${sql(names)}
      order by global_position limit ${pageSize}`;
    if (rows.length > 0) yield rows.map(read);
    if (rows.length < pageSize) return;
    position = Number(rows.at(-1)!.globalPosition);
  }
}

/** An event as it stands in its row. */
export type EventRow = Omit<Recorded & Event, 'globalPosition' | 'stream'> & { readonly globalPosition: string };

/** What is selected for an `EventRow`. */
export function columns(sql: Sql): Fragment {
  return sql`stream_id as "streamId", version, global_position as "globalPosition", type, schema_version as "schemaVersion",
    data, metadata, occurred_at as "occurredAt"`;
}

function reader<Type extends EventType>(types: readonly Type[]): (row: EventRow) => RecordedEvent<Type> {
  const byName = new Map(types.map(type => [type.name, type]));
  return row => {
    const type = byName.get(row.type);
    if (type === undefined) throw new UnreadableEvent(row.type, row.schemaVersion, 'a type that is not expected here');
    return {
      ...row,
      globalPosition: Number(row.globalPosition),
      schemaVersion: type.schemaVersion,
      data: type.read(row.data, row.schemaVersion),
    } as RecordedEvent<Type>;
  };
}
