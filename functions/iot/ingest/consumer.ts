import type { Database, TransactionOptions } from '../../../platform/db/database.ts';
import { isOfTheRecord, Poison } from '../../../platform/events/poison.ts';
import type { StreamBatch, StreamProcessor, StreamRecord } from '../../../platform/streams/stream-function.ts';
import type { Item } from './plan.ts';
import { readDeviceRecord } from './read-record.ts';
import { type Taken, takeRecords } from './take.ts';

/** Whose dead letters: that of the stream function. */
export const INGEST = 'ingest';

/** A transaction should be short: at these it takes some 20 ms. */
const MOST_READINGS_AT_ONCE = 1_000;
const MOST_RECORDS_AT_ONCE = 1_000;

export interface IngestDependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly now: () => Date;
  /** Readings that were recorded longer ago are too late. */
  readonly hotWindowMs: number;
  readonly transaction?: TransactionOptions;
}

/**
 * Lets a batch of a shard take effect: each reading once, or set aside with its reason; up to the first record that a fault of
 * ours keeps from it, which then comes again.
 */
export function ingest({ database, now, hotWindowMs, transaction }: IngestDependencies): StreamProcessor {
  return async batch => {
    const at = now();
    const place = { ...batch, consumer: INGEST };
    const take = (items: readonly Item[]) => database.transaction(tx => takeRecords(tx, place, items, at), transaction);
    let all = NOTHING_TAKEN;
    for (const items of partsOf(batch, record => readDeviceRecord(record.bytes, at, hotWindowMs))) {
      const { done, taken, error } = await takeAll(items, take);
      all = sumOfTaken(all, taken);
      if (error === undefined) continue;
      return {
        ...outcomeOf(all),
        stopped: { sequenceNumber: items[done]!.record.sequenceNumber, error: error.thrown },
      };
    }
    return outcomeOf(all);
  };
}

/** Records for one transaction after another, read as they are needed: a batch may hold 100,000 readings. */
function* partsOf(
  { records }: Pick<StreamBatch, 'records'>,
  read: (record: StreamRecord) => Item['read'],
): Generator<readonly Item[]> {
  let part: Item[] = [];
  let readings = 0;
  for (const record of records) {
    const item = { record, read: read(record) };
    part.push(item);
    readings += item.read.readings.length;
    if (readings < MOST_READINGS_AT_ONCE && part.length < MOST_RECORDS_AT_ONCE) continue;
    yield part;
    part = [];
    readings = 0;
  }
  if (part.length > 0) yield part;
}

/** How far records were taken: `done` of them, in order. */
interface Progress {
  readonly done: number;
  readonly taken: Taken;
  /** Present: what kept the next one from it, by a fault that is not its own. */
  readonly error?: { readonly thrown: unknown };
}

/** Takes all at once; where one of them is refused by the database, by halves, until it is found and set aside. */
async function takeAll(items: readonly Item[], take: (items: readonly Item[]) => Promise<Taken>): Promise<Progress> {
  try {
    return { done: items.length, taken: await take(items) };
  } catch (thrown) {
    // Once a record has nothing to take, what failed was our own bookkeeping.
    const isTheirs = isOfTheRecord(thrown) && items.some(({ behind }) => behind === undefined);
    if (!isTheirs) return { done: 0, taken: NOTHING_TAKEN, error: { thrown } };
    if (items.length === 1) return takeAll([refused(items[0]!, thrown)], take);
    const middle = items.length >> 1;
    const first = await takeAll(items.slice(0, middle), take);
    if (first.error !== undefined) return first;
    const second = await takeAll(items.slice(middle), take);
    return { ...second, done: middle + second.done, taken: sumOfTaken(first.taken, second.taken) };
  }
}

/** A record that was not applied, as one of which nothing can be taken. */
function refused({ record, read }: Item, thrown: unknown): Item {
  const { behind } = new Poison('not_applied', undefined, thrown);
  return { record, behind, read: { ...read, readings: [], status: null, refused: [{ reason: 'not_applied' }] } };
}

const NOTHING_TAKEN: Taken = { stored: 0, repeated: 0, statuses: 0, refused: 0, deadLetters: 0 };

function sumOfTaken(one: Taken, other: Taken): Taken {
  return {
    stored: one.stored + other.stored,
    repeated: one.repeated + other.repeated,
    statuses: one.statuses + other.statuses,
    refused: one.refused + other.refused,
    deadLetters: one.deadLetters + other.deadLetters,
  };
}

function outcomeOf({ deadLetters, ...counts }: Taken) {
  return { counts, deadLetters };
}
