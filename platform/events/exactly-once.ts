import type { Transaction } from '../db/database.ts';
import type { StreamBatch } from '../streams/stream-function.ts';
import type { Taken } from './by-halves.ts';
import {
  addDeadLetters,
  closeDeadLetters,
  digestOf,
  holdResent,
  type Refused,
  reopenDeadLetters,
} from './dead-letters.ts';
import type { ConsumerContext, EventConsumer } from './event-consumer.ts';
import type { RecordedEvent } from './event-store.ts';
import type { EventType } from './event-type.ts';
import type { Poison } from './poison.ts';
import { holdPositions, movePositions } from './positions.ts';
import type { Delivered } from './read-published.ts';

/** What a record is to the consumer, once its positions are known. */
interface Sorted<Type extends EventType> {
  readonly fresh: RecordedEvent<Type>[];
  /** Ids of dead letters that take effect now. */
  readonly redelivered: string[];
  readonly refused: Refused[];
  /** Dead letters that are refused again. */
  readonly refusedAgain: { readonly id: string; readonly poison: Poison }[];
  /** Versions by stream, of those that have moved. */
  readonly moved: ReadonlyMap<string, number>;
}

/**
 * Lets records take effect once, in the order of their delivery. All in one transaction: what has been seen of each stream is
 * held, what is new is applied, what cannot be read is set aside, and what has been seen moves.
 *
 * A stream's events come in its order, perhaps again from an earlier one on, so that a version that is not above the last is
 * a repetition. Versions that are missing between are of types that are passed over, which have no position: a gap says
 * nothing. What is set aside counts as seen. What an operator then sends again comes with a version that was passed; it is
 * taken by its dead letter's state, which changes with its effect: once.
 */
export async function takeOnce<Type extends EventType>(
  tx: Transaction,
  consumer: EventConsumer<Type>,
  { stream, shard }: Pick<StreamBatch, 'stream' | 'shard'>,
  delivered: readonly Delivered<Type>[],
  context: ConsumerContext,
): Promise<Taken> {
  const mine = delivered.filter(({ event, poison }) => event !== undefined || poison !== undefined);
  const streams = [...new Set(mine.flatMap(each => identityOf(each)?.streamId ?? []))].toSorted();
  const { versions, resent } = await holdPositions(tx, consumer.name, stream, streams);
  const records = mine.map(({ record }) => record);
  const letters = resent ? await holdResent(tx, consumer.name, records) : new Map<string, string>();

  const { fresh, redelivered, refused, refusedAgain, moved } = sorted(mine, versions, letters);
  const place = { consumer: consumer.name, stream, shard };
  // The consumer's statements need not wait for ours.
  const [added] = await allDone([
    refused.length > 0 ? addDeadLetters(tx, place, refused, context.now) : 0,
    moved.size > 0 && movePositions(tx, consumer.name, stream, moved),
    redelivered.length > 0 && closeDeadLetters(tx, redelivered, context.now),
    refusedAgain.length > 0 && reopenDeadLetters(tx, refusedAgain),
    fresh.length > 0 && consumer.apply(tx, fresh, context),
  ]);
  const deadLettered = added + refusedAgain.length;
  return {
    fresh: fresh.length,
    repeated: mine.length - fresh.length - deadLettered,
    passedOver: delivered.length - mine.length,
    deadLettered,
  };
}

function sorted<Type extends EventType>(
  delivered: readonly Delivered<Type>[],
  versions: ReadonlyMap<string, number>,
  /** Taken out as they come: a copy in the same batch is a repetition. */
  letters: Map<string, string>,
): Sorted<Type> {
  const fresh: RecordedEvent<Type>[] = [];
  const redelivered: string[] = [];
  const refused: Refused[] = [];
  const refusedAgain: { id: string; poison: Poison }[] = [];
  const moved = new Map<string, number>();
  for (const each of delivered) {
    const { record, event, poison } = each;
    const digest = letters.size > 0 ? digestOf(record) : '';
    const letter = letters.get(digest);
    letters.delete(digest);
    const identity = identityOf(each);
    const last = identity && (moved.get(identity.streamId) ?? versions.get(identity.streamId)!);
    const isNew = identity === undefined || identity.version > last!;
    if (identity !== undefined && isNew) moved.set(identity.streamId, identity.version);
    if (letter !== undefined) {
      if (poison !== undefined) refusedAgain.push({ id: letter, poison });
      else redelivered.push(letter);
    }
    if (event !== undefined && (isNew || letter !== undefined)) fresh.push(event);
    if (poison !== undefined && isNew && letter === undefined) refused.push({ record, poison });
  }
  return { fresh, redelivered, refused, refusedAgain, moved };
}

function identityOf({ event, poison }: Delivered): { readonly streamId: string; readonly version: number } | undefined {
  return event ?? poison?.event;
}

/** What the server says of statements after one that failed. */
const IN_FAILED_TRANSACTION = '25P02';

/**
 * Waits for all, also where one has failed: none may still be sending when the transaction ends. What went wrong first is
 * thrown; the others failed with it.
 */
async function allDone<const Work extends readonly unknown[]>(
  work: Work,
): Promise<{ -readonly [At in keyof Work]: Awaited<Work[At]> }> {
  const ends = await Promise.allSettled(work);
  const errors = ends.flatMap(end => (end.status === 'rejected' ? [end.reason as unknown] : []));
  if (errors.length > 0) throw errors.find(error => codeOf(error) !== IN_FAILED_TRANSACTION) ?? errors[0];
  return ends.map(end => (end as PromiseFulfilledResult<unknown>).value) as never;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
