import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { constants } from 'node:os';

const ORPHAN_CHECK_MS = 200;

/** Requests in flight may take this long once it is asked to stop. */
const MOST_STOPPING_MS = 5_000;

/** One that takes longer is told of: whoever pressed Ctrl-C would take it for hung. */
const SILENT_STOPPING_MS = 1_000;

const STILL_STOPPING = 'Stopping, once requests, jobs and batches in flight have ended. Ctrl-C again ends at once.';

/**
 * On SIGINT or SIGTERM, and when nobody reads its output any more (`npm start | head`): takes no more connections, lets requests
 * in flight end, stops the engines they use, and exits with 0. A second signal ends at once; engines end with this process. To be called before the server listens.
 *
 * @param closeSockets called at once, for connections that would last: WebSockets
 */
export function stopOnSignals(server: Server, stopEngines: () => Promise<void>, closeSockets = () => {}): void {
  // Browsers open connections ahead of need; Node counts one as idle only after its first request.
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  server.on('upgrade', ({ socket }) => unused.delete(socket));

  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(128 + constants.signals[signal]);
    stopping = true;
    setTimeout(() => server.closeAllConnections(), MOST_STOPPING_MS).unref();
    setTimeout(() => console.error(STILL_STOPPING), SILENT_STOPPING_MS).unref();
    closeSockets();
    server.close(() => stopEngines().finally(() => process.exit(0)));
    for (const socket of unused) socket.destroy();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  // Each line after the first that fails fails, too.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => stopping || stop('SIGTERM'));
  if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(() => stopping || stop('SIGTERM'));
}

/**
 * A SIGTERM to `npm start` ends npm and the shell between us, which does not pass it on: under npm, a parent that is gone
 * says the same.
 */
function whenOrphaned(act: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || act(), ORPHAN_CHECK_MS).unref();
}
