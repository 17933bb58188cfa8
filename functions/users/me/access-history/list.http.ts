import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import { DEFAULT_ROWS, openCursor, sealCursor } from '../../../../platform/http/sealed-cursor.ts';
import type { MeDependencies } from '../dependencies.ts';
import { listAccessHistory } from './contract.ts';
import { listAccessRows } from './store.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Who read the data of who asks. It names places and opens nothing, so that reading it is no reading itself. */
export function listAccessHistoryHandler({
  database: { sql },
  cipher,
}: Pick<MeDependencies, 'database' | 'cipher'>): Handler<typeof listAccessHistory> {
  const list = routeKey(listAccessHistory);
  return async ({ query: { limit = DEFAULT_ROWS, cursor } }, { caller: { userId } }) => {
    const after = cursor === undefined ? undefined : await openCursor(cipher, userId, list, cursor);
    const found = await listAccessRows(sql, userId, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      accesses: rows.map(({ actorId, purpose, requestId, outcome, places, at }) => ({
        at: at.toISOString(),
        actor: { kind: actorId === userId ? 'self' : UUID.test(actorId) ? 'account' : 'job', id: actorId },
        purpose,
        requestId,
        outcome,
        items: places,
      })),
      nextCursor: last && found.length > limit ? await sealCursor(cipher, userId, list, last) : null,
    };
  };
}
