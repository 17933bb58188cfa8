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
 * Of a device in an hour. One that is broken may send 100 messages of 128 kB in a second: what is wrong with it can be seen from
 * fewer, and the database is for readings. The stream has the others for as long as it keeps records.
 */
export const MOST_OF_A_DEVICE = 200;

/** What is no fault of the device: all of it is kept, since it is right and has to be sent again. */
const OURS: ReadonlySet<string> = new Set<RefusalReason>(['not_applied', 'not_archived']);

/**
 * Sets aside what is refused, of the device's own faults up to `MOST_OF_A_DEVICE`: a dead letter for each record and reason. A
 * dead letter that was sent again is closed if all of it is taken now, and is open again otherwise.
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
  const kept = first.length > 0 ? await withinLimit(tx, place, first, now) : first;
  const added = kept.length > 0 ? await addDeadLetters(tx, place, kept, now) : 0;
  return added + again.size;
}

type FirstSetAside = Parameters<typeof addDeadLetters>[2];

/** Those that are ours, and those for which their devices have room left. */
async function withinLimit(
  tx: Transaction,
  { consumer }: DeadLetterPlace,
  first: FirstSetAside,
  now: Date,
): Promise<FirstSetAside> {
  const keys = [...new Set(first.filter(isOfDevice).map(({ record }) => keyOf(record)))];
  if (keys.length === 0) return first;
  const rows = await tx<{ partition_key: string; kept: number }[]>`
    select partition_key, count(*)::int as kept
    from unnest(${keys}::text[]) as asked (partition_key) join dead_letters using (partition_key)
    where consumer = ${consumer} and reason <> all(${[...OURS]}::text[])
      and dead_lettered_at > ${now}::timestamptz - interval '1 hour'
    group by partition_key`;
  const room = new Map(rows.map(row => [row.partition_key, MOST_OF_A_DEVICE - row.kept]));
  return first.filter(each => {
    if (!isOfDevice(each)) return true;
    const { record } = each;
    const left = room.get(keyOf(record)) ?? MOST_OF_A_DEVICE;
    room.set(keyOf(record), left - 1);
    return left > 0;
  });
}

function isOfDevice({ poison }: FirstSetAside[number]): boolean {
  return !OURS.has(poison.code);
}

/** As the table has it: a device's id, or what else a record was put under. */
function keyOf({ partitionKey }: Item['record']): string {
  return partitionKey.replaceAll('\0', '');
}

const NOTHING_BEHIND = { errorClass: null, errorCode: null };

function setAsideFor(code: RefusalReason, { behind = NOTHING_BEHIND }: Item): SetAsideFor {
  return { code, event: undefined, behind };
}
