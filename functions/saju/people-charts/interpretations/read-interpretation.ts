import type { OpenRecorded } from '../../../../platform/audit/open-recorded.ts';
import type { Sql } from '../../../../platform/db/database.ts';
import type { OwnReading } from '../read-chart.ts';
import { interpretationPlaces, openInterpretation } from './sealed-interpretation.ts';
import { findInterpretation, type InterpretationOf } from './store.ts';

/**
 * One interpretation of a stored chart, as it is answered: recorded, then opened.
 * @throws DomainError `interpretation_not_found`
 */
export async function readInterpretation(
  sql: Sql,
  openRecorded: OpenRecorded,
  { userId, purpose, requestId }: OwnReading,
  of: InterpretationOf,
): ReturnType<typeof openInterpretation> {
  const row = await findInterpretation(sql, userId, of);
  const places = interpretationPlaces(userId, row);
  return openRecorded({ actorId: userId, subjectId: userId, purpose, requestId, places }, opener =>
    openInterpretation(opener, userId, row),
  );
}
