import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import type { MeDependencies } from '../dependencies.ts';
import { getPerson } from './contract.ts';
import { readPerson } from './read-person.ts';

/** One person of the account. */
export function getPersonHandler({
  database: { sql },
  openRecorded,
}: Pick<MeDependencies, 'database' | 'openRecorded'>): Handler<typeof getPerson> {
  const purpose = routeKey(getPerson);
  return async ({ params: { personId } }, { caller: { userId }, requestId, now }) =>
    readPerson(sql, openRecorded, { userId, purpose, requestId }, personId, now());
}
