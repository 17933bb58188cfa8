import type { Settings } from '../config.ts';

const KB_OF_MB = 1024;

/**
 * Settings of the PostgreSQL server, as Aurora takes them. `shared_buffers` and `effective_cache_size` are not among
 * them: Serverless v2 sets both with its capacity.
 */
export function databaseParameters(database: Settings['database']): Record<string, string> {
  return {
    'rds.force_ssl': '1',
    max_connections: String(database.maxConnections),
    work_mem: String(database.workMemMb * KB_OF_MB),
    maintenance_work_mem: String(database.maintenanceWorkMemMb * KB_OF_MB),
    // Longer than any answer may take (an HTTP API gives up after 30 s). Said here, since a session that says it by itself is pinned to
    // its connection by the proxy; migrations and jobs lift it in their transaction.
    statement_timeout: '25000',
    // A function that Lambda froze in a transaction holds its locks, and holds back VACUUM and the relay of events.
    idle_in_transaction_session_timeout: '60000',
    // Statements slower than a second, with none of the values in them, and errors without the row that they quote.
    log_min_duration_statement: '1000',
    log_parameter_max_length: '0',
    log_error_verbosity: 'terse',
    // What became of a commit whose answer was lost is asked of the server.
    track_commit_timestamp: '1',
    log_lock_waits: '1',
    shared_preload_libraries: 'pg_stat_statements',
  };
}
