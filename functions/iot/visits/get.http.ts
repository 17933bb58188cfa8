import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { visitWithPatternsAnswer } from './answer.ts';
import type { getVisit } from './contract.ts';
import { findVisit, listPatterns } from './store.ts';

/** A visit of the user, with what follows from it. */
export function getVisitHandler({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof getVisit> {
  return async ({ params: { visitId } }, { caller: { userId } }) => {
    const visit = await findVisit(sql, userId, visitId);
    return visitWithPatternsAnswer(visit, await listPatterns(sql, userId, visit));
  };
}
