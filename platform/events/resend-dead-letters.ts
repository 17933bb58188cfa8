import type { Database, Sql, Transaction } from '../db/database.ts';
import { deployedName, sharedKinesisClient } from '../streams/client.ts';
import { putRecords, type StreamRecord } from '../streams/producer.ts';
import type { StreamName } from '../streams/streams.ts';

/** Puts records into a stream. @throws RecordsNotAccepted */
export type Put = (stream: StreamName, records: readonly StreamRecord[]) => Promise<void>;

/** A record that is to be sent again. */
interface Letter {
  readonly id: string;
  readonly stream: StreamName;
  readonly partitionKey: string;
  readonly data: Uint8Array;
}

/** A call of it takes some 20 ms; who waits for a request has not much longer. */
const PUT_MS = 5_000;

/** Into the streams of the environment. */
export const putIntoStreams: Put = (stream, records) =>
  putRecords(sharedKinesisClient(), deployedName(stream), records, { signal: AbortSignal.timeout(PUT_MS) });

/**
 * Puts dead letters' records into their streams again. They are marked first, in a transaction of its own: the consumer takes
 * what has been passed by the mark alone, so that it must not find the record before it. What ends us between the two leaves
 * a mark without a record, which may be sent again; what ends us after the put leaves nothing undone. A record that is there
 * twice takes effect once.
 *
 * @param mark in the transaction, those that are sent: `markResent`, or some chosen by other means
 */
export async function resend(
  database: Pick<Database, 'transaction'>,
  put: Put,
  mark: (tx: Transaction) => Promise<readonly Letter[]>,
): Promise<number> {
  const letters = await database.transaction(mark);
  const byStream = Map.groupBy(letters, ({ stream }) => stream);
  await Promise.all([...byStream].map(([stream, records]) => put(stream, records)));
  return letters.length;
}

/** Marks a dead letter that is not closed as sent again. */
export async function markResent(tx: Transaction, id: string, now: Date): Promise<readonly Letter[]> {
  return tx<Letter[]>`
    update dead_letters set state = 'resent', resent_at = ${now}
    where id = ${id} and state in ('open', 'resent')
    returning ${columns(tx)}`;
}

/** On their way so long, records have been lost on it: a crash between the mark and the put. */
const LOST_AFTER_MINUTES = 10;

/**
 * Marks dead letters as sent again, the oldest first: those that are open, and those that have been on their way for too
 * long. None twice in a run, though it may come back meanwhile.
 */
export async function markPageResent(
  tx: Transaction,
  { consumer, started, now }: { readonly consumer: string | undefined; readonly started: Date; readonly now: Date },
  limit: number,
): Promise<readonly Letter[]> {
  const letters = await tx<Letter[]>`
    with chosen as (
      select id from dead_letters
      where (${consumer ?? null}::text is null or consumer = ${consumer ?? null})
        and (resent_at is null or resent_at < ${started})
        and (state = 'open' or state = 'resent' and resent_at < ${now}::timestamptz - make_interval(mins => ${LOST_AFTER_MINUTES}))
      order by dead_lettered_at, event_version, id limit ${limit}
      for update skip locked
    ), marked as (
      update dead_letters set state = 'resent', resent_at = ${now} where id in (select id from chosen) returning *
    )
    select ${columns(tx)} from marked order by dead_lettered_at, event_version, id`;
  return letters;
}

function columns(sql: Sql) {
  return sql`id, stream, partition_key as "partitionKey", record as data`;
}
