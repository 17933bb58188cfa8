import type { Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { refuseWithoutConsent } from './consent.ts';
import { FORGOTTEN_HOURS } from './contract.ts';
import { visitForgotten } from './kinds.ts';
import { findVisit, type VisitRow } from './store.ts';

/**
 * A visit that its user is about to change, in a transaction that holds the account alone.
 * @throws DomainError `visit_not_found` also after a withdrawal of the consent, which deletes it; `location_consent_needed` where
 * it was left all the same; `visit_forgotten`
 */
export async function changeableVisit(tx: Transaction, userId: string, visitId: string): Promise<VisitRow> {
  const visit = await findVisit(tx, userId, visitId);
  await refuseWithoutConsent(tx, userId);
  if (visit.forgotten) throw new DomainError(visitForgotten, { hours: FORGOTTEN_HOURS });
  return visit;
}
