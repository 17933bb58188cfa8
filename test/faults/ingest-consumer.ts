import { iotStreams } from '../../functions/iot/streams.ts';
import { startPollers } from '../../local/streams/pollers.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { sharedKinesisClient } from '../../platform/streams/client.ts';
import type { StreamHandler } from '../../platform/streams/stream-function.ts';
import { countAllDelivered } from './count-all-delivered.ts';

/** A process that ingests readings, and is given every batch twice: one after the other, or both at once. Until it is killed. */

const [environment = '{}', directory = '', kind = 'ours'] = process.argv.slice(2);
Object.assign(process.env, JSON.parse(environment));
logTo(() => {});

const ingest = iotStreams.find(({ name }) => name === 'ingest')!;
const { handler } = (await import(new URL(`../../${ingest.entry}`, import.meta.url).href)) as {
  handler: StreamHandler;
};
const database = databaseFromEnvironment();

await startPollers({
  declarations: [ingest],
  client: sharedKinesisClient(),
  directory,
  async invoke(_, event, context) {
    if (kind !== 'ours') return countAllDelivered(database, event);
    const again = Math.random() < 0.5 ? handler(event, context) : undefined;
    const first = await handler(event, context);
    const second = await (again ?? handler(event, context));
    // What either could not do comes again.
    return first.batchItemFailures.length > 0 ? first : second;
  },
});
process.on('disconnect', () => process.exit());
process.send!('ready');
