import { auditLog } from '../../functions/analytics/audit-log/consumer.ts';
import { interests } from '../../functions/analytics/interests/consumer.ts';
import { userActivity } from '../../functions/analytics/user-activity/consumer.ts';
import { warehouseFeed } from '../../functions/analytics/warehouse-feed/consumer.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import type { EventConsumer } from '../../platform/events/event-consumer.ts';
import { columns, type EventRow } from '../../platform/events/event-store.ts';
import { publishedFrom } from '../../platform/events/published-event.ts';
import { eventReader } from '../../platform/events/read-published.ts';

/** Every consumer of events, with the tables it keeps. */
export const consumers: readonly { readonly consumer: EventConsumer; readonly tables: readonly string[] }[] = [
  { consumer: auditLog as EventConsumer, tables: ['audit_log'] },
  ...[userActivity, warehouseFeed, interests].map(each => ({
    consumer: each as EventConsumer,
    tables: each.projection!.tables,
  })),
];

/**
 * Computes every consumer's state from the log, once through, in another database that has nothing yet.
 * @param without one event that is left out: `activity-…/7`
 */
export async function computeFromLog(log: Sql, target: Database, without?: string): Promise<void> {
  const context = { now: new Date(), live: false, table: (name: string) => name };
  for (const { consumer } of consumers) {
    const read = eventReader(consumer.types);
    for await (const rows of pagesOf(log)) {
      const events = rows.flatMap(row => {
        const published = publishedFrom(row);
        if (published.id === without) return [];
        return read(published) ?? [];
      });
      if (events.length > 0) await target.transaction(tx => consumer.apply(tx, events, context));
    }
  }
}

async function* pagesOf(sql: Sql): AsyncGenerator<readonly EventRow[], void, void> {
  for (let position = '0'; ; ) {
    const rows = await sql<EventRow[]>`
      select ${columns(sql)} from events where global_position > ${position} order by global_position limit 1000`;
    if (rows.length === 0) return;
    yield rows;
    position = rows.at(-1)!.globalPosition;
  }
}

/** Tables whose rows differ, and how many are only in one of the two. */
export async function differences(one: Sql, other: Sql): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { consumer, tables } of consumers) {
    for (const table of tables) {
      const [ours, theirs] = await Promise.all([rowsOf(one, table), rowsOf(other, table)]);
      const missing = [...theirs].filter(row => !ours.has(row));
      const extra = [...ours].filter(row => !theirs.has(row));
      if (missing.length + extra.length === 0) continue;
      const example = [...missing, ...extra][0];
      found.push(
        `${table} of ${consumer.name} lacks ${missing.length} rows and has ${extra.length} others: ${example}`,
      );
    }
  }
  return found;
}

async function rowsOf(sql: Sql, table: string): Promise<ReadonlySet<string>> {
  const rows = await sql<{ row: string }[]>`select to_jsonb(t)::text as row from ${sql(table)} as t`;
  return new Set(rows.map(({ row }) => row));
}
