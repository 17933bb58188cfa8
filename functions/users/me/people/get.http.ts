import { read } from '../../../../platform/db/read.ts';
import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import type { MeDependencies } from '../dependencies.ts';
import { getPerson } from './contract.ts';
import { openPeople, personAnswer } from './person.ts';
import { countAccess, findPerson } from './store.ts';

/** One person of the account. */
export function getPersonHandler({
  database: { sql },
  openRecorded,
}: Pick<MeDependencies, 'database' | 'openRecorded'>): Handler<typeof getPerson> {
  const purpose = routeKey(getPerson);
  return async ({ params: { personId } }, { caller: { userId }, requestId, now }) => {
    const row = await read(findPerson(sql, userId, personId));
    const [told] = await openPeople(openRecorded, { userId, purpose, requestId }, [row]);
    await countAccess(sql, userId, [personId], now());
    return personAnswer(told!, row);
  };
}
