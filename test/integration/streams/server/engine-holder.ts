import { startStreams } from '../../../../local/engines/streams.ts';

/** A process that starts a server, tells of it, and waits to be killed. */
const { processId, endpoint } = await startStreams({ directory: process.argv[2]! });
process.send!({ processId, endpoint });
setInterval(() => {}, 1_000);
