import { startPostgres } from '../../../local/engines/postgres.ts';

/** A process that starts a server, tells its number, and waits to be killed. */
const { processId } = await startPostgres({ directory: process.argv[2]! });
process.send!(processId);
setInterval(() => {}, 1_000);
