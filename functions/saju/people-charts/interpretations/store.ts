import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { chartNotFound } from '../kinds.ts';
import type { InterpretationType } from './interpretation.ts';
import { interpretationExists, interpretationNotFound } from './kinds.ts';

type ReviewStatus = 'not_requested' | 'requested' | 'reviewed';

/** An interpretation as stored. */
export interface InterpretationRow {
  readonly id: string;
  readonly interpretation_type: InterpretationType;
  readonly ai_interpretation: Uint8Array;
  readonly ai_confidence_score: number;
  readonly ai_model_version: string;
  readonly expert_review: Uint8Array | null;
  readonly review_status: ReviewStatus;
  readonly review_requested_at: Date | null;
  readonly reviewed_at: Date | null;
  readonly user_rating: number | null;
  readonly user_feedback: Uint8Array | null;
  readonly created_at: Date;
}

/** Which interpretation of whose chart. */
export interface InterpretationOf {
  readonly personId: string;
  readonly chartId: string;
  readonly type: InterpretationType;
}

/** What is written of one. */
export interface NewInterpretation {
  readonly id: string;
  readonly type: InterpretationType;
  readonly sealed: Uint8Array;
  readonly modelVersion: string;
  readonly confidence: number;
}

/** @throws DomainError `chart_not_found` where the chart is gone, `interpretation_exists` */
export async function insertInterpretation(
  tx: Transaction,
  userId: string,
  chartId: string,
  { id, type, sealed, modelVersion, confidence }: NewInterpretation,
  now: Date,
): Promise<void> {
  const [chart] = await tx`select from saju_pillars where user_id = ${userId} and id = ${chartId} for share`;
  if (chart === undefined) throw new DomainError(chartNotFound);
  const { count } = await tx`
    insert into saju_interpretations (
      id, saju_pillar_id, interpretation_type, ai_interpretation, ai_confidence_score, ai_model_version, created_at, updated_at
    ) values (${id}, ${chartId}, ${type}, ${sealed}, ${confidence}, ${modelVersion}, ${now}, ${now})
    on conflict (saju_pillar_id, interpretation_type) do nothing`;
  if (count === 0) throw new DomainError(interpretationExists);
}

/** @throws DomainError `interpretation_not_found`, also for one of somebody else's chart */
export async function findInterpretation(
  sql: Sql,
  userId: string,
  { personId, chartId, type }: InterpretationOf,
): Promise<InterpretationRow> {
  const [row] = await sql<InterpretationRow[]>`
    select ${columns(sql)} from saju_interpretations
    where saju_pillar_id in (
        select id from saju_pillars where user_id = ${userId} and person_id = ${personId} and id = ${chartId}
      )
      and interpretation_type = ${type}`;
  if (row === undefined) throw new DomainError(interpretationNotFound);
  return row;
}

/** Likewise; nobody else changes it until the transaction ends. */
export async function lockInterpretation(
  tx: Transaction,
  userId: string,
  { personId, chartId, type }: InterpretationOf,
): Promise<Pick<InterpretationRow, 'id' | 'review_status' | 'review_requested_at' | 'reviewed_at'>> {
  const [row] = await tx<InterpretationRow[]>`
    select id, review_status, review_requested_at, reviewed_at from saju_interpretations
    where saju_pillar_id in (
        select id from saju_pillars where user_id = ${userId} and person_id = ${personId} and id = ${chartId}
      )
      and interpretation_type = ${type}
    for update`;
  if (row === undefined) throw new DomainError(interpretationNotFound);
  return row;
}

/** Of a chart, in the order they were made. */
export function listInterpretations(sql: Sql, chartId: string): Promise<readonly InterpretationRow[]> {
  return sql<InterpretationRow[]>`
    select ${columns(sql)} from saju_interpretations where saju_pillar_id = ${chartId} order by created_at, id`;
}

/** What `interpretationPlaces` needs of each of a chart, without the sealed texts. */
export function listSealedColumns(sql: Sql, chartId: string) {
  return sql<{ id: string; ai_interpretation: true; expert_review: true | null; user_feedback: true | null }[]>`
    select id, true as ai_interpretation, nullif(expert_review is not null, false) as expert_review,
      nullif(user_feedback is not null, false) as user_feedback
    from saju_interpretations where saju_pillar_id = ${chartId}`;
}

export async function setRating(
  tx: Transaction,
  id: string,
  rating: number,
  feedback: Uint8Array | null,
  now: Date,
): Promise<void> {
  await tx`
    update saju_interpretations set user_rating = ${rating}, user_feedback = ${feedback}, updated_at = ${now}
    where id = ${id}`;
}

/** @param requestedAt null withdraws the request */
export async function setReviewRequest(
  tx: Transaction,
  id: string,
  requestedAt: Date | null,
  now: Date,
): Promise<void> {
  const status: ReviewStatus = requestedAt === null ? 'not_requested' : 'requested';
  await tx`
    update saju_interpretations set review_status = ${status}, review_requested_at = ${requestedAt}, updated_at = ${now}
    where id = ${id}`;
}

function columns(sql: Sql) {
  return sql`id, interpretation_type, ai_interpretation, ai_confidence_score::float8 as ai_confidence_score,
    ai_model_version, expert_review, review_status, review_requested_at, reviewed_at, user_rating, user_feedback, created_at`;
}
