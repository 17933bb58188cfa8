import { holdAccountAlone } from '../../../platform/accounts/account-state.ts';
import type { Database } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { PreparedWrite } from '../../../platform/http/write-route.ts';
import { visitAnswer } from './answer.ts';
import { refuseWithoutConsent } from './consent.ts';
import type { checkIn } from './contract.ts';
import { locationNotFound, visitOpen } from './kinds.ts';
import { findOpen, findVisit, insertVisit, isLocation } from './store.ts';

/** Begins a visit of a user who consents to it. */
export function checkInWrite({
  database: { sql },
  newId,
}: {
  readonly database: Pick<Database, 'sql'>;
  newId(): string;
}): PreparedWrite<typeof checkIn, undefined> {
  return {
    prepare: async () => undefined,
    // Alone: of two check-ins at once, one sees the other's visit.
    admit: ({ caller: { userId } }, tx) => holdAccountAlone(tx, userId, 'refused'),
    async write({ body: { locationId } }, { caller: { userId }, now }, tx) {
      await refuseWithoutConsent(tx, userId);
      if (!(await isLocation(tx, locationId))) throw new DomainError(locationNotFound);
      const open = await findOpen(tx, userId);
      if (open !== undefined) {
        throw new DomainError(visitOpen, { visitId: open.id, locationId: open.location_id });
      }
      return visitAnswer(await insertVisit(tx, userId, { id: newId(), locationId }, now()));
    },
    again: async (_, { caller: { userId } }, visitId) => visitAnswer(await findVisit(sql, userId, visitId)),
  };
}
