import type { Transaction } from '../db/database.ts';
import type { RecordedEvent } from './event-store.ts';
import type { EventType } from './event-type.ts';

/** What a consumer is told beside events. */
export interface ConsumerContext {
  readonly now: Date;
  /** False while a projection is built again: what leaves the database (alerts, messages) happened the first time. */
  readonly live: boolean;
  /**
   * Where the rows of one of the projection's tables are now: `tx(context.table('dwh.fact_activity_daily'))`. While it is
   * built again, that is a shadow of the table. Tables of `public` may be written by their bare names, which the search path
   * then leads there; others may not.
   */
  table(name: string): string;
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
  /**
   * What it keeps, children before parents; those outside of `public` with their schema. Written by this consumer alone. Each
   * has a primary key made of what events say, since a number out of a sequence would be another each time; and no column
   * that says when a row was written, but when what it tells of happened. So the same events give the same rows.
   */
  readonly tables: readonly [string, ...string[]];
}
