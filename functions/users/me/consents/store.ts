import type { Sql } from '../../../../platform/db/database.ts';
import type { ListPosition } from '../../../../platform/http/sealed-cursor.ts';
import type { ConsentKind } from '../../consents/consent.ts';

/** One decision of the history. */
export interface DecisionRow {
  /** Ascending in the order of deciding; a number in text. */
  readonly id: string;
  readonly kind: ConsentKind;
  readonly version: string;
  readonly given: boolean;
  readonly givenBy: 'self' | 'guardian';
  readonly at: Date;
}

/** The last decision of each kind that was ever decided. */
export function lastDecisions(sql: Sql, userId: string): Promise<readonly DecisionRow[]> {
  return sql<DecisionRow[]>`
    select distinct on (kind) ${columns(sql)} from consents where user_id = ${userId} order by kind, position desc`;
}

/** The latest first. */
export function listDecisions(
  sql: Sql,
  userId: string,
  limit: number,
  after?: ListPosition,
): Promise<readonly DecisionRow[]> {
  return sql<DecisionRow[]>`
    select ${columns(sql)} from consents
    where user_id = ${userId} ${after === undefined ? sql`` : sql`and position < ${after.id}::bigint`}
    order by position desc limit ${limit}`;
}

function columns(sql: Sql) {
  return sql`position::text as id, kind, version, given, given_by as "givenBy", decided_at as at`;
}
