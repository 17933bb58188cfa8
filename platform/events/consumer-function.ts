import type { Database } from '../db/database.ts';
import { databaseFromEnvironment } from '../db/environment.ts';
import type { Stopwatch } from '../observability/stopwatch.ts';
import { type StreamHandler, type StreamProcessor, streamFunction } from '../streams/stream-function.ts';
import { batchConsumer } from './consume-batch.ts';
import type { EventConsumer } from './event-consumer.ts';
import type { EventType } from './event-type.ts';

export interface ConsumerFunctionOptions {
  /** That of the environment unless given, opened at the first batch. */
  readonly database?: () => Database;
  /** For all attempts of a transaction together: 30 s unless given. */
  readonly deadlineMs?: number;
  readonly now?: () => Date;
  readonly stopwatch?: Stopwatch;
}

/** A Lambda handler by which a consumer takes events from its streams, each once. */
export function consumerFunction<Type extends EventType>(
  consumer: EventConsumer<Type>,
  options: ConsumerFunctionOptions = {},
): StreamHandler {
  const { database = databaseFromEnvironment, deadlineMs, now = () => new Date(), stopwatch } = options;
  const transaction = deadlineMs === undefined ? {} : { deadlineMs };
  let consume: StreamProcessor | undefined;
  return streamFunction({
    name: consumer.name,
    now,
    ...(stopwatch && { stopwatch }),
    process: async batch => {
      consume ??= batchConsumer(consumer, { database: database(), now, transaction });
      return consume(batch);
    },
  });
}
