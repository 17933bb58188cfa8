import type { FieldCipher, FieldPlace } from '../../../../platform/encryption/field-cipher.ts';
import type { Answer } from '../../../../platform/http/operation.ts';
import type { interpretationOutput } from './interpretation.ts';
import type { InterpretationRow } from './store.ts';

type InterpretationAnswer = Answer<typeof interpretationOutput>;

type SealedColumn = 'ai_interpretation' | 'expert_review' | 'user_feedback';

const SEALED_COLUMNS = [
  'ai_interpretation',
  'expert_review',
  'user_feedback',
] as const satisfies readonly SealedColumn[];

/** Where a text of an interpretation stands. All three are under the key of the chart's user. */
export function interpretationPlace(userId: string, interpretationId: string, column: SealedColumn): FieldPlace {
  return { userId, table: 'saju_interpretations', column, rowId: interpretationId };
}

/** The places that `openInterpretation` opens: for the access record, which comes first. */
export function interpretationPlaces(
  userId: string,
  row: { readonly id: string } & { readonly [Column in SealedColumn]: unknown },
): readonly FieldPlace[] {
  return SEALED_COLUMNS.filter(column => row[column] !== null).map(column =>
    interpretationPlace(userId, row.id, column),
  );
}

/**
 * An interpretation with all that was said of it. The caller has recorded the access.
 * @throws UnopenedField
 */
export async function openInterpretation(
  { open }: Pick<FieldCipher, 'open'>,
  userId: string,
  row: InterpretationRow,
): Promise<InterpretationAnswer> {
  const [section, review, feedback] = await Promise.all(
    SEALED_COLUMNS.map(async column => {
      const sealed = row[column];
      if (sealed === null) return null;
      return Buffer.from(await open(interpretationPlace(userId, row.id, column), sealed)).toString();
    }),
  );
  return {
    id: row.id,
    type: row.interpretation_type,
    modelVersion: row.ai_model_version,
    confidence: row.ai_confidence_score,
    section: JSON.parse(section!),
    review: reviewAnswer(row, review!),
    rating: row.user_rating === null ? null : { rating: row.user_rating, feedback: feedback! },
    createdAt: row.created_at.toISOString(),
  };
}

export function reviewAnswer(
  row: Pick<InterpretationRow, 'review_status' | 'review_requested_at' | 'reviewed_at'>,
  text: string | null,
): InterpretationAnswer['review'] {
  return {
    status: row.review_status,
    requestedAt: row.review_requested_at?.toISOString() ?? null,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    text,
  };
}
