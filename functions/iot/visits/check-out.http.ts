import type { WriteHandler } from '../../../platform/http/write-route.ts';
import { refreshBehavior } from '../behavior/refresh.ts';
import { visitWithPatternsAnswer } from './answer.ts';
import type { checkOut } from './contract.ts';
import { holdVisit } from './held-visit.ts';
import { listPatterns, updateVisit } from './store.ts';

/** Ends a visit, and computes what follows from it. One that has ended stays as it is. */
export const checkOutHandler: WriteHandler<typeof checkOut> = async (
  { params: { visitId } },
  { caller: { userId }, now },
  tx,
) => {
  const visit = await holdVisit(tx, userId, visitId);
  if (visit.checked_out_at !== null) return visitWithPatternsAnswer(visit, await listPatterns(tx, userId, visit));
  const at = now();
  // Clocks of two machines may differ by a little: nobody leaves before they came.
  const checkedOutAt = at < visit.checked_in_at ? visit.checked_in_at : at;
  const ended = await updateVisit(tx, visitId, { checkedOutAt }, at);
  const span = { from: visit.checked_in_at.getTime(), to: checkedOutAt.getTime() };
  await refreshBehavior(tx, userId, visit.location_id, span);
  return visitWithPatternsAnswer(ended, await listPatterns(tx, userId, ended));
};
