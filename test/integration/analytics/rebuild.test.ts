import { beforeAll, expect, test } from 'vitest';
import { auditLog } from '../../../functions/analytics/audit-log/consumer.ts';
import { interests } from '../../../functions/analytics/interests/consumer.ts';
import { userActivity } from '../../../functions/analytics/user-activity/consumer.ts';
import { warehouseFeed } from '../../../functions/analytics/warehouse-feed/consumer.ts';
import { batchConsumer } from '../../../platform/events/consume-batch.ts';
import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { append, columns, type EventRow } from '../../../platform/events/event-store.ts';
import { publishedFrom } from '../../../platform/events/published-event.ts';
import { rebuildProjection } from '../../../platform/events/rebuild-projection.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { testDatabase } from '../database.ts';
import { contentOf } from './delivery.ts';
import { randomLog } from './random-log.ts';

const { database, owner } = await testDatabase();
const now = () => new Date('2026-06-01T00:00:00Z');
const consumers = [userActivity, warehouseFeed, interests] as unknown as readonly EventConsumer[];

/** All that was appended, as the relay publishes it. */
let records: readonly StreamRecord[];

beforeAll(async () => {
  // In the order in which it was made; the store gives positions of its own.
  const events = randomLog(7, { users: 6, activity: 60 })
    .flat()
    .toSorted((a, b) => a.globalPosition - b.globalPosition);
  await database.transaction(async tx => {
    for (const { streamId, type, schemaVersion, data, occurredAt, metadata } of events) {
      await append(tx, streamId, 'any', [{ type, schemaVersion, data }], { occurredAt, metadata });
    }
  });
  const rows = await database.sql<EventRow[]>`
    select ${columns(database.sql)} from events order by transaction_id, global_position`;
  records = rows.map(row => ({
    bytes: Buffer.from(JSON.stringify(publishedFrom(row))),
    sequenceNumber: String(row.globalPosition),
    partitionKey: row.streamId,
  }));
}, 60_000);

/** Hands everything over, twice, in batches of 100. */
async function consume(consumer: EventConsumer): Promise<number> {
  const take = batchConsumer(consumer, { database, now });
  let fresh = 0;
  for (const _ of [1, 2]) {
    for (let at = 0; at < records.length; at += 100) {
      const batch = { stream: 'user-events', shard: 'shardId-0', records: records.slice(at, at + 100) } as const;
      const { counts, deadLetters, stopped } = await take(batch);
      expect([deadLetters, stopped]).toEqual([0, undefined]);
      fresh += counts.fresh!;
    }
  }
  return fresh;
}

test.each(consumers)('$name is built again to the same, and holds something', async consumer => {
  const former = logTo(() => {});
  expect(await consume(consumer)).toBeGreaterThan(0);
  logTo(former);
  const { tables } = consumer.projection!;
  const before = await contentOf(owner, tables);
  expect(Object.values(before).flat().length).toBeGreaterThan(20);
  expect(await rebuildProjection(consumer, { database: owner, now, pageSize: 50 })).toMatchObject({
    unapplied: 0,
    verdict: 'same',
    changedRows: 0,
  });
  expect(await contentOf(owner, tables)).toEqual(before);
});

test.each(consumers)('$name is built again from nothing', async consumer => {
  const { tables } = consumer.projection!;
  const before = await contentOf(owner, tables);
  for (const table of tables) await owner.sql`delete from ${owner.sql(table)}`;
  expect(await rebuildProjection(consumer, { database: owner, now })).toMatchObject({ verdict: 'different' });
  expect(await contentOf(owner, tables)).toEqual(before);
});

test('the audit log cannot be', async () => {
  const consumer = auditLog as unknown as EventConsumer;
  await expect(rebuildProjection(consumer, { database: owner, now })).rejects.toThrow(TypeError);
});
