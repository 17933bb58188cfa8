import type { Server } from 'node:http';
import { constants } from 'node:os';

/** Requests in flight may take this long once it is asked to stop. */
const MOST_STOPPING_MS = 5_000;

/** On SIGINT or SIGTERM: takes no more connections, lets requests in flight end, and exits with 0. A second signal ends at once. */
export function stopOnSignals(server: Server): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(128 + constants.signals[signal]);
    stopping = true;
    setTimeout(() => server.closeAllConnections(), MOST_STOPPING_MS).unref();
    server.close(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
