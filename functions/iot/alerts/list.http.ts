import type { Database } from '../../../platform/db/database.ts';
import { cursorAfter, positionOf } from '../../../platform/http/clear-cursor.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { DEFAULT_ROWS } from '../../../platform/http/sealed-cursor.ts';
import { alertAnswer } from './answer.ts';
import type { listAlerts } from './contract.ts';
import { listAlertRows } from './store.ts';

/** Alerts, page by page. */
export function listAlertsHandler({
  database,
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof listAlerts> {
  return async ({ query: { limit = DEFAULT_ROWS, cursor, ...filter } }) => {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    // One more than asked tells whether there are more.
    const found = await listAlertRows(database.sql, filter, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = last !== undefined && found.length > limit;
    return {
      alerts: rows.map(alertAnswer),
      nextCursor: more ? cursorAfter({ at: last.raised_at, id: last.id }) : null,
    };
  };
}
