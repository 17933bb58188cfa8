import type { Database, TransactionOptions } from '../db/database.ts';
import type { BatchOutcome, StreamBatch } from '../streams/stream-function.ts';
import { NOTHING_TAKEN, sumOfTaken, takeAll } from './by-halves.ts';
import type { EventConsumer } from './event-consumer.ts';
import type { EventType } from './event-type.ts';
import { takeOnce } from './exactly-once.ts';
import { type Delivered, recordReader } from './read-published.ts';

export interface ConsumeDependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly now: () => Date;
  readonly transaction?: TransactionOptions;
}

/** A record may hold many events, and a transaction should be short. */
const MOST_EVENTS_AT_ONCE = 1_000;

/**
 * Lets a batch take effect: each event once, or set aside; up to the first that a fault of ours keeps from it. Its record
 * then comes again, and what was done of it is passed over.
 */
export function batchConsumer<Type extends EventType>(
  consumer: EventConsumer<Type>,
  { database, now, transaction }: ConsumeDependencies,
): (batch: StreamBatch) => Promise<BatchOutcome> {
  const read = recordReader(consumer.types);
  return async batch => {
    const context = { now: now(), live: true, table: (name: string) => name };
    const take = (part: readonly Delivered<Type>[]) =>
      database.transaction(tx => takeOnce(tx, consumer, batch, part, context), transaction);
    const delivered = batch.records.flatMap(read);
    let all = NOTHING_TAKEN;
    for (let from = 0; from < delivered.length; from += MOST_EVENTS_AT_ONCE) {
      const { done, taken, error } = await takeAll(delivered.slice(from, from + MOST_EVENTS_AT_ONCE), take);
      all = sumOfTaken(all, taken);
      if (error === undefined) continue;
      const { sequenceNumber } = delivered[from + done]!.record;
      return { ...outcomeOf(all), stopped: { sequenceNumber, error: error.thrown } };
    }
    return outcomeOf(all);
  };
}

function outcomeOf({ deadLettered: deadLetters, ...counts }: typeof NOTHING_TAKEN): BatchOutcome {
  return { counts, deadLetters };
}
