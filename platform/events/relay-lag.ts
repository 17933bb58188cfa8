import type { Sql } from '../db/database.ts';

/** What has been committed and not published. */
export interface RelayLag {
  readonly waiting: number;
  /** Since the transaction of the oldest began: 0 where none waits. */
  readonly seconds: number;
}

/** How far the relay is behind. Events of a moment ago may be on their way; old ones are held back, or not accepted. */
export async function relayLag(sql: Sql): Promise<RelayLag> {
  const [lag] = await sql<[{ waiting: string; seconds: number }]>`
    select count(*) as waiting,
      coalesce(extract(epoch from clock_timestamp() - min(event.recorded_at)), 0)::double precision as seconds
    from event_relay as relay
    join events as event
      on (event.transaction_id, event.global_position) > (relay.transaction_id, relay.global_position)
    where relay.id = 1`;
  return { waiting: Number(lag.waiting), seconds: lag.seconds };
}
