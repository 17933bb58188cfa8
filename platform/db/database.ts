import type postgres from 'postgres';

/** Runs statements: the pool, or one transaction. What stores take, so that they work in both. */
export type Sql = postgres.ISql<Record<string, never>>;

/** Part of a statement. */
export type Fragment = postgres.Fragment;

/** One open transaction. */
export type Transaction = postgres.TransactionSql<Record<string, never>>;

export interface TransactionOptions {
  /** PostgreSQL's own default is read committed. */
  readonly isolation?: 'repeatable read' | 'serializable';
  /** For all attempts together, in milliseconds: 30 s if left out. Jobs with long statements say their own. */
  readonly deadlineMs?: number;
  /**
   * For how long it goes on where no connection can be had, in milliseconds: 5 s if left out, so that a request is answered
   * before its function's time is up. Work that nobody waits for says more.
   */
  readonly awayMs?: number;
}

/** The relational database, PostgreSQL 16: Aurora behind RDS Proxy, or the embedded server. */
export interface Database {
  /**
   * Single statements on the writer, each its own transaction. Never retried: what they throw is the driver's, and callers are
   * told of it by `unavailable`.
   */
  readonly sql: Sql;
  /** For reads that may lag behind the writer by a second: the reader where there is one, else the writer. */
  readonly reader: Sql;
  /**
   * Runs `work` in a transaction and commits it. Where the server says that nothing was committed (40001, 40P01, a
   * connection lost before the commit) it runs again; where a connection is lost at the commit the server is asked what
   * became of it. `work` may therefore run more than once and has no effect outside of `tx`.
   * @throws DomainError `database_unavailable` when it could not be done before the deadline, or no connection could be had,
   * `outcome_unknown` when it may have been; whatever `work` throws, and the server's other refusals, as they are.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>, options?: TransactionOptions): Promise<Result>;
  /** Lets running statements end, for at most some seconds. */
  close(): Promise<void>;
}
