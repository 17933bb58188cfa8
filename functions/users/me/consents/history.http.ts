import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import { DEFAULT_ROWS, openCursor, sealCursor } from '../../../../platform/http/sealed-cursor.ts';
import type { MeDependencies } from '../dependencies.ts';
import { listConsentHistory } from './contract.ts';
import { listDecisions } from './store.ts';

/** Every decision of who asks on what they consent to. */
export function listConsentHistoryHandler({
  database: { sql },
  cipher,
}: Pick<MeDependencies, 'database' | 'cipher'>): Handler<typeof listConsentHistory> {
  const list = routeKey(listConsentHistory);
  return async ({ query: { limit = DEFAULT_ROWS, cursor } }, { caller: { userId } }) => {
    const after = cursor === undefined ? undefined : await openCursor(cipher, userId, list, cursor);
    const found = await listDecisions(sql, userId, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      decisions: rows.map(({ kind, version, given, givenBy, at }) => ({
        kind,
        version,
        given,
        givenBy,
        decidedAt: at.toISOString(),
      })),
      nextCursor: last && found.length > limit ? await sealCursor(cipher, userId, list, last) : null,
    };
  };
}
