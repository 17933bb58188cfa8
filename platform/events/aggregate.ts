import type { Sql, Transaction } from '../db/database.ts';
import { append, lockStream, type Occurrence, readStream } from './event-store.ts';
import type { EventOf, EventType } from './event-type.ts';
import { lastSnapshot, type SnapshotContract, saveSnapshot } from './snapshots.ts';

/**
 * What keeps the rules of one stream: which events a command leads to, given all that happened before. Pure: what it needs
 * from outside (times, ids) stands in the command.
 */
export interface Aggregate<State, Command, Type extends EventType = EventType> {
  readonly events: readonly Type[];
  /** Before any event. */
  readonly initial: State;
  /** What the command leads to; no events where there is nothing to do. @throws DomainError where it is refused. */
  decide(command: Command, state: State): readonly EventOf<Type>[];
  /** The state after an event. */
  evolve(state: State, event: EventOf<Type>): State;
  readonly snapshot?: SnapshotContract<State>;
}

/** A stream as it stands. */
export interface Loaded<State> {
  readonly state: State;
  /** 0 for a stream without events. */
  readonly version: number;
}

/** The state after events, from a state or from the beginning. */
export function evolved<State, Type extends EventType>(
  { initial, evolve }: Pick<Aggregate<State, never, Type>, 'initial' | 'evolve'>,
  events: readonly EventOf<Type>[],
  from: State = initial,
): State {
  return events.reduce(evolve, from);
}

/** The state of a stream: its last snapshot and the events since. */
export async function load<State, Type extends EventType>(
  sql: Sql,
  aggregate: Aggregate<State, never, Type>,
  streamId: string,
): Promise<Loaded<State> & { readonly snapshotVersion: number }> {
  const { events, initial, snapshot } = aggregate;
  const { version: snapshotVersion, state: start } = (snapshot && (await lastSnapshot(sql, streamId, snapshot))) ?? {
    version: 0,
    state: initial,
  };
  const tail = await readStream(sql, streamId, events, snapshotVersion);
  return {
    state: evolved(aggregate, tail, start),
    version: tail.at(-1)?.version ?? snapshotVersion,
    snapshotVersion,
  };
}

/**
 * Carries out a command on a stream in the writer's transaction: loads it, decides, appends, and takes a snapshot when one
 * is due. Commands on one stream come one after another, so none of them conflicts.
 * @throws what `decide` throws; then nothing is appended.
 */
export async function handle<State, Command, Type extends EventType>(
  tx: Transaction,
  aggregate: Aggregate<State, Command, Type>,
  streamId: string,
  command: Command,
  occurrence: Occurrence,
): Promise<Loaded<State> & { readonly events: readonly EventOf<Type>[] }> {
  await lockStream(tx, streamId);
  const { snapshotVersion, ...before } = await load(tx, aggregate, streamId);
  const events = aggregate.decide(command, before.state);
  if (events.length === 0) return { ...before, events };

  const version = await append(tx, streamId, before.version, events, occurrence);
  const state = evolved(aggregate, events, before.state);
  const { snapshot } = aggregate;
  if (snapshot !== undefined && version - snapshotVersion >= snapshot.every) {
    await saveSnapshot(tx, streamId, { version, state }, snapshot, occurrence.occurredAt);
  }
  return { state, version, events };
}
