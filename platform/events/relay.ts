import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Transaction } from '../db/database.ts';
import { deployedName, sharedKinesisClient } from '../streams/client.ts';
import { putRecords, RecordsNotAccepted, type StreamRecord } from '../streams/producer.ts';
import type { StreamName } from '../streams/streams.ts';
import { coalesced } from './coalesced.ts';
import { columns, type EventRow } from './event-store.ts';
import { pack } from './published-record.ts';

/**
 * Publishes what has been appended: each event at least once, each event stream in its order, skipping none.
 *
 * It reads in the order of (transaction_id, global_position) from where it is, and only below the oldest open transaction:
 * nothing can appear there any more (docs/adr/0029). How far it is stands in the row `event_relay`, whose lock it holds from
 * the reading to the commit of its new place: whatever ends it meanwhile, the next begins at the old one, and publishes again
 * in the same order.
 */
export interface Relay {
  /**
   * Publishes what has been committed, and goes on until nothing is left or its time is up. Who asks while it runs waits for
   * its next run, together with all who do: at most one runs, and one waits.
   * @throws whatever kept it from publishing; what was published before that is kept
   */
  run(): Promise<RelayRun>;
}

export interface RelayRun {
  readonly published: number;
  readonly ended: RelayEnd;
}

type RelayEnd =
  /** Nothing is left. */
  | 'done'
  /** Another relay is at it, and will see what we would have published. */
  | 'busy'
  /** Whoever waits for the next run goes on. */
  | 'handed over'
  /** What is left was appended after a transaction began that is still open. */
  | 'held back'
  | 'out of time';

/** Puts records into a stream: all of them, in the order of their keys. @throws RecordsNotAccepted */
export type Publish = (stream: StreamName, records: readonly StreamRecord[], signal: AbortSignal) => Promise<void>;

export interface RelayOptions {
  readonly database: Pick<Database, 'sql' | 'transaction'>;
  /** For a run. */
  readonly budgetMs: number;
  readonly publish?: Publish;
  readonly pageSize?: number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Two full calls where each is of another stream. 64 MB where all are of the largest; they have a few hundred bytes. */
const PAGE_SIZE = 1_000;

/** After its time a run saves what was accepted: so long, or the database is away. */
const TO_SAVE_MS = 500;

/** Transactions of requests take some milliseconds: for those it is worth waiting, so long in all. */
const PATIENCE_MS = 150;
const FIRST_WAIT_MS = 5;
const MOST_WAIT_MS = 40;

/** A restored copy: the numbers of its transactions have begun anew, and what is recorded now would be passed over. */
class RelayAhead extends Error {
  override readonly name = 'RelayAhead';

  constructor() {
    super('The relay has published events of transactions that this server has not begun yet');
  }
}

/** What a page came to. */
interface Page {
  readonly published: number;
  /** Why the rest of it was not published. */
  readonly failure?: unknown;
}

export function createRelay(options: RelayOptions): Relay {
  const { database, budgetMs, publish = putIntoStream, pageSize = PAGE_SIZE, wait = delay } = options;
  /** An open transaction for which we have waited in vain: no run waits for it again. */
  let gaveUpOn: string | undefined;

  /** Undefined where another holds the lock. */
  function publishPage(signal: AbortSignal): Promise<Page | undefined> {
    const deadlineMs = budgetMs + TO_SAVE_MS;
    return database.transaction(
      async tx => {
        const page = await lockAndRead(tx, pageSize);
        if (page === undefined || page.length === 0) return page && { published: 0 };
        const { accepted, failure } = await publishInOrder(publish, page, signal);
        if (accepted > 0) await moveTo(tx, page[accepted - 1]!);
        return { published: accepted, failure };
      },
      { deadlineMs },
    );
  }

  /** Waits until the next event can be published, if there is one. */
  async function untilReady(signal: AbortSignal, isWaitedFor: () => boolean): Promise<RelayEnd | 'ready'> {
    let waited = 0;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, MOST_WAIT_MS)) {
      const next = await nextEvent(database);
      if (next === undefined) return 'done';
      if (signal.aborted) return 'out of time';
      if (isWaitedFor()) return 'handed over';
      if (next.ready) return 'ready';
      if (next.oldestOpen === gaveUpOn) return 'held back';
      if (waited >= PATIENCE_MS) {
        gaveUpOn = next.oldestOpen;
        return 'held back';
      }
      await wait(waitMs);
      waited += waitMs;
    }
  }

  const run = coalesced(async (isWaitedFor): Promise<RelayRun> => {
    const signal = AbortSignal.timeout(budgetMs);
    for (let published = 0; ; ) {
      const page = await publishPage(signal);
      if (page === undefined) return { published, ended: 'busy' };
      published += page.published;
      if (page.failure !== undefined) {
        if (signal.aborted && page.published > 0) return { published, ended: 'out of time' };
        throw page.failure;
      }
      // The lost wake-up: who committed while we held the lock was refused it, and leaves its events to us. So we look again
      // after letting go. The refusal came before that, and their commit before the refusal: what they left, we see.
      // (Where we are ended before we look, the job that sweeps does.)
      const ended = await untilReady(signal, isWaitedFor);
      if (ended !== 'ready') return { published, ended };
    }
  });
  return { run };
}

type PageRow = EventRow & { readonly transactionId: string; readonly publishedTo: StreamName };

/** What comes next and can be published; undefined where another relay holds the lock. @throws RelayAhead */
async function lockAndRead(tx: Transaction, pageSize: number): Promise<readonly PageRow[] | undefined> {
  // One statement for both: it may read fewer events than one that began after it had the lock, which the look afterwards
  // finds, but never past one that is not there yet.
  const rows = await tx<(PageRow & { ahead: boolean; streamId: string | null })[]>`
    with relay as materialized (
      select transaction_id, global_position from event_relay where id = 1 for update skip locked
    )
    select relay.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) as ahead, event.*
    from relay left join lateral (
      select transaction_id as "transactionId", published_to as "publishedTo", ${columns(tx)}
      from events
      where (transaction_id, global_position) > (relay.transaction_id, relay.global_position)
        and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      order by transaction_id, global_position
      limit ${pageSize}
    ) as event on true
    order by event."transactionId", event."globalPosition"`;
  if (rows.length === 0) return undefined;
  if (rows[0]!.ahead) throw new RelayAhead();
  return rows.filter(({ streamId }) => streamId !== null);
}

async function moveTo(tx: Transaction, { transactionId, globalPosition }: PageRow): Promise<void> {
  await tx`
    update event_relay set (transaction_id, global_position, moved_at) =
      (${transactionId}::xid8, ${globalPosition}::bigint, clock_timestamp())
    where id = 1`;
}

/** The first event after the relay's place, if there is one: whether it can be published yet, and what it may wait for. */
async function nextEvent({ sql }: Pick<Database, 'sql'>) {
  const [next] = await sql<{ ready: boolean; oldestOpen: string }[]>`
    select event.transaction_id < pg_snapshot_xmin(pg_current_snapshot()) as ready,
      pg_snapshot_xmin(pg_current_snapshot()) as "oldestOpen"
    from event_relay as relay cross join lateral (
      select transaction_id from events
      where (transaction_id, global_position) > (relay.transaction_id, relay.global_position)
      order by transaction_id, global_position
      limit 1
    ) as event
    where relay.id = 1`;
  return next;
}

/** Publishes a page; gives how many of its events, from the first on, have been accepted, and why others have not. */
async function publishInOrder(publish: Publish, page: readonly PageRow[], signal: AbortSignal) {
  const positions = Map.groupBy(page.keys(), position => page[position]!.publishedTo);
  const isAccepted = new Array<boolean>(page.length).fill(true);
  let failure: unknown;
  await Promise.all(
    [...positions].map(async ([stream, ofStream]) => {
      const packed = pack(ofStream.map(position => ({ position, row: page[position]! })));
      try {
        await publish(stream, packed, signal);
      } catch (error) {
        failure = error;
        const partly = error instanceof RecordsNotAccepted ? error.accepted : [];
        for (const [at, record] of packed.entries()) {
          for (const position of record.positions) isAccepted[position] = partly[at] ?? false;
        }
      }
    }),
  );
  const firstMissing = isAccepted.indexOf(false);
  return { accepted: firstMissing < 0 ? page.length : firstMissing, failure };
}

const putIntoStream: Publish = (stream, records, signal) =>
  putRecords(sharedKinesisClient(), deployedName(stream), records, { signal });
