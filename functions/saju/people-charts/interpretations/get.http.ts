import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import type { StoredChartDependencies } from '../../dependencies.ts';
import { getStoredInterpretation } from './contract.ts';
import { readInterpretation } from './read-interpretation.ts';

/** One interpretation of a stored chart. */
export function getStoredInterpretationHandler({
  database: { sql },
  openRecorded,
}: Pick<StoredChartDependencies, 'database' | 'openRecorded'>): Handler<typeof getStoredInterpretation> {
  const purpose = routeKey(getStoredInterpretation);
  return async ({ params }, { caller: { userId }, requestId }) =>
    readInterpretation(sql, openRecorded, { userId, purpose, requestId }, params);
}
