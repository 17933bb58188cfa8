import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { publishingFromEnvironment } from '../../platform/events/publishing.ts';
import { streamFunction } from '../../platform/streams/stream-function.ts';
import { hotWindowDays } from '../../platform/timeseries/hot-window.ts';
import { INGEST, ingest } from './ingest/consumer.ts';

const now = () => new Date();

let process: ReturnType<typeof ingest> | undefined;

export const handler = streamFunction({
  name: INGEST,
  process: async batch => {
    process ??= ingest({
      database: publishingFromEnvironment(databaseFromEnvironment()),
      now,
      hotWindowMs: hotWindowDays() * 86_400_000,
    });
    return process(batch);
  },
});
