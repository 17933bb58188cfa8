import type postgres from 'postgres';
import type * as z from 'zod';
import type { Sql } from '../db/database.ts';

/** How a stream's state is kept, so that not all of its events need be read. */
export interface SnapshotContract<State> {
  /** Of the state's shape, from 1: raised with each change of it, or of the way it is made from events. */
  readonly version: number;
  /** The state as JSON. */
  readonly state: z.ZodType<State>;
  /** A snapshot is taken after so many events. */
  readonly every: number;
}

export interface Snapshot<State> {
  /** Of the last event in it. */
  readonly version: number;
  readonly state: State;
}

/** Keeps the state in place of an older one. */
export async function saveSnapshot<State>(
  sql: Sql,
  streamId: string,
  { version, state }: Snapshot<State>,
  contract: SnapshotContract<State>,
  takenAt: Date,
): Promise<void> {
  await sql`
    insert into event_snapshots (stream_id, version, schema_version, state, taken_at)
    values (${streamId}, ${version}, ${contract.version}, ${sql.json(state as postgres.JSONValue)}, ${takenAt})
    on conflict (stream_id) do update set (version, schema_version, state, taken_at) =
      (excluded.version, excluded.schema_version, excluded.state, excluded.taken_at)
    where event_snapshots.version < excluded.version or event_snapshots.schema_version <> excluded.schema_version`;
}

/** The stream's last snapshot of this shape. */
export async function lastSnapshot<State>(
  sql: Sql,
  streamId: string,
  contract: SnapshotContract<State>,
): Promise<Snapshot<State> | undefined> {
  const [row] = await sql<{ version: number; state: unknown }[]>`
    select version, state from event_snapshots
    where stream_id = ${streamId} and schema_version = ${contract.version}`;
  return row && { version: row.version, state: contract.state.parse(row.state) };
}
