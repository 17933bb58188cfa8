/** Where the server says that two transactions stood in each other's way: serialization failure, deadlock. */
const CONFLICTS = new Set(['40001', '40P01']);

/** SQLSTATEs of a session that the server ends or does not begin: class 08, shutdown, start-up, too many connections. */
const REFUSED_SESSION = /^(?:08...|57P0[123]|53300)$/;

/** Disk full, out of memory, a limit of its configuration reached. */
const FULL = /^53[124]00$/;

/** The driver's own. Not CONNECTION_ENDED: we closed the database ourselves. */
const LOST_BY_DRIVER = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT']);

/** Of the network, which comes back: a failover moves a name, and for a moment there is none. */
const LOST_BY_NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What an error of the driver says about the transaction it ended. */
export type Failure =
  /** Rolled back, and may succeed if it runs again. */
  | 'conflict'
  /** The connection is gone or could not be made: rolled back, unless a commit had been sent. */
  | 'lost'
  /** The server has no room, mostly on its disk: rolled back, and running again at once does not mend it. */
  | 'full'
  /** Anything else: the statement's or the work's own fault, which running again does not mend. */
  | 'final';

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return 'final';
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error.name === 'PostgresError') {
    if (CONFLICTS.has(code)) return 'conflict';
    if (FULL.test(code)) return 'full';
    return REFUSED_SESSION.test(code) ? 'lost' : 'final';
  }
  if (LOST_BY_DRIVER.has(code)) return 'lost';
  // The driver marks socket errors with the statement they ended: without one it was another connection of the work's.
  return LOST_BY_NETWORK.has(code) && 'query' in error ? 'lost' : 'final';
}
