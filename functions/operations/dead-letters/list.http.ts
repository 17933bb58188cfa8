import type { Database } from '../../../platform/db/database.ts';
import { cursorAfter, positionOf } from '../../../platform/http/clear-cursor.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { deadLetterAnswer } from './answer.ts';
import type { listDeadLetters } from './contract.ts';
import { listRows } from './store.ts';

const DEFAULT_ROWS = 20;

/** What was set aside, page by page. */
export function listDeadLettersHandler({
  database,
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof listDeadLetters> {
  return async ({ query: { consumer, state, limit = DEFAULT_ROWS, cursor } }) => {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    // One more than asked tells whether there are more.
    const found = await listRows(database.sql, { consumer, state }, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = last !== undefined && found.length > limit;
    return {
      deadLetters: rows.map(deadLetterAnswer),
      nextCursor: more ? cursorAfter({ at: last.dead_lettered_at, id: last.id }) : null,
    };
  };
}
