import type { AccessedPlace } from '../../../../platform/audit/access-log.ts';
import type { Sql } from '../../../../platform/db/database.ts';
import type { ListPosition } from '../../../../platform/http/sealed-cursor.ts';

export interface AccessRow {
  /** Ascending; a number in text. */
  readonly id: string;
  readonly actorId: string;
  readonly purpose: string;
  readonly requestId: string;
  readonly outcome: string;
  readonly places: readonly AccessedPlace[];
  readonly at: Date;
}

/** Readings of a subject's data, the latest first. */
export function listAccessRows(
  sql: Sql,
  subjectId: string,
  limit: number,
  after?: ListPosition,
): Promise<readonly AccessRow[]> {
  return sql<AccessRow[]>`
    select id::text, actor_id as "actorId", purpose, request_id as "requestId", outcome, places, accessed_at as at
    from access_records
    where subject_id = ${subjectId}
      ${after === undefined ? sql`` : sql`and (accessed_at, id) < (${after.at}, ${after.id}::bigint)`}
    order by accessed_at desc, access_records.id desc limit ${limit}`;
}
