import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { type StreamProcessor, streamFunction } from '../../platform/streams/stream-function.ts';
import { writeReadingsFromEnvironment } from '../../platform/timeseries/writer-environment.ts';
import { ARCHIVE, archive } from './archive/consumer.ts';

let process: StreamProcessor | undefined;

export const handler = streamFunction({
  name: ARCHIVE,
  process: async batch => {
    process ??= archive({
      database: databaseFromEnvironment(),
      write: writeReadingsFromEnvironment(),
      now: () => new Date(),
    });
    return process(batch);
  },
});
