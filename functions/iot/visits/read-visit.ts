import type { Sql } from '../../../platform/db/database.ts';
import { visitWithPatternsAnswer } from './answer.ts';
import { findVisit, listPatterns } from './store.ts';

/** A visit of the user with what follows from it, as it is answered. @throws DomainError `visit_not_found` */
export async function readVisit(
  sql: Sql,
  userId: string,
  visitId: string,
): Promise<ReturnType<typeof visitWithPatternsAnswer>> {
  const visit = await findVisit(sql, userId, visitId);
  return visitWithPatternsAnswer(visit, await listPatterns(sql, userId, visit));
}
