import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { getVisit } from './contract.ts';
import { readVisit } from './read-visit.ts';

/** A visit of the user, with what follows from it. */
export function getVisitHandler({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof getVisit> {
  return async ({ params: { visitId } }, { caller: { userId } }) => readVisit(sql, userId, visitId);
}
