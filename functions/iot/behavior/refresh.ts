import type { Transaction } from '../../../platform/db/database.ts';
import { behaviorOf } from './pattern.ts';
import { findActivity, findEnvironment, findOthers, findStays, writeBehavior } from './store.ts';
import { type Span, slotsOf } from './time-slots.ts';

/**
 * Computes anew how a user used a place in the parts of days that a visit touches, from all visits there in each and what
 * devices have told of it by now: again whenever a visit ends, and when more readings may have come.
 * @returns how many parts are new or other than before
 */
export async function refreshBehavior(
  tx: Transaction,
  userId: string,
  locationId: string,
  visit: Span,
): Promise<number> {
  let written = 0;
  for (const slot of slotsOf(visit)) {
    const stays = await findStays(tx, userId, locationId, slot.span);
    const [first] = stays;
    const last = stays.at(-1);
    if (first === undefined || last === undefined) continue;
    const whole = { from: first.from, to: last.to };
    const behavior = behaviorOf({
      stays,
      activity: await findActivity(tx, locationId, whole),
      others: await findOthers(tx, userId, locationId, whole),
      environment: await findEnvironment(tx, locationId, stays),
      askedComfort: stays.findLast(({ askedComfort }) => askedComfort !== null)?.askedComfort ?? null,
    });
    if (await writeBehavior(tx, userId, locationId, slot, behavior)) written++;
  }
  return written;
}
