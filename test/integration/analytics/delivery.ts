import type { Database } from '../../../platform/db/database.ts';
import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import type { EventType } from '../../../platform/events/event-type.ts';
import type { LogEvent } from './random-log.ts';

const context = { now: new Date('2026-06-01T00:00:00Z'), live: false, table: (name: string) => name };

/** Gives a consumer what it cares about of batches, a transaction each, as its function does. */
export async function deliver<Type extends EventType>(
  database: Database,
  consumer: EventConsumer<Type>,
  batches: readonly (readonly LogEvent[])[],
  { live = false } = {},
): Promise<void> {
  const names: ReadonlySet<string> = new Set(consumer.types.map(({ name }) => name));
  for (const batch of batches) {
    const events = batch.filter(({ type }) => names.has(type)) as never[];
    if (events.length > 0) await database.transaction(tx => consumer.apply(tx, events, { ...context, live }));
  }
}

/** Everything in tables, each row as JSON. */
export async function contentOf(database: Database, tables: readonly string[]) {
  const content: Record<string, readonly unknown[]> = {};
  for (const table of tables) {
    const rows = await database.sql<{ row: unknown }[]>`
      select to_jsonb(of_table) as row from ${database.sql(table)} as of_table order by to_jsonb(of_table)::text collate "C"`;
    content[table] = rows.map(({ row }) => row);
  }
  return content;
}

export async function empty(database: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) await database.sql`delete from ${database.sql(table)}`;
}
