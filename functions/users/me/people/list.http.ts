import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import { DEFAULT_ROWS, openCursor, sealCursor } from '../../../../platform/http/sealed-cursor.ts';
import type { MeDependencies } from '../dependencies.ts';
import { listPeople } from './contract.ts';
import { openPeople, personAnswer } from './person.ts';
import { countAccess, listPersonRows } from './store.ts';

/** The people of the account, page by page. */
export function listPeopleHandler({
  database: { sql },
  cipher,
  openRecorded,
}: Pick<MeDependencies, 'database' | 'cipher' | 'openRecorded'>): Handler<typeof listPeople> {
  const purpose = routeKey(listPeople);
  return async ({ query: { limit = DEFAULT_ROWS, cursor } }, { caller: { userId }, requestId, now }) => {
    const after = cursor === undefined ? undefined : await openCursor(cipher, userId, purpose, cursor);
    // One more than asked tells whether there are more.
    const found = await listPersonRows(sql, userId, limit + 1, after);
    const rows = found.slice(0, limit);
    const told = await openPeople(openRecorded, { userId, purpose, requestId }, rows);
    const people = rows.map((row, at) => personAnswer(told[at]!, row));
    const last = rows.at(-1);
    if (last === undefined) return { people, nextCursor: null };
    await countAccess(
      sql,
      userId,
      rows.map(({ id }) => id),
      now(),
    );
    const nextCursor =
      found.length > limit ? await sealCursor(cipher, userId, purpose, { at: last.created_at, id: last.id }) : null;
    return { people, nextCursor };
  };
}
