import { appendFileSync } from 'node:fs';
import { startPollers } from '../../../local/streams/pollers.ts';
import { createKinesisClient } from '../../../platform/streams/client.ts';
import { declared, deliveryOf } from './poller-declared.ts';

/**
 * A poller in a process of its own, to be killed. Arguments: the server, the stream's name, the folder of the checkpoints, and the
 * file to which its function appends each record that took effect.
 */
const [endpoint, stream, directory, effects] = process.argv.slice(2) as [string, string, string, string];
await startPollers({
  declarations: [declared({ batch: { size: 5, windowSeconds: 0 } })],
  client: createKinesisClient('ap-northeast-2', endpoint),
  directory,
  streamName: () => stream,
  rhythm: () => ({ intervalMs: () => 10, sawRecords: () => {} }),
  async invoke(_, event) {
    const { shard, texts } = deliveryOf(event);
    await new Promise(resolve => setTimeout(resolve, 2));
    appendFileSync(effects, texts.map(text => `${shard} ${text}\n`).join(''));
  },
});
process.send!('ready');
