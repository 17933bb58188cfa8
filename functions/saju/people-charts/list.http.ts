import { type Handler, routeKey } from '../../../platform/http/route.ts';
import { DEFAULT_ROWS, openCursor, sealCursor } from '../../../platform/http/sealed-cursor.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { summaryAnswer } from './answer.ts';
import { listStoredCharts } from './contract.ts';
import { findBirth, listCharts } from './store.ts';

/** The charts of a person, page by page. */
export function listStoredChartsHandler({
  database: { sql },
  cipher,
}: Pick<StoredChartDependencies, 'database' | 'cipher'>): Handler<typeof listStoredCharts> {
  return async ({ params: { personId }, query: { limit = DEFAULT_ROWS, cursor } }, { caller: { userId } }) => {
    // A cursor of one person's list is none of another's.
    const list = `${routeKey(listStoredCharts)} ${personId}`;
    const after = cursor === undefined ? undefined : await openCursor(cipher, userId, list, cursor);
    // One more than asked tells whether there are more.
    const found = await listCharts(sql, userId, personId, limit + 1, after);
    if (found.length === 0) await findBirth(sql, userId, personId);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = last !== undefined && found.length > limit;
    return {
      charts: rows.map(row => summaryAnswer(personId, row)),
      nextCursor: more ? await sealCursor(cipher, userId, list, { at: last.created_at, id: last.id }) : null,
    };
  };
}
