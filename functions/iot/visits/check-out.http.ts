import { holdAccountAlone } from '../../../platform/accounts/account-state.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { PreparedWrite } from '../../../platform/http/write-route.ts';
import { refreshBehavior } from '../behavior/refresh.ts';
import { changeableVisit } from './changeable-visit.ts';
import type { checkOut } from './contract.ts';
import { readVisit } from './read-visit.ts';
import { updateVisit } from './store.ts';

/** Ends a visit, and computes what follows from it. One that has ended stays as it is. */
export function checkOutWrite({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): PreparedWrite<typeof checkOut, undefined> {
  return {
    prepare: async () => undefined,
    admit: ({ caller: { userId } }, tx) => holdAccountAlone(tx, userId, 'refused'),
    async write({ params: { visitId } }, { caller: { userId }, now }, tx) {
      const visit = await changeableVisit(tx, userId, visitId);
      if (visit.checked_out_at === null) {
        const at = now();
        // Clocks of two machines may differ by a little: nobody leaves before they came.
        const checkedOutAt = at < visit.checked_in_at ? visit.checked_in_at : at;
        await updateVisit(tx, visitId, { checkedOutAt }, at);
        const span = { from: visit.checked_in_at.getTime(), to: checkedOutAt.getTime() };
        await refreshBehavior(tx, userId, visit.location_id, span);
      }
      return readVisit(tx, userId, visitId);
    },
    again: ({ params: { visitId } }, { caller: { userId } }) => readVisit(sql, userId, visitId),
  };
}
