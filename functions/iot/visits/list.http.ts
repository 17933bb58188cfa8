import type { Database } from '../../../platform/db/database.ts';
import { cursorAfter, positionOf } from '../../../platform/http/clear-cursor.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { DEFAULT_ROWS } from '../../../platform/http/sealed-cursor.ts';
import { visitAnswer } from './answer.ts';
import type { listVisits } from './contract.ts';
import { listRows } from './store.ts';

/** The visits of a user, page by page. */
export function listVisitsHandler({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof listVisits> {
  return async ({ query: { limit = DEFAULT_ROWS, cursor } }, { caller: { userId } }) => {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    // One more than asked tells whether there are more.
    const found = await listRows(sql, userId, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = last !== undefined && found.length > limit;
    return {
      visits: rows.map(visitAnswer),
      nextCursor: more ? cursorAfter({ at: last.checked_in_at, id: last.id }) : null,
    };
  };
}
