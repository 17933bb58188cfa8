import type { Transaction } from '../../../platform/db/database.ts';
import {
  addDeadLetters,
  closeDeadLetters,
  type DeadLetterPlace,
  digestOf,
  reopenDeadLetters,
  type SetAsideFor,
} from '../../../platform/events/dead-letters.ts';
import type { Item, Plan } from './plan.ts';
import type { RefusalReason } from './refusal.ts';
import { refusedRecord } from './refused-record.ts';

/**
 * Sets aside what is refused: a dead letter for each record and reason. A dead letter that was sent again is closed if all of it
 * is taken now, and is open again otherwise.
 *
 * @param letters of the records: ids by digest
 * @returns how many dead letters are open that were not
 */
export async function setAside(
  tx: Transaction,
  place: DeadLetterPlace,
  items: readonly Item[],
  { refused }: Pick<Plan, 'refused'>,
  letters: ReadonlyMap<string, string>,
  now: Date,
): Promise<number> {
  const ids = new Map(items.map(item => [item, letters.size > 0 ? letters.get(digestOf(item.record)) : undefined]));
  const again = new Map<string, SetAsideFor>();
  const first: { record: Item['record']; poison: SetAsideFor }[] = [];
  for (const { item, refusal } of refused) {
    const id = ids.get(item);
    const poison = setAsideFor(refusal.reason, item);
    if (id === undefined) first.push({ record: refusedRecord(item, refusal), poison });
    else if (!again.has(id)) again.set(id, poison);
  }
  const taken = [...new Set(letters.values())].filter(id => !again.has(id));
  if (taken.length > 0) await closeDeadLetters(tx, taken, now);
  if (again.size > 0) {
    await reopenDeadLetters(
      tx,
      [...again].map(([id, poison]) => ({ id, poison })),
    );
  }
  const added = first.length > 0 ? await addDeadLetters(tx, place, first, now) : 0;
  return added + again.size;
}

const NOTHING_BEHIND = { errorClass: null, errorCode: null };

function setAsideFor(code: RefusalReason, { behind = NOTHING_BEHIND }: Item): SetAsideFor {
  return { code, event: undefined, behind };
}
