import type { Database } from '../../platform/db/database.ts';
import { columns, type EventRow } from '../../platform/events/event-store.ts';
import { publishedFrom } from '../../platform/events/published-event.ts';
import type { Relay } from '../../platform/events/relay.ts';
import { deployedName, sharedKinesisClient } from '../../platform/streams/client.ts';
import { putRecords } from '../../platform/streams/producer.ts';

/**
 * What a relay is at first sight: it goes by the position alone. It passes over what a transaction appends that took a lower
 * position and commits later.
 */
export function positionalRelay(database: Database): Pick<Relay, 'run'> {
  return {
    run: () =>
      database.transaction(async tx => {
        const rows = await tx<EventRow[]>`
          select ${columns(tx)} from events
          where global_position > (select global_position from event_relay for update) order by global_position limit 500`;
        const last = rows.at(-1);
        if (last === undefined) return { published: 0, ended: 'done' } as const;
        const records = rows.map(row => ({
          partitionKey: row.streamId,
          data: Buffer.from(JSON.stringify(publishedFrom(row))),
        }));
        await putRecords(sharedKinesisClient(), deployedName('user-events'), records, {
          signal: AbortSignal.timeout(2_000),
        });
        await tx`update event_relay set global_position = ${last.globalPosition}::bigint, moved_at = now()`;
        return { published: rows.length, ended: 'done' } as const;
      }),
  };
}
