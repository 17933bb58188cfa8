import type { Database } from '../../../platform/db/database.ts';
import { append, columns, type EventRow } from '../../../platform/events/event-store.ts';
import type { Event } from '../../../platform/events/event-type.ts';
import { publishedFrom } from '../../../platform/events/published-event.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { counted, OCCURRED_AT } from './tally.ts';

/** Something that was counted. */
export const count = (amount: number): Event => counted.of({ amount, note: 'n' });

/** Appends events in a transaction of their own. */
export function write(database: Database, streamId: string, ...events: readonly Event[]): Promise<number> {
  return database.transaction(tx => append(tx, streamId, 'any', events, { occurredAt: OCCURRED_AT }));
}

/** All that has been appended after a position, as the relay publishes it. */
export async function published({ sql }: Database, after = 0): Promise<readonly StreamRecord[]> {
  const rows = await sql<EventRow[]>`
    select ${columns(sql)} from events
    where global_position > ${after} and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction_id, global_position`;
  return rows.map(row => ({
    bytes: Buffer.from(JSON.stringify(publishedFrom(row))),
    sequenceNumber: String(row.globalPosition),
    partitionKey: row.streamId,
  }));
}

/** Takes back all events, and what was made of them: as nobody could but a superuser. */
export async function forgetAll(owner: Database): Promise<void> {
  await owner.sql`truncate dead_letters, consumer_positions, tallies, dwh.amounts, sums`;
  await owner.transaction(async tx => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from events`;
  });
}
