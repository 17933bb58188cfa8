import { isDeepStrictEqual } from 'node:util';
import type { Sql } from '../../platform/db/database.ts';
import { columns, type EventRow } from '../../platform/events/event-store.ts';
import { type PublishedEvent, publishedFrom } from '../../platform/events/published-event.ts';
import { eventsOf, type ShardContent } from './stream-content.ts';

/** Of each kind of violation, so many are named. */
const NAMED = 5;

/** What does not hold between the log and what was published of it. */
export async function publicationViolations(sql: Sql, shards: readonly ShardContent[]): Promise<readonly string[]> {
  const log = new Map<string, PublishedEvent>();
  for (const row of await sql<EventRow[]>`select ${columns(sql)} from events`) {
    log.set(`${row.streamId}/${row.version}`, publishedFrom(row));
  }
  const invented: string[] = [];
  const changed: string[] = [];
  const outOfOrder: string[] = [];
  const published = new Set<string>();
  for (const shard of shards) {
    const last = new Map<string, number>();
    for (const event of eventsOf(shard)) {
      const { id, subject, streamversion } = event;
      const recorded = log.get(id);
      if (recorded === undefined || event.metadata.requestId === 'rolled-back') invented.push(id);
      else if (!isDeepStrictEqual(event, recorded)) changed.push(id);
      const before = last.get(subject) ?? 0;
      // The first time that each comes, all before it have come.
      if (streamversion > before + 1) outOfOrder.push(`${id} after version ${before}`);
      last.set(subject, Math.max(before, streamversion));
      published.add(id);
    }
  }
  const missing = [...log.keys()].filter(id => !published.has(id));
  return [
    ...named('was committed and never published', missing),
    ...named('was published and is not in the log', invented),
    ...named('was published otherwise than it was recorded', changed),
    ...named('came before its time', outOfOrder),
  ];
}

function named(what: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${ids.length} times an event ${what}: ${ids.slice(0, NAMED).join(', ')}`];
}
