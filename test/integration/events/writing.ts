import type { Database, Transaction } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Event } from '../../../platform/events/event-type.ts';
import type { Relay } from '../../../platform/events/relay.ts';
import { charged } from '../../unit/platform/events/wallet.ts';

/** Something that happens. */
export const coin = charged.of({ amount: 1 });

export const occurrence = { occurredAt: new Date('2026-01-02T03:04:05.678Z'), metadata: { requestId: 'r1' } };

/** Appends to a stream, in a transaction that goes on. */
export function appended(tx: Transaction, streamId: string, events: readonly Event[] = [coin]): Promise<number> {
  return append(tx, streamId, 'any', events, occurrence);
}

/** Appends to a stream, in a transaction of its own. */
export function write(
  database: Pick<Database, 'transaction'>,
  streamId: string,
  events?: readonly Event[],
): Promise<number> {
  return database.transaction(tx => appended(tx, streamId, events));
}

/** Runs a relay until nothing is left, since transactions of other files may hold it back; gives how many it published. */
export async function drained({ run }: Pick<Relay, 'run'>): Promise<number> {
  for (let published = 0; ; ) {
    const result = await run();
    published += result.published;
    if (result.ended === 'done') return published;
  }
}

/** A transaction that has taken its number and stays open until it is told to end. */
export async function openTransaction(
  database: Pick<Database, 'transaction'>,
  work: (tx: Transaction) => Promise<unknown> = async () => {},
) {
  const started = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const ended = database.transaction(async tx => {
    await tx`select pg_current_xact_id()`;
    started.resolve();
    await gate.promise;
    await work(tx);
  });
  await started.promise;
  return {
    end: async () => {
      gate.resolve();
      await ended;
    },
  };
}
