import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import type { StoredChartDependencies } from '../../dependencies.ts';
import { getStoredInterpretation } from './contract.ts';
import { interpretationPlaces, openInterpretation } from './sealed-interpretation.ts';
import { findInterpretation } from './store.ts';

/** One interpretation of a stored chart. */
export function getStoredInterpretationHandler({
  database: { sql },
  openRecorded,
}: Pick<StoredChartDependencies, 'database' | 'openRecorded'>): Handler<typeof getStoredInterpretation> {
  const purpose = routeKey(getStoredInterpretation);
  return async ({ params }, { caller: { userId }, requestId }) => {
    const row = await findInterpretation(sql, userId, params);
    const places = interpretationPlaces(userId, row);
    return openRecorded({ actorId: userId, subjectId: userId, purpose, requestId, places }, opener =>
      openInterpretation(opener, userId, row),
    );
  };
}
