import { holdAccountAlone } from '../../../platform/accounts/account-state.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { refuseWithoutConsent } from './consent.ts';
import { FORGOTTEN_HOURS } from './contract.ts';
import { visitForgotten } from './kinds.ts';
import { findVisit, type VisitRow } from './store.ts';

/**
 * A visit that its user is about to change, whose account is held until the transaction ends.
 * @throws DomainError `visit_not_found` also after a withdrawal of the consent, which deletes it; `location_consent_needed` where
 * it was left all the same; `visit_forgotten`, and as `holdAccountAlone`
 */
export async function holdVisit(tx: Transaction, userId: string, visitId: string): Promise<VisitRow> {
  await holdAccountAlone(tx, userId, 'refused');
  const visit = await findVisit(tx, userId, visitId);
  await refuseWithoutConsent(tx, userId);
  if (visit.forgotten) throw new DomainError(visitForgotten, { hours: FORGOTTEN_HOURS });
  return visit;
}
