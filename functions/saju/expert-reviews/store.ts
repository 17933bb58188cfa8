import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import type { InterpretationType } from '../people-charts/interpretations/interpretation.ts';
import { reviewNotFound } from './kinds.ts';

/** An interpretation that its user wants reviewed. */
export interface ReviewRequestRow {
  readonly id: string;
  readonly interpretation_type: InterpretationType;
  readonly review_requested_at: Date;
}

/** With what an expert reads of it, sealed under the key of `user_id`. */
export interface ReviewRow extends ReviewRequestRow {
  readonly user_id: string;
  readonly chart_id: string;
  readonly encrypted_chart: Uint8Array;
  readonly ai_interpretation: Uint8Array;
}

/** Oldest first: of active accounts, and not the expert's own. */
export function listRequests(
  sql: Sql,
  expertId: string,
  limit: number,
  after?: ListPosition,
): Promise<readonly ReviewRequestRow[]> {
  return sql<ReviewRequestRow[]>`
    select interpretation.id, interpretation_type, review_requested_at ${requested(sql, expertId)}
      ${after === undefined ? sql`` : sql`and (review_requested_at, interpretation.id) > (${after.at}, ${after.id}::uuid)`}
    order by review_requested_at, interpretation.id limit ${limit}`;
}

/** @throws DomainError `review_not_found` */
export async function findRequest(sql: Sql, expertId: string, interpretationId: string): Promise<ReviewRow> {
  const [row] = await sql<ReviewRow[]>`
    select interpretation.id, interpretation_type, review_requested_at, chart.user_id, chart.id as chart_id,
      encrypted_chart, ai_interpretation ${requested(sql, expertId)} and interpretation.id = ${interpretationId}`;
  if (row === undefined) throw new DomainError(reviewNotFound);
  return row;
}

/** Whose an interpretation is that the expert may review or has reviewed. @throws DomainError `review_not_found` */
export async function findOwner(
  sql: Sql,
  expertId: string,
  interpretationId: string,
): Promise<{ readonly user_id: string; readonly chart_id: string }> {
  const [row] = await sql<{ user_id: string; chart_id: string }[]>`
    select chart.user_id, chart.id as chart_id ${reviewable(sql, expertId)} and interpretation.id = ${interpretationId}
      and (review_status = 'requested' or interpretation.expert_id = ${expertId})`;
  if (row === undefined) throw new DomainError(reviewNotFound);
  return row;
}

/**
 * Stores a review, if it is still asked for and its account is still active.
 * @returns whether it was
 */
export async function storeReview(
  tx: Transaction,
  expertId: string,
  interpretationId: string,
  review: Uint8Array,
  now: Date,
): Promise<boolean> {
  // Held until the commit, in this order: neither suspended or erased nor withdrawn meanwhile.
  const [row] = await tx`
    select from (
      select interpretation.id ${requested(tx, expertId)} and interpretation.id = ${interpretationId}
      for share of owner for update of interpretation
    ) as held`;
  if (row === undefined) return false;
  await tx`
    update saju_interpretations
    set expert_review = ${review}, expert_id = ${expertId}, review_status = 'reviewed', reviewed_at = ${now}, updated_at = ${now}
    where id = ${interpretationId}`;
  return true;
}

function reviewable(sql: Sql, expertId: string) {
  return sql`
    from saju_interpretations as interpretation
    join saju_pillars as chart on chart.id = saju_pillar_id
    join users as owner on owner.id = chart.user_id
    where owner.account_status = 'active' and owner.id <> ${expertId}`;
}

function requested(sql: Sql, expertId: string) {
  return sql`${reviewable(sql, expertId)} and review_status = 'requested'`;
}
