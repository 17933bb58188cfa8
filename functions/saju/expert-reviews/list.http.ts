import { type Handler, routeKey } from '../../../platform/http/route.ts';
import { DEFAULT_ROWS, openCursor, sealCursor } from '../../../platform/http/sealed-cursor.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { listReviewRequests } from './contract.ts';
import { listRequests } from './store.ts';

/** What users want reviewed, page by page. */
export function listReviewRequestsHandler({
  database: { sql },
  cipher,
}: Pick<StoredChartDependencies, 'database' | 'cipher'>): Handler<typeof listReviewRequests> {
  const list = routeKey(listReviewRequests);
  return async ({ query: { limit = DEFAULT_ROWS, cursor } }, { caller: { userId } }) => {
    const after = cursor === undefined ? undefined : await openCursor(cipher, userId, list, cursor);
    // One more than asked tells whether there are more.
    const found = await listRequests(sql, userId, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = last !== undefined && found.length > limit;
    return {
      requests: rows.map(({ id, interpretation_type, review_requested_at }) => ({
        interpretationId: id,
        type: interpretation_type,
        requestedAt: review_requested_at.toISOString(),
      })),
      nextCursor: more ? await sealCursor(cipher, userId, list, { at: last.review_requested_at, id: last.id }) : null,
    };
  };
}
