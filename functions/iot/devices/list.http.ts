import type { Database } from '../../../platform/db/database.ts';
import { cursorAfter, positionOf } from '../../../platform/http/clear-cursor.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { DEFAULT_ROWS } from '../../../platform/http/sealed-cursor.ts';
import { deviceAnswer } from './answer.ts';
import type { listDevices } from './contract.ts';
import { listDeviceRows } from './store.ts';

/** Devices, page by page. */
export function listDevicesHandler({
  database,
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof listDevices> {
  return async ({ query: { limit = DEFAULT_ROWS, cursor, retired = false, ...filter } }, context) => {
    const now = context.now();
    const after = cursor === undefined ? undefined : positionOf(cursor);
    // One more than asked tells whether there are more.
    const found = await listDeviceRows(database.sql, { ...filter, retired }, { limit: limit + 1, after, now });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = last !== undefined && found.length > limit;
    return {
      devices: rows.map(row => deviceAnswer(row, now)),
      nextCursor: more ? cursorAfter({ at: last.created_at, id: last.id }) : null,
    };
  };
}
