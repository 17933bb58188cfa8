import type { Transaction } from '../db/database.ts';
import type { StreamName } from '../streams/streams.ts';

/** What a consumer has seen of streams of events, held until the transaction ends. */
interface HeldPositions {
  /** The last version of each, 0 for none. */
  readonly versions: ReadonlyMap<string, number>;
  /** Whether any dead letter of the consumer's has been sent again and not come yet. */
  readonly resent: boolean;
}

/**
 * Keeps others from a consumer's streams until the transaction ends; and the consumer's projection as it is: whoever is about
 * to exchange it waits, or is waited for. Statements of their own, since each sees what was committed when it began, which
 * must be after the wait. They go in one round trip; where streams are new, in two.
 *
 * @param eventStreams in order, so that who holds one does not wait for one before it
 */
export async function holdPositions(
  tx: Transaction,
  consumer: string,
  stream: StreamName,
  eventStreams: readonly string[],
): Promise<HeldPositions> {
  const [, known, [{ resent }]] = await Promise.all([
    tx`select pg_advisory_xact_lock_shared(${lockOf(tx, consumer)})`,
    holdKnown(tx, consumer, stream, eventStreams),
    tx<[{ resent: boolean }]>`
      select exists (select from dead_letters where consumer = ${consumer} and state = 'resent') as resent`,
  ]);
  const versions = new Map(known.map(({ eventStream, version }) => [eventStream, version]));
  const missing = eventStreams.filter(eventStream => !versions.has(eventStream));
  if (missing.length > 0) {
    const [, added] = await Promise.all([
      tx`
        insert into consumer_positions (consumer, stream, event_stream)
        select ${consumer}, ${stream}, unnest(${missing}::text[]) on conflict do nothing`,
      holdKnown(tx, consumer, stream, missing),
    ]);
    for (const { eventStream, version } of added) versions.set(eventStream, version);
  }
  return { versions, resent };
}

/**
 * The last versions of those streams that have a row, which are held. A statement and not a promise: it is sent in its turn
 * among others, and not before them.
 */
function holdKnown(tx: Transaction, consumer: string, stream: StreamName, eventStreams: readonly string[]) {
  return tx<{ eventStream: string; version: number }[]>`
    select event_stream as "eventStream", version from consumer_positions
    where consumer = ${consumer} and stream = ${stream} and event_stream = any(${eventStreams}::text[])
    order by event_stream for update`;
}

/** Keeps all of a consumer's batches out until the transaction ends, once those that are under way have ended. */
export async function holdConsumer(tx: Transaction, consumer: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(${lockOf(tx, consumer)})`;
}

function lockOf(tx: Transaction, consumer: string) {
  return tx`hashtextextended(${`consumer ${consumer}`}, 0)`;
}

/** Moves the positions that are held. */
export async function movePositions(
  tx: Transaction,
  consumer: string,
  stream: StreamName,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  await tx`
    update consumer_positions as position set version = moved.version
    from unnest(${[...versions.keys()]}::text[], ${[...versions.values()]}::integer[]) as moved (event_stream, version)
    where position.consumer = ${consumer} and position.stream = ${stream} and position.event_stream = moved.event_stream`;
}
