import type { Sql } from '../db/database.ts';
import type { FieldPlace } from '../encryption/field-cipher.ts';

/** What is read, without whose it is. */
export type AccessedPlace = Omit<FieldPlace, 'userId'>;

/** One reading of personal data. */
export interface Access {
  /** Who reads: a user's id, or the name of a job. */
  readonly actorId: string;
  /** Whose data it is. */
  readonly subjectId: string;
  /** Why: the route key or the job (`GET /v1/me/people`). */
  readonly purpose: string;
  readonly requestId: string;
  /** What is read: no values. */
  readonly places: readonly AccessedPlace[];
}

/** The record of who read whose data: written and committed before a value is given, and never changed. */
export interface AccessLog {
  /** Commits the record, in a transaction of its own. @throws what the database throws: then nothing may be opened */
  record(access: Access, at: Date): Promise<void>;
  /** Likewise for a value that did not open (`code`), so that an attempt is seen. */
  recordFailure(access: Access, code: string, at: Date): Promise<void>;
}

/** The outcome of a record written before its value was opened; any other is the code of why one did not open. */
const GRANTED = 'granted';

export type AccessLogFactory = (sql: Sql) => AccessLog;

/**
 * The access log of a database, in its table `access_records`.
 * @param sql of the writer, not of an open transaction: what it records would end with that
 */
export const createAccessLog: AccessLogFactory = sql => {
  async function write(access: Access, outcome: string, at: Date): Promise<void> {
    const { actorId, subjectId, purpose, requestId } = access;
    // What else a place may say (whose it is) is the record's own.
    const places = access.places.map(({ table, column, rowId }) => ({ table, column, rowId }));
    await sql`
      insert into access_records (actor_id, subject_id, purpose, request_id, places, outcome, accessed_at)
      values (${actorId}, ${subjectId}, ${purpose}, ${requestId}, ${sql.json(places)}, ${outcome}, ${at})`;
  }

  return {
    record: (access, at) => write(access, GRANTED, at),
    recordFailure: (access, code, at) => write(access, code, at),
  };
};
