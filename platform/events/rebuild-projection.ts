import type { Database, Transaction } from '../db/database.ts';
import { takeAll } from './by-halves.ts';
import type { EventConsumer } from './event-consumer.ts';
import { holdConsumer } from './positions.ts';
import {
  applyInShadow,
  areFewLeft,
  BEGINNING,
  type Replayed,
  type ReplayPosition,
  readEvents,
  within,
} from './replay-events.ts';
import { createShadow, dropShadow, enterShadow, exchange, type Shadow } from './shadow-tables.ts';
import { checksumOf, nameOf, withFixedTexts } from './table-checksum.ts';
import { settleDeadLetters, streamsAhead, takeOverPositions } from './take-over.ts';

export interface RebuildDependencies {
  /** As the owner of the schema. */
  readonly database: Pick<Database, 'sql' | 'transaction'>;
  readonly now: () => Date;
  /** Told after each page. */
  readonly progress?: (counts: { readonly events: number }) => void;
  readonly pageSize?: number;
  /** Events that may be left to the transaction that exchanges. */
  readonly mostLeft?: number;
}

export interface Rebuilt {
  readonly events: number;
  readonly unapplied: number;
  readonly checksums: { readonly live: string; readonly rebuilt: string };
  /** Not comparable: the consumer is so far behind that it has not seen all that was replayed. */
  readonly verdict: 'same' | 'different' | 'not comparable';
  readonly changedRows: number;
  readonly settledDeadLetters: number;
}

const PAGE_SIZE = 1_000;

/** Replayed within the exchange: some seconds at most, in which the relay is held back. */
const MOST_LEFT = 10_000;

/**
 * Builds again from events what a consumer keeps, while the platform runs.
 *
 * First in shadows beside the tables that are read, page by page in short transactions: a long one would hold the relay back,
 * which reads below the oldest that is open. It stops where the consumer itself is. Then, in one transaction that keeps the
 * consumer's batches out: the rest of what the consumer has seen; the checksums of both, which have to be the same; what it
 * has not seen yet; the exchange; and the positions of what was replayed, so that what is delivered later is passed over.
 * Readers see the former rows until it commits. What was built stands, also where it is not what was read until then: it
 * follows from events, and the other does not.
 *
 * @throws TypeError for a consumer without a projection; ShadowLost, WrittenBesideShadow, and what is no fault of an event's:
 * then what is read stays as it was.
 */
export async function rebuildProjection(consumer: EventConsumer, dependencies: RebuildDependencies): Promise<Rebuilt> {
  const { database } = dependencies;
  if (consumer.projection === undefined) throw new TypeError(`${consumer.name} keeps no projection`);
  const shadow = await createShadow(database, consumer);
  try {
    const replayed = await replayBeside(consumer, shadow, dependencies);
    await database.transaction(async tx => {
      for (const table of shadow.tables) await tx.unsafe(`analyze ${nameOf(table)}`);
    });
    return await database.transaction(tx => takeOver(tx, consumer, shadow, replayed, dependencies));
  } finally {
    await dropShadow(database, shadow);
  }
}

interface Progress {
  readonly after: ReplayPosition;
  readonly events: number;
  readonly unapplied: number;
}

/** Page by page, as far as the consumer itself has come; further only where it is too far behind to wait for. */
async function replayBeside(
  consumer: EventConsumer,
  shadow: Shadow,
  { database, now, progress, pageSize = PAGE_SIZE, mostLeft = MOST_LEFT }: RebuildDependencies,
): Promise<Progress> {
  let done: Progress = { after: BEGINNING, events: 0, unapplied: 0 };
  for (;;) {
    const page = await readEvents(database.sql, consumer, done.after, pageSize);
    if (page.length === 0) return done;
    if (page.some(({ seen }) => !seen) && (await areFewLeft(database.sql, consumer, done.after, mostLeft))) return done;
    const unapplied = await apply(database, consumer, shadow, page, now());
    const events = done.events + page.length;
    done = { after: page.at(-1)!.at, events, unapplied: done.unapplied + unapplied };
    progress?.({ events });
  }
}

/** @returns how many it made nothing of */
async function apply(
  database: Pick<Database, 'transaction'>,
  consumer: EventConsumer,
  shadow: Shadow,
  page: readonly Replayed[],
  now: Date,
): Promise<number> {
  const { taken, error } = await takeAll(page, part =>
    database.transaction(tx => applyInShadow(tx, consumer, shadow, part, now)),
  );
  if (error !== undefined) throw error.thrown;
  return taken.deadLettered;
}

/** Under the consumer's lock: the rest, the comparison, the exchange. */
async function takeOver(
  tx: Transaction,
  consumer: EventConsumer,
  shadow: Shadow,
  { after, ...replayed }: Progress,
  { now, pageSize = PAGE_SIZE }: RebuildDependencies,
): Promise<Rebuilt> {
  await holdConsumer(tx, consumer.name);
  await enterShadow(tx, shadow);
  const rest: Replayed[] = [];
  for (let from = after; ; from = rest.at(-1)!.at) {
    const page = await readEvents(tx, consumer, from, pageSize);
    rest.push(...page);
    if (page.length < pageSize) break;
  }
  const steps = within(tx);
  const applyAll = async (events: readonly Replayed[]) => {
    let unapplied = 0;
    for (let at = 0; at < events.length; at += pageSize) {
      unapplied += await apply(steps, consumer, shadow, events.slice(at, at + pageSize), now());
    }
    return unapplied;
  };

  const unappliedSeen = await applyAll(rest.filter(({ seen }) => seen));
  const ahead = await streamsAhead(tx, consumer, shadow);
  const checksums = await withFixedTexts(tx, async () => ({
    live: await checksumOf(tx, shadow.live),
    rebuilt: await checksumOf(tx, shadow.tables),
  }));
  const unappliedAhead = await applyAll(rest.filter(({ seen }) => !seen));
  const changedRows = await exchange(tx, shadow);
  await takeOverPositions(tx, consumer, shadow);
  return {
    events: replayed.events + rest.length,
    unapplied: replayed.unapplied + unappliedSeen + unappliedAhead,
    checksums,
    verdict: ahead > 0 ? 'not comparable' : checksums.live === checksums.rebuilt ? 'same' : 'different',
    changedRows,
    settledDeadLetters: await settleDeadLetters(tx, consumer, shadow, now()),
  };
}
