import { holdAccountAlone } from '../../../platform/accounts/account-state.ts';
import type { WriteHandler } from '../../../platform/http/write-route.ts';
import { refreshBehavior } from '../behavior/refresh.ts';
import { visitAnswer } from './answer.ts';
import { changeableVisit } from './changeable-visit.ts';
import type { tellComfort } from './contract.ts';
import { updateVisit } from './store.ts';

/** Keeps what a user says of their comfort, in place of what they said before or we inferred. */
export const tellComfortHandler: WriteHandler<typeof tellComfort> = async (
  { params: { visitId }, body: { level } },
  { caller: { userId }, now },
  tx,
) => {
  await holdAccountAlone(tx, userId, 'refused');
  await changeableVisit(tx, userId, visitId);
  const told = await updateVisit(tx, visitId, { comfortLevel: level }, now());
  if (told.checked_out_at !== null) {
    const span = { from: told.checked_in_at.getTime(), to: told.checked_out_at.getTime() };
    await refreshBehavior(tx, userId, told.location_id, span);
  }
  return visitAnswer(told);
};
