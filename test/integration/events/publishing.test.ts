import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { publishing, publishingFromEnvironment } from '../../../platform/events/publishing.ts';
import { createRelay, type Relay, type RelayRun } from '../../../platform/events/relay.ts';
import { lockedDatabase } from '../../../platform/jobs/locked-database.ts';
import { type LogSink, logTo } from '../../../platform/observability/log-sink.ts';
import { testDatabase } from '../database.ts';
import { memoryStream } from './memory-stream.ts';
import { testStreams } from './published.ts';
import { appended, write } from './writing.ts';

let database: Database;
const streams = await testStreams();
beforeAll(async () => {
  ({ database } = await testDatabase());
});

let logged: string[];
let formerLog: LogSink;
beforeEach(() => {
  logged = [];
  formerLog = logTo(line => logged.push(line));
});
afterEach(() => void logTo(formerLog));

/** A relay that counts its runs. */
function countingRelay(run: () => Promise<RelayRun> = async () => ({ published: 0, ended: 'done' })) {
  const relay: Relay & { runs: number } = {
    runs: 0,
    run() {
      relay.runs++;
      return run();
    },
  };
  return relay;
}

describe('a publishing database', () => {
  test('runs the relay when events have been committed, and not before', async () => {
    let seen: unknown;
    const relay = countingRelay(async () => {
      seen = await database.sql`select version from events where stream_id = 'committed-first'`;
      return { published: 1, ended: 'done' };
    });
    expect(await write(publishing(database, relay), 'committed-first')).toBe(1);
    expect(seen).toEqual([{ version: 1 }]);
    expect(relay.runs).toBe(1);
  });

  describe('for what an open transaction holds back', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
    afterEach(() => void vi.useRealTimers());
    const heldBack = (times: number) => {
      const relay = countingRelay(async () => ({ published: 0, ended: relay.runs <= times ? 'held back' : 'done' }));
      return relay;
    };

    test('looks again four times a second until it is gone, in a process that lives on', async () => {
      const relay = heldBack(4);
      const on = publishing(database, relay, true);
      await write(on, 'held-back');
      await write(on, 'held-back');
      expect(relay.runs).toBe(2);
      for (const runs of [3, 4, 5, 5, 5]) {
        await vi.advanceTimersByTimeAsync(250);
        expect(relay.runs).toBe(runs);
      }
    });

    test('leaves it to the next writer where what is not awaited freezes', async () => {
      const relay = heldBack(1);
      await write(publishing(database, relay), 'held-back-in-lambda');
      await vi.advanceTimersByTimeAsync(10_000);
      expect(relay.runs).toBe(1);
    });
  });

  test('does not for transactions without events, nor for those that were rolled back', async () => {
    const relay = countingRelay();
    const on = publishing(database, relay);
    expect(await on.transaction(async tx => (await tx`select 1 as one`)[0]!.one)).toBe(1);
    const failed = on.transaction(async tx => {
      await appended(tx, 'rolled-back');
      throw new Error('after the append');
    });
    await expect(failed).rejects.toThrow('after the append');
    expect(relay.runs).toBe(0);
  });

  test('goes by the run of the work that was committed', async () => {
    const relay = countingRelay();
    let runs = 0;
    await publishing(database, relay).transaction(async tx => {
      if (++runs > 1) return;
      await appended(tx, 'tried-again');
      throw Object.assign(new Error('conflict'), { name: 'PostgresError', code: '40001' });
    });
    expect([runs, relay.runs]).toEqual([2, 0]);
  });

  test('does so under the lock of a job too', async () => {
    const relay = countingRelay();
    await write(lockedDatabase(publishing(database, relay), 'some-job'), 'of-a-job');
    expect(relay.runs).toBe(1);
  });

  test('gives the write’s result whatever becomes of the relay, which is logged and counted without a word of data', async () => {
    const on = publishing(
      database,
      countingRelay(async () => {
        throw Object.assign(new Error('secret'), { code: 'ServiceUnavailable' });
      }),
    );
    expect(await write(on, 'relay-fails')).toBe(1);
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0]!)).toMatchObject({
      level: 'error',
      event: 'relay-failed',
      relay_failures: 1,
      error: { name: 'Error', code: 'ServiceUnavailable' },
      _aws: { CloudWatchMetrics: [{ Namespace: 'HEAL7', Metrics: [{ Name: 'relay_failures' }] }] },
    });
    expect(logged[0]).not.toContain('secret');
  });

  test('does not keep the write waiting for a stream that does not answer', async () => {
    const relay = createRelay({
      database,
      budgetMs: 50,
      publish: async (_, __, signal) => {
        if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve));
        throw signal.reason;
      },
    });
    expect(await write(publishing(database, relay), 'no-answer')).toBe(1);
    expect(await write(publishing(database, relay), 'no-answer')).toBe(2);
  });

  test('has published what was written when the write returns, by many writers at once', async () => {
    const stream = memoryStream();
    const on = publishing(database, createRelay({ database, budgetMs: 5_000, publish: stream.publish }));
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let n = 0; n < 10; n++) await write(on, `at-once-${writer}`);
      }),
    );
    const published = () => stream.events.filter(({ subject }) => subject.startsWith('at-once-')).length;
    // Transactions of other files may have held back the last ones; each write publishes what is left.
    while (published() < 80) await write(on, 'one-more');
    for (let writer = 0; writer < 8; writer++) {
      expect(stream.versions(`at-once-${writer}`)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
    expect(logged).toEqual([]);
  });
});

describe('by the environment', () => {
  const variables = Object.keys(streams.engine.environment);
  afterEach(() => {
    for (const variable of variables) delete process.env[variable];
  });

  test('a database publishes to its streams', async () => {
    Object.assign(process.env, streams.engine.environment);
    const on = publishingFromEnvironment(database);
    await write(on, 'by-environment');
    const arrived = async () => (await streams.read('user-events')).filter(({ key }) => key === 'by-environment');
    while ((await arrived()).length === 0) await write(on, 'one-more');
    expect(await arrived()).toMatchObject([{ event: { streamversion: 1 } }]);
    expect(logged).toEqual([]);
  });

  test('a database is as it was where there are no streams', () => {
    expect(publishingFromEnvironment(database)).toBe(database);
  });
});
