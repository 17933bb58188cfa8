import type { RecordedEvent } from './event-store.ts';
import type { EventType } from './event-type.ts';
import { isOfTheRecord, Poison } from './poison.ts';

/** What was read: an event that the consumer cares about, one of which nothing can be made, or neither. */
export interface Readable<Type extends EventType = EventType> {
  readonly event?: RecordedEvent<Type>;
  readonly poison?: Poison;
}

/** What became of them. */
export interface Taken {
  /** Took effect now. */
  readonly fresh: number;
  /** Had taken effect before, or been set aside. */
  readonly repeated: number;
  /** Of types that the consumer does not care about. */
  readonly passedOver: number;
  readonly deadLettered: number;
}

/** How far they were taken: `done` of them, in order. */
interface Progress {
  readonly done: number;
  readonly taken: Taken;
  /** Present: what kept the next one from it, by a fault that is not its own. */
  readonly error?: { readonly thrown: unknown };
}

export const NOTHING_TAKEN: Taken = { fresh: 0, repeated: 0, passedOver: 0, deadLettered: 0 };

/**
 * Takes all at once; where one of them is refused, by halves, the first before the second, until it is found and taken as
 * one of which nothing can be made: a bad record in 1,000 costs 20 transactions.
 *
 * @param take takes all that it is given, or none
 */
export async function takeAll<Item extends Readable>(
  part: readonly Item[],
  take: (part: readonly Item[]) => Promise<Taken>,
): Promise<Progress> {
  if (part.every(({ event, poison }) => event === undefined && poison === undefined)) {
    return { done: part.length, taken: { ...NOTHING_TAKEN, passedOver: part.length } };
  }
  try {
    return { done: part.length, taken: await take(part) };
  } catch (thrown) {
    // Without an event, what failed was our own bookkeeping.
    if (!isOfTheRecord(thrown) || part.every(({ event }) => event === undefined)) {
      return { done: 0, taken: NOTHING_TAKEN, error: { thrown } };
    }
    if (part.length === 1) return takeAll([refused(part[0]!, thrown)], take);
    const middle = part.length >> 1;
    const first = await takeAll(part.slice(0, middle), take);
    if (first.error !== undefined) return first;
    const second = await takeAll(part.slice(middle), take);
    return { ...second, done: middle + second.done, taken: sumOfTaken(first.taken, second.taken) };
  }
}

/** An event that was not applied, as one of which nothing can be made. */
function refused<Item extends Readable>({ event, ...item }: Item, thrown: unknown): Item {
  return { ...item, poison: new Poison('not_applied', event, thrown) } as unknown as Item;
}

export function sumOfTaken(one: Taken, other: Taken): Taken {
  return {
    fresh: one.fresh + other.fresh,
    repeated: one.repeated + other.repeated,
    passedOver: one.passedOver + other.passedOver,
    deadLettered: one.deadLettered + other.deadLettered,
  };
}
