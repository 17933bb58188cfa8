import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { createRelay } from '../../../platform/events/relay.ts';
import { RecordsNotAccepted } from '../../../platform/streams/producer.ts';
import { testDatabase } from '../database.ts';
import { memoryStream } from './memory-stream.ts';
import { testStreams, versionsOf } from './published.ts';
import { appended, coin, drained, openTransaction, write } from './writing.ts';

let database: Database;
let owner: Database;
const streams = await testStreams();

beforeAll(async () => {
  ({ database, owner } = await testDatabase());
});

/** What earlier tests left is published, to nowhere. */
beforeEach(() => drained(createRelay({ database, budgetMs: 5_000, publish: async () => {} })));

describe('what has been committed', () => {
  test('is in the stream of its type, keyed by its event stream, as the contract says', async () => {
    await write(database, 'published-1', [coin, { ...coin, type: 'wallet.unknown', schemaVersion: 3, data: ['?'] }]);
    await write(database, 'published-2', [{ ...coin, stream: 'consultation-events' }]);
    await drained(createRelay({ database, budgetMs: 5_000, publish: streams.publish }));
    const [users, consultations] = await Promise.all([
      streams.read('user-events'),
      streams.read('consultation-events'),
    ]);
    expect(users).toMatchObject([
      { key: 'published-1', event: { subject: 'published-1', streamversion: 1, type: 'wallet.charged' } },
      // A type that no code knows any more is published all the same.
      { key: 'published-1', event: { streamversion: 2, type: 'wallet.unknown', schemaversion: 3, data: ['?'] } },
    ]);
    expect(consultations).toMatchObject([{ key: 'published-2', event: { id: 'published-2/1', data: { amount: 1 } } }]);
    expect(users[0]!.event.time).toBe('2026-01-02T03:04:05.678Z');
    expect(users[0]!.event.metadata).toEqual({ requestId: 'r1' });
  });

  test('is published once where nothing fails, page by page', async () => {
    const stream = memoryStream();
    for (let n = 0; n < 25; n++) await write(database, `paged-${n % 3}`, [coin, coin]);
    expect(await drained(createRelay({ database, budgetMs: 5_000, publish: stream.publish, pageSize: 7 }))).toBe(50);
    expect(await drained(createRelay({ database, budgetMs: 5_000, publish: stream.publish }))).toBe(0);
    expect(stream.versions('paged-0')).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
    expect(stream.events).toHaveLength(50);
  });

  test('is published, and what was rolled back is not', async () => {
    const stream = memoryStream();
    await write(database, 'kept');
    const failed = database.transaction(async tx => {
      await appended(tx, 'kept');
      await appended(tx, 'never-was');
      throw new Error('after the append');
    });
    await expect(failed).rejects.toThrow('after the append');
    await write(database, 'kept');
    await drained(createRelay({ database, budgetMs: 5_000, publish: stream.publish }));
    expect(versionsOf(stream.events)).toEqual({ kept: [1, 2] });
  });
});

describe('beside a transaction that began earlier and commits later', () => {
  test('what came after it waits for it, and none of it is skipped', async () => {
    const stream = memoryStream();
    const relay = createRelay({ database, budgetMs: 5_000, publish: stream.publish, wait: async () => {} });
    const late = await openTransaction(database, tx => appended(tx, 'late'));
    await write(database, 'early');
    expect(await relay.run()).toEqual({ published: 0, ended: 'held back' });
    await late.end();
    await write(database, 'last');
    await drained(relay);
    expect(stream.events.map(({ subject }) => subject)).toEqual(['late', 'early', 'last']);
  });

  test('a stream is published in its order, also where the transaction with the lower number appends second', async () => {
    const stream = memoryStream();
    const relay = createRelay({ database, budgetMs: 5_000, publish: stream.publish, wait: async () => {} });
    const lower = await openTransaction(database, tx => appended(tx, 'turned'));
    await write(database, 'turned');
    await relay.run();
    await lower.end();
    await drained(relay);
    expect(stream.versions('turned')).toEqual([1, 2]);
  });

  test('a run waits for it a little, and those after it no more', async () => {
    const waits: number[] = [];
    const wait = async (ms: number) => waits.push(ms);
    const relay = createRelay({ database, budgetMs: 5_000, publish: async () => {}, wait });
    const open = await openTransaction(database);
    await write(database, 'waits');
    await relay.run();
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(150);
    // Once it was the oldest: those of other files come and go.
    do {
      waits.length = 0;
      expect(await relay.run()).toEqual({ published: 0, ended: 'held back' });
    } while (waits.length > 0);
    await open.end();
    expect(await drained(relay)).toBe(1);
  });

  test('a run publishes what it held back as soon as it ends', async () => {
    const stream = memoryStream();
    const open = await openTransaction(database);
    const relay = createRelay({ database, budgetMs: 5_000, publish: stream.publish, wait: () => open.end() });
    await write(database, 'released');
    await drained(relay);
    expect(stream.versions('released')).toEqual([1]);
  });
});

describe('a relay that is ended', () => {
  test('after publishing and before it says so leaves all of it to the next, which publishes it again in order', async () => {
    const shown = memoryStream();
    for (let n = 0; n < 3; n++) await write(database, 'again-1', [coin, coin]);
    const killed = createRelay({
      database,
      budgetMs: 5_000,
      publish: async (...records) => {
        await streams.publish(...records);
        throw new Error('killed');
      },
    });
    await expect(drained(killed)).rejects.toThrow('killed');
    await write(database, 'again-1');
    await drained(
      createRelay({
        database,
        budgetMs: 5_000,
        publish: async (...records) => {
          await streams.publish(...records);
          await shown.publish(...records);
        },
      }),
    );
    expect(shown.versions('again-1')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const arrived = (await streams.read('user-events')).map(({ event }) => event);
    expect(versionsOf(arrived)['again-1']).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('by a lost connection while it publishes begins again', async () => {
    const stream = memoryStream();
    await write(database, 'lost-connection', [coin, coin]);
    let cut = false;
    const relay = createRelay({
      database,
      budgetMs: 5_000,
      publish: async (...records) => {
        await stream.publish(...records);
        if (cut) return;
        cut = true;
        await owner.sql`
          select pg_terminate_backend(pid) from pg_locks
          where relation = 'event_relay'::regclass and mode = 'RowShareLock' and pid <> pg_backend_pid()`;
      },
    });
    await drained(relay);
    expect(stream.versions('lost-connection')).toEqual([1, 2, 1, 2]);
  });
});

describe('streams that do not take all of a page', () => {
  test('have what they took kept, up to the first that they did not, and the rest is published by the next', async () => {
    const stream = memoryStream();
    await write(database, 'half-1', [coin, coin]);
    await write(database, 'half-2', [{ ...coin, stream: 'consultation-events' }]);
    await write(database, 'half-1');
    const relay = createRelay({
      database,
      budgetMs: 5_000,
      publish: async (name, records, signal) => {
        if (name === 'consultation-events') throw new RecordsNotAccepted([false], { code: 'Throttled' });
        await stream.publish(name, records, signal);
      },
    });
    await expect(drained(relay)).rejects.toMatchObject({ name: 'RecordsNotAccepted', code: 'Throttled' });
    await drained(createRelay({ database, budgetMs: 5_000, publish: stream.publish }));
    // The first two were kept; the last, after the one that was refused, came twice.
    expect(versionsOf(stream.events)).toEqual({ 'half-1': [1, 2, 3, 3], 'half-2': [1] });
  });

  test('within the time of a run have it end with what they took', async () => {
    const stream = memoryStream();
    for (const slow of ['slow-1', 'slow-2', 'slow-3']) await write(database, slow);
    const relay = createRelay({
      database,
      budgetMs: 100,
      publish: async (name, records, signal) => {
        await stream.publish(name, records.slice(0, 1), signal);
        if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve));
        throw new RecordsNotAccepted([true, false, false], { code: 'AbortError' });
      },
    });
    let run = await relay.run();
    while (run.ended === 'held back') run = await relay.run();
    expect(run).toEqual({ published: 1, ended: 'out of time' });
    await drained(createRelay({ database, budgetMs: 5_000, publish: stream.publish }));
    expect(versionsOf(stream.events)).toEqual({ 'slow-1': [1], 'slow-2': [1], 'slow-3': [1] });
  });
});
