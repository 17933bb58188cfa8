import postgres from 'postgres';
import { registerArrayTypes } from './array-types.ts';
import type { Database } from './database.ts';
import { transactionRunner } from './transaction.ts';

/** Where the database is and how it is reached. */
export interface DatabaseSettings {
  /** `postgres://user:password@host:port/database`, of the writer. */
  readonly url: string;
  /** Of the reader, which may lag; the writer serves its reads if there is none. */
  readonly readerUrl?: string;
  /** Asked at each new connection, in place of the password in the URL; told that URL. */
  readonly password?: (server: URL) => Promise<string>;
  /** Most connections, to writer and reader each. */
  readonly connections: number;
  /** Shown in the server's list of sessions. */
  readonly applicationName: string;
  /** Whether to encrypt, and to refuse a server whose certificate does not prove its name. */
  readonly tls?: boolean;
  /** Closes connections that idle so long, in seconds; none if left out. */
  readonly idleSeconds?: number;
  /**
   * The server ends statements that take longer, in milliseconds. Left out behind RDS Proxy, to which a session with
   * settings of its own is pinned: there the cluster's parameter group says it.
   */
  readonly statementTimeoutMs?: number;
}

const CONNECT_TIMEOUT_SECONDS = 5;

/** Running statements may take this long when the database is closed. */
const CLOSE_TIMEOUT_SECONDS = 2;

/** Of the driver itself, before it connects again: short, since the wait between attempts is ours. */
const RECONNECT_SECONDS = 0.02;

/** Opens no connection yet: the first statement does. */
export function openDatabase(settings: DatabaseSettings): Database {
  const writer = pool(settings, settings.url);
  const reader = settings.readerUrl === undefined ? writer : pool(settings, settings.readerUrl);
  return {
    sql: writer,
    reader,
    transaction: transactionRunner(writer),
    close: async () => {
      await Promise.all([...new Set([writer, reader])].map(each => each.end({ timeout: CLOSE_TIMEOUT_SECONDS })));
    },
  };
}

function pool(settings: DatabaseSettings, url: string): postgres.Sql<Record<string, never>> {
  const { password, connections, applicationName, tls = false, idleSeconds, statementTimeoutMs } = settings;
  const sql = postgres(url, {
    max: connections,
    ...(password && { password: () => password(new URL(url)) }),
    ssl: tls ? 'verify-full' : false,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    ...(idleSeconds !== undefined && { idle_timeout: idleSeconds }),
    // The driver's own grows to 20 s with each refused connection, however many ask.
    backoff: () => RECONNECT_SECONDS,
    connection: {
      application_name: applicationName,
      ...(statementTimeoutMs !== undefined && { statement_timeout: statementTimeoutMs }),
    },
    fetch_types: false,
    // A calendar date has no time and no zone: it stays the text that the engine too reads and writes.
    types: { civilDate: { to: 1082, from: [1082], serialize: (text: string) => text, parse: (text: string) => text } },
    // Notices are the server's remarks for people at a prompt: "relation exists, skipping".
    onnotice: () => {},
  }) as unknown as postgres.Sql<Record<string, never>>;
  registerArrayTypes(sql);
  return sql;
}
