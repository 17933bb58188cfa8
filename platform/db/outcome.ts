import type { Sql } from './database.ts';

/** Names a transaction beyond its connection. */
export interface TransactionIdentity {
  /** Its number, an xid8 in decimal. */
  readonly xid: string;
  /** When the server that gave the number was started. */
  readonly server: string;
}

/** `invalid_parameter_value`: the number has never been given out. */
const IN_THE_FUTURE = '22023';

interface Status {
  readonly status: 'committed' | 'aborted' | 'in progress' | null;
  readonly server: string;
  /** Null where the server keeps no commit times. */
  readonly before_start: boolean | null;
}

/**
 * Asks the server what became of a transaction whose connection was lost at its commit.
 *
 * A server that crashed gives numbers out again whose transactions had not reached the disk, so that after a restart
 * "committed" may be said of another's. It is ours if it was committed before the server started; where that cannot be
 * told (`track_commit_timestamp` is off, or another machine took over without a start) it is unknown.
 */
export async function outcomeOf(
  sql: Sql,
  { xid, server }: TransactionIdentity,
): Promise<'committed' | 'aborted' | 'in progress' | 'unknown'> {
  const [now] = await sql<[Status]>`
    select
      pg_xact_status(${xid}::xid8) as status,
      extract(epoch from pg_postmaster_start_time())::text as server,
      case when current_setting('track_commit_timestamp') = 'on'
        then pg_xact_commit_timestamp(${xid}::xid8::xid) < pg_postmaster_start_time() end as before_start`.catch(
    (error: Error & { code?: string }) => {
      if (error.code !== IN_THE_FUTURE) throw error;
      return [{ status: 'aborted', server, before_start: null } satisfies Status];
    },
  );
  if (now.status === null) return 'unknown';
  if (now.status !== 'committed' || now.server === server) return now.status;
  return now.before_start ? 'committed' : 'unknown';
}
