import type { Database } from '../../../platform/db/database.ts';
import { cursorAfter, positionOf } from '../../../platform/http/clear-cursor.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { DEFAULT_ROWS } from '../../../platform/http/sealed-cursor.ts';
import { deviceLatestAnswer } from './answer.ts';
import type { listLatestReadings } from './contract.ts';
import { findLatest, listDevices } from './store.ts';

/** What the devices at a place measured last, page by page. */
export function listLatestReadingsHandler({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof listLatestReadings> {
  return async ({ query: { locationId, limit = DEFAULT_ROWS, cursor } }, { now }) => {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    // One more than asked tells whether there are more.
    const found = await listDevices(sql, locationId, limit + 1, after);
    const devices = found.slice(0, limit);
    const latest = await findLatest(
      sql,
      devices.map(({ id }) => id),
    );
    const last = devices.at(-1);
    const more = last !== undefined && found.length > limit;
    const at = now();
    return {
      devices: devices.map(device => deviceLatestAnswer(device, latest.get(device.id) ?? [], at)),
      nextCursor: more ? cursorAfter({ at: last.created_at, id: last.id }) : null,
    };
  };
}
