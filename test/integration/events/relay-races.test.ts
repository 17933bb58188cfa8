import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { createRelay, type Publish } from '../../../platform/events/relay.ts';
import { putRecords } from '../../../platform/streams/producer.ts';
import { flakyStream } from '../../unit/platform/streams/flaky-stream.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { eventsIn } from './events-in.ts';
import { memoryStream } from './memory-stream.ts';
import { firstVersionsOf } from './published.ts';
import { appended, coin, drained, write } from './writing.ts';

let database: Database;
beforeAll(async () => {
  ({ database } = await testDatabase());
  await drained(createRelay({ database, budgetMs: 5_000, publish: async () => {} }));
});

/** A relay that stops in the middle of its first publishing until it is told to go on. */
function heldRelay(publish: Publish) {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const relay = createRelay({
    database,
    budgetMs: 10_000,
    publish: async (...records) => {
      reached.resolve();
      await gate.promise;
      await publish(...records);
    },
  });
  return { relay, reached: reached.promise, goOn: gate.resolve };
}

describe('two relays', () => {
  test('are not at it at once: the second is told so, and waits for nothing', async () => {
    const stream = memoryStream();
    await write(database, 'two');
    const first = heldRelay(stream.publish);
    const running = drained(first.relay);
    await first.reached;
    const second = createRelay({ database, budgetMs: 10_000, publish: stream.publish });
    expect(await second.run()).toEqual({ published: 0, ended: 'busy' });
    first.goOn();
    await running;
    expect(stream.versions('two')).toEqual([1]);
  });

  test('lose nothing between them: what was committed after the last read of the first is published by it', async () => {
    const stream = memoryStream();
    await write(database, 'woken-1');
    const first = heldRelay(stream.publish);
    const running = first.relay.run();
    await first.reached;
    // It has read; this it has not seen, and the writer is turned away.
    await write(database, 'woken-2');
    const second = createRelay({ database, budgetMs: 10_000, publish: stream.publish });
    expect((await second.run()).ended).toBe('busy');
    first.goOn();
    let run = await running;
    // Transactions of other files may hold it back.
    while (run.ended === 'held back') run = await first.relay.run();
    expect(run.ended).toBe('done');
    expect(stream.versions('woken-2')).toEqual([1]);
  });
});

test('50 who ask one relay at once are answered by two runs', async () => {
  let pages = 0;
  const counting: Database = {
    ...database,
    transaction: (work, options) => {
      pages++;
      return database.transaction(work, options);
    },
  };
  await write(database, 'asked');
  const relay = createRelay({ database: counting, budgetMs: 10_000, publish: async () => {}, wait: async () => {} });
  const runs = await Promise.all(Array.from({ length: 50 }, () => relay.run()));
  expect(new Set(runs).size).toBe(2);
  expect(pages).toBeLessThanOrEqual(4);
  await drained(relay);
});

describe('writers, relays and streams that fail', () => {
  const WRITERS = 5;
  const TRANSACTIONS = 30;
  const STREAMS = 6;

  /** Commits and rolls back at random, up to three events on up to two streams at a time; gives what was committed. */
  async function writeAtRandom(random: () => number, prefix: string): Promise<Map<string, number>> {
    const committed = new Map<string, number>();
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (let n = 0; n < TRANSACTIONS; n++) {
          // In the order of their names, so that no two wait for each other.
          const names = [random(), random()].map(share => `${prefix}-${Math.floor(share * STREAMS)}`).sort();
          const events = Array.from({ length: 1 + Math.floor(random() * 3) }, () => coin);
          const statements = Math.floor(random() * 4);
          const goesWrong = random() < 0.2;
          const versions = await database
            .transaction(async tx => {
              // Its number is taken at once; others take theirs, and commit, before it appends.
              for (let m = 0; m < statements; m++) await tx`select 1`;
              const made: [string, number][] = [];
              for (const name of new Set(names)) made.push([name, await appended(tx, name, events)]);
              if (goesWrong) throw new Error('rolled back');
              return made;
            })
            .catch((error: Error) => {
              if (error.message !== 'rolled back') throw error;
              return [];
            });
          for (const [name, version] of versions) committed.set(name, Math.max(version, committed.get(name) ?? 0));
        }
      }),
    );
    return committed;
  }

  test.each([1, 2, 3, Number(process.env.FC_SEED ?? 4)])(
    'publish what was committed and nothing else, each stream in its order (seed %i)',
    async seed => {
      const random = seededRandom(seed);
      const stream = flakyStream(seed, { refused: 0.2, failed: 0.1, unanswered: 0.1 });
      /** Also ends at any time, as a process that is killed. */
      const publish: Publish = async (_, records, signal) => {
        if (random() < 0.1) throw new Error('killed before');
        await putRecords(stream.client, 's', records, { signal, wait: async () => {} });
        if (random() < 0.2) throw new Error('killed after');
      };
      let writing = true;
      const relays = Array.from({ length: 3 }, async () => {
        const options = { database, publish, pageSize: 1 + Math.floor(random() * 20), wait: async () => {} };
        while (writing)
          await createRelay({ ...options, budgetMs: 2_000 })
            .run()
            .catch(ignoreKilled);
      });
      const committed = await writeAtRandom(random, `fuzz-${seed}`);
      writing = false;
      await Promise.all(relays);
      const last = createRelay({ database, budgetMs: 10_000, publish });
      while ((await last.run().catch(ignoreKilled))?.ended !== 'done');

      const events = stream.taken.flatMap(({ data }) => eventsIn(data));
      const expected = [...committed].map(([name, count]) => [name, Array.from({ length: count }, (_, at) => at + 1)]);
      expect(firstVersionsOf(events)).toEqual(Object.fromEntries(expected));
      expect(events.length).toBeGreaterThan([...committed.values()].reduce((sum, count) => sum + count, 0));
    },
  );
});

function ignoreKilled(error: Error): undefined {
  if (!error.message.startsWith('killed')) throw error;
}
