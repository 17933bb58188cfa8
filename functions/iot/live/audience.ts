import { writeLog } from '../../../platform/observability/log-sink.ts';
import { loggableError } from '../../../platform/observability/loggable-error.ts';
import type { Connection } from '../../../platform/sockets/connections.ts';

/** Who listens, and to which devices. */
export interface Audience {
  /** Open connections by their location; without one, nobody listens there. */
  readonly listeners: ReadonlyMap<string, readonly string[]>;
  /** Locations by the ids of the devices there. */
  readonly locationOf: ReadonlyMap<string, string>;
}

export interface AudienceDependencies {
  /** All open connections. */
  connections(): Promise<readonly Connection[]>;
  /** Those that may still hear; the others are closed. */
  permitted(connections: readonly Connection[]): Promise<readonly Connection[]>;
  devicesAt(locationIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** The least of a promise and a time. */
  sleep(ms: number): Promise<void>;
}

/** How long a new connection may wait for its first values, and how often "nobody" is asked for. */
const LISTENERS_MS = 1_000;
/** How long a device that was moved is still heard at its former place, and a session that has ended hears. */
const KNOWN_MS = 10_000;
/** While nobody answers, what is known goes on for so long: a database fails over in half of it. */
const STALE_MS = 60_000;
/** A shard does not wait for a refresh for longer; the answer is for a batch after it. */
const PATIENCE_MS = 500;

const nobody: Audience = { listeners: new Map(), locationOf: new Map() };

/**
 * Tells who listens, by what was known within the last second. Where nobody does, that is one query of DynamoDB a second and
 * nothing else; the database is asked only while somebody does. Never throws.
 */
export function createAudience(dependencies: AudienceDependencies): () => Promise<Audience> {
  const { connections, permitted, devicesAt, now, sleep } = dependencies;
  let known:
    | { readonly at: number; readonly open: ReadonlySet<string>; readonly allowed: readonly Connection[] }
    | undefined;
  let locationOf: ReadonlyMap<string, string> = new Map();
  let audience = nobody;
  /** When what is known was asked for. */
  let knownAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let refreshing = false;
  /** Ends with the refresh that began last, or when nobody waits for it any more. */
  let patience: Promise<void> = Promise.resolve();

  async function refresh(): Promise<void> {
    refreshing = true;
    triedAt = now();
    const at = triedAt;
    try {
      const open = await connections();
      audience = open.length === 0 ? nobody : await of(open);
      knownAt = at;
    } catch (error) {
      writeLog(JSON.stringify({ level: 'error', event: 'live_audience_unknown', error: loggableError(error) }));
    } finally {
      refreshing = false;
    }
  }

  async function of(open: readonly Connection[]): Promise<Audience> {
    if (known === undefined || now() - known.at >= KNOWN_MS || open.some(({ id }) => !known!.open.has(id))) {
      const at = now();
      const allowed = await permitted(open);
      locationOf = await devicesAt([...new Set(allowed.map(({ topic }) => topic))]);
      known = { at, open: new Set(open.map(({ id }) => id)), allowed };
    }
    const still = new Set(open.map(({ id }) => id));
    const hearing = known.allowed.filter(({ id }) => still.has(id));
    const byLocation = Map.groupBy(hearing, ({ topic }) => topic);
    const listeners = new Map([...byLocation].map(([topic, of]) => [topic, of.map(({ id }) => id)]));
    return { listeners, locationOf };
  }

  return async () => {
    if (!refreshing && now() - triedAt >= LISTENERS_MS) patience = Promise.race([refresh(), sleep(PATIENCE_MS)]);
    await patience;
    return now() - knownAt > STALE_MS ? nobody : audience;
  };
}
