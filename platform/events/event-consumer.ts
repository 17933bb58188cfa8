import type { Transaction } from '../db/database.ts';
import type { RecordedEvent } from './event-store.ts';
import type { EventType } from './event-type.ts';

/** What a consumer is told beside events. */
export interface ConsumerContext {
  readonly now: Date;
  /** False while a projection is built again: what leaves the database (alerts, messages) happened the first time. */
  readonly live: boolean;
}

/**
 * What takes effect when something has happened. Its effects are rows, written in one transaction with the versions it has
 * seen: each event counts once, however often it is delivered, and each stream in its order.
 *
 * Events of different streams come in any order, so that the state may not depend on it.
 */
export interface EventConsumer<Type extends EventType = EventType> {
  /** Kebab case; that of its stream function. */
  readonly name: string;
  /** What it cares about; others are passed over. */
  readonly types: readonly Type[];
  /** Effects of events that are new to it, in the order of delivery. */
  apply(tx: Transaction, events: readonly RecordedEvent<Type>[], context: ConsumerContext): Promise<void>;
  /** Present: what it keeps follows from events alone, and can be built again from them. */
  readonly projection?: Projection;
}

export interface Projection {
  /** What it keeps, children before parents. Written by this consumer alone. */
  readonly tables: readonly string[];
}
