import { holdAccountAlone } from '../../../platform/accounts/account-state.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { WriteHandler } from '../../../platform/http/write-route.ts';
import { visitAnswer } from './answer.ts';
import { refuseWithoutConsent } from './consent.ts';
import type { checkIn } from './contract.ts';
import { locationNotFound, visitOpen } from './kinds.ts';
import { findOpen, insertVisit, isLocation } from './store.ts';

/** Begins a visit of a user who consents to it. */
export function checkInHandler({ newId }: { newId(): string }): WriteHandler<typeof checkIn> {
  return async ({ body: { locationId } }, { caller: { userId }, now }, tx) => {
    // Alone: of two check-ins at once, one sees the other's visit.
    await holdAccountAlone(tx, userId, 'refused');
    await refuseWithoutConsent(tx, userId);
    if (!(await isLocation(tx, locationId))) throw new DomainError(locationNotFound);
    const open = await findOpen(tx, userId);
    if (open !== undefined) {
      throw new DomainError(visitOpen, { visitId: open.id, locationId: open.location_id });
    }
    return visitAnswer(await insertVisit(tx, userId, { id: newId(), locationId }, now()));
  };
}
