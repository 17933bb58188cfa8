import { setTimeout as sleep } from 'node:timers/promises';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { connectionsTableOfEnvironment } from '../../platform/dynamodb/client.ts';
import { createBroadcast } from '../../platform/sockets/broadcast.ts';
import { createConnections } from '../../platform/sockets/connections.ts';
import { senderOfEnvironment as sender } from '../../platform/sockets/sender.ts';
import { type StreamProcessor, streamFunction } from '../../platform/streams/stream-function.ts';
import { createLiveFeed } from './live/feed.ts';
import { createLiveAudience } from './live/live-audience.ts';
import { LIVE } from './live/name.ts';

const name = 'live-feed';

/** Made at the first batch: one machine's engines start after its functions are loaded. */
function fromEnvironment(): StreamProcessor {
  const connections = createConnections(connectionsTableOfEnvironment(), LIVE);
  const clock = {
    now: () => new Date(),
    elapsed: () => performance.now(),
    sleep: (ms: number) => sleep(ms),
  };
  return createLiveFeed({
    audience: createLiveAudience({ sql: databaseFromEnvironment().sql, connections, sender, ...clock }),
    broadcast: createBroadcast({ sender, connections, name }),
    ...clock,
  });
}

let feed: StreamProcessor | undefined;

export const handler = streamFunction({
  name,
  process: async batch => {
    feed ??= fromEnvironment();
    return feed(batch);
  },
});
