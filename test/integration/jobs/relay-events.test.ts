import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarStream } from '../../../functions/manse/events.ts';
import { relayEvents } from '../../../functions/operations/relay-events.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createRelay } from '../../../platform/events/relay.ts';
import type { JobCounts } from '../../../platform/observability/job-log.ts';
import { testDatabase } from '../database.ts';
import { memoryStream } from '../events/memory-stream.ts';
import { openTransaction, write } from '../events/writing.ts';
import { runnerOn } from './runner.ts';

let database: Database;
let stream: ReturnType<typeof memoryStream>;
const runOn = runnerOn(() => database);
const run = () => runOn(relayEvents(stream.publish), new Date(), 'relay-events');

beforeAll(async () => {
  ({ database } = await testDatabase());
});
beforeEach(() => {
  stream = memoryStream();
});

/** Runs until nothing waits: transactions of other files may hold some back. */
async function runUntilNothingWaits(): Promise<number> {
  for (let published = 0; ; ) {
    const counts: JobCounts = await run();
    published += counts.published!;
    if (counts.waiting === 0) return published;
  }
}

test('the calendar that was loaded before there was a stream is published', async () => {
  await runUntilNothingWaits();
  expect(stream.events).toMatchObject([
    {
      type: 'calendar.loaded',
      subject: calendarStream('manse_calendar'),
      streamversion: 1,
      data: { table: 'manse_calendar', rows: 73_442 },
    },
  ]);
});

describe('a run', () => {
  test('publishes what no writer has, and a second one finds nothing to do', async () => {
    for (let n = 0; n < 5; n++) await write(database, 'swept');
    expect(await runUntilNothingWaits()).toBe(5);
    expect(stream.versions('swept')).toEqual([1, 2, 3, 4, 5]);
    expect(await run()).toEqual({ published: 0, waiting: 0, lagSeconds: 0 });
  });

  test('tells what waits behind an open transaction, and for how long the oldest has', async () => {
    const open = await openTransaction(database);
    await write(database, 'held-back');
    await database.sql`
      insert into events (stream_id, version, type, schema_version, data, occurred_at, recorded_at)
      values ('held-back', 2, 'test.old', 1, '{}', now(), now() - interval '5 minutes')`;
    expect(await run()).toEqual({ published: 0, waiting: 2, lagSeconds: expect.closeTo(300, -2) });
    await open.end();
    expect(await runUntilNothingWaits()).toBe(2);
  });

  test('waits for a writer’s relay that is at it, and leaves nothing behind', async () => {
    await write(database, 'shared');
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const writers = createRelay({
      database,
      budgetMs: 10_000,
      publish: async (...records) => {
        reached.resolve();
        await gate.promise;
        await stream.publish(...records);
      },
    });
    const writing = (async () => {
      while ((await writers.run()).published === 0);
    })();
    await reached.promise;
    const sweeping = runUntilNothingWaits();
    await write(database, 'shared');
    gate.resolve();
    await Promise.all([writing, sweeping]);
    expect(stream.versions('shared')).toEqual([1, 2]);
  });

  test('fails where streams take nothing', async () => {
    await write(database, 'refused');
    const away = relayEvents(async () => {
      throw new Error('away');
    });
    // Held back by other files it publishes nothing, and so meets no failure.
    const fails = async () => {
      for (;;) await runOn(away, new Date(), 'relay-events');
    };
    await expect(fails()).rejects.toMatchObject({ name: 'JobFailed', cause: { message: 'away' } });
    await runUntilNothingWaits();
    expect(stream.versions('refused')).toEqual([1]);
  });
});
