import { iotStreams } from '../../functions/iot/streams.ts';
import { startPollers } from '../../local/streams/pollers.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { sharedKinesisClient } from '../../platform/streams/client.ts';

/** A process that polls the stream of readings and ingests them, as the local runner does. */

const [environment = '{}', directory = ''] = process.argv.slice(2);
Object.assign(process.env, JSON.parse(environment));
logTo(() => {});
await startPollers({
  declarations: iotStreams.filter(({ name }) => name === 'ingest'),
  client: sharedKinesisClient(),
  directory,
});
process.on('disconnect', () => process.exit());
process.send!('ready');
