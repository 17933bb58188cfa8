import type { Database, TransactionOptions } from '../db/database.ts';
import type { BatchOutcome, StreamBatch, StreamRecord } from '../streams/stream-function.ts';
import { takeAll } from './by-halves.ts';
import type { EventConsumer } from './event-consumer.ts';
import type { EventType } from './event-type.ts';
import { type Delivered, takeOnce } from './exactly-once.ts';
import { Poison } from './poison.ts';
import { type PublishedReader, publishedReader } from './read-published.ts';

export interface ConsumeDependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly now: () => Date;
  readonly transaction?: TransactionOptions;
}

/** Lets a batch take effect: each record once, or set aside; up to the first that a fault of ours keeps from it. */
export function batchConsumer<Type extends EventType>(
  consumer: EventConsumer<Type>,
  { database, now, transaction }: ConsumeDependencies,
): (batch: StreamBatch) => Promise<BatchOutcome> {
  const read = publishedReader(consumer.types);
  return async batch => {
    const context = { now: now(), live: true, table: (name: string) => name };
    const delivered = batch.records.map(record => deliver(record, read));
    const take = (part: readonly Delivered<Type>[]) =>
      database.transaction(tx => takeOnce(tx, consumer, batch, part, context), transaction);
    const { done, taken, error } = await takeAll(delivered, take);
    const { deadLettered: deadLetters, ...counts } = taken;
    if (error === undefined) return { counts, deadLetters };
    return {
      counts,
      deadLetters,
      stopped: { sequenceNumber: batch.records[done]!.sequenceNumber, error: error.thrown },
    };
  };
}

function deliver<Type extends EventType>(record: StreamRecord, read: PublishedReader<Type>): Delivered<Type> {
  try {
    const event = read(record.bytes);
    return event === undefined ? { record } : { record, event };
  } catch (error) {
    if (!(error instanceof Poison)) throw error;
    return { record, poison: error };
  }
}
