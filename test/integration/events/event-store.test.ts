import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import {
  type AppendedEvent,
  append,
  type ExpectedVersion,
  readStream,
  replay,
  streamVersion,
} from '../../../platform/events/event-store.ts';
import { charged, opened, spent, wallet } from '../../unit/platform/events/wallet.ts';
import { testDatabase } from '../database.ts';

let database: Database;
let owner: Database;
beforeAll(async () => {
  ({ database, owner } = await testDatabase());
});

const occurrence = { occurredAt: new Date('2026-01-02T03:04:05.678Z'), metadata: { requestId: 'r1' } };

function write(streamId: string, expected: ExpectedVersion, events: readonly AppendedEvent[]): Promise<number> {
  return database.transaction(tx => append(tx, streamId, expected, events, occurrence));
}

describe('a stream', () => {
  test('gives back what was appended, in order, with where and when it was recorded', async () => {
    expect(await write('s1', 'none', [opened.of({ owner: '김' }), charged.of({ amount: 5 })])).toBe(2);
    expect(await write('s1', 2, [spent.of({ amount: 1, on: 'tea' })])).toBe(3);
    const events = await readStream(database.sql, 's1', wallet.events);
    expect(events.map(({ globalPosition: _, ...event }) => event)).toEqual([
      { ...opened.of({ owner: '김' }), streamId: 's1', version: 1, ...occurrence },
      { ...charged.of({ amount: 5 }), streamId: 's1', version: 2, ...occurrence },
      { ...spent.of({ amount: 1, on: 'tea' }), streamId: 's1', version: 3, ...occurrence },
    ]);
    const positions = events.map(({ globalPosition }) => globalPosition);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect((await readStream(database.sql, 's1', wallet.events, 2)).map(({ version }) => version)).toEqual([3]);
    expect(await readStream(database.sql, 'nothing', wallet.events)).toEqual([]);
    expect(await streamVersion(database.sql, 'nothing')).toBe(0);
  });

  test('of things that did not happen at once has the time of each, and that of all for the others', async () => {
    const at = new Date('2026-01-01T00:00:00.001Z');
    await write('times', 'none', [{ ...charged.of({ amount: 1 }), occurredAt: at }, charged.of({ amount: 2 })]);
    const events = await readStream(database.sql, 'times', [charged]);
    expect(events.map(({ occurredAt }) => occurredAt)).toEqual([at, occurrence.occurredAt]);
  });

  test.each<[ExpectedVersion, number]>([
    ['none', 2],
    [1, 2],
    [3, 2],
    [0, 2],
  ])('of another version than %j refuses, says which it has, and stays as it is', async (expected, actual) => {
    await write(`conflict-${expected}`, 'none', [opened.of({ owner: 'u' }), charged.of({ amount: 1 })]);
    const refused = write(`conflict-${expected}`, expected, [charged.of({ amount: 2 })]);
    await expect(refused).rejects.toMatchObject({
      kind: { code: 'stream_conflict', status: 409 },
      facts: { expected, actual },
    });
    expect(await streamVersion(database.sql, `conflict-${expected}`)).toBe(2);
  });

  test('with an event that is not expected in it, or that breaks its contract, is not read', async () => {
    await write('foreign', 'none', [opened.of({ owner: 'u' })]);
    await expect(readStream(database.sql, 'foreign', [charged])).rejects.toMatchObject({ name: 'UnreadableEvent' });
    await write('broken', 'none', [{ type: 'wallet.charged', schemaVersion: 1, data: { amount: 'x' } }]);
    await expect(readStream(database.sql, 'broken', [charged])).rejects.toMatchObject({ name: 'UnreadableEvent' });
  });

  test('with an event of an earlier version is read as of this one', async () => {
    await write('old', 'none', [{ type: 'wallet.spent', schemaVersion: 1, data: { amount: 3 } }]);
    expect(await readStream(database.sql, 'old', [spent])).toMatchObject([spent.of({ amount: 3, on: 'unknown' })]);
  });
});

describe('10 writers on one stream', () => {
  const WRITERS = 10;
  const EACH = 20;

  test('that take any version leave versions without gaps, and lose nothing', async () => {
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; n < EACH; n++) {
          // Now and then two at once, which must stay together.
          const events = Array.from({ length: 1 + (n % 2) }, () => spent.of({ amount: n + 1, on: `w${writer}` }));
          await write('busy', 'any', events);
        }
      }),
    );
    const events = await readStream(database.sql, 'busy', wallet.events);
    expect(events.map(({ version }) => version)).toEqual(
      Array.from({ length: WRITERS * EACH * 1.5 }, (_, at) => at + 1),
    );
    for (let writer = 0; writer < WRITERS; writer++) {
      const amounts = events.filter(({ data }) => 'on' in data && data.on === `w${writer}`).map(({ data }) => data);
      const sent = Array.from({ length: EACH }, (_, n) => Array<number>(1 + (n % 2)).fill(n + 1)).flat();
      expect(amounts.map(data => 'amount' in data && data.amount)).toEqual(sent);
    }
  });

  test('that expect a version conflict, and by trying again lose nothing either', async () => {
    let conflicts = 0;
    const persistent = async (writer: number): Promise<void> => {
      for (let n = 0; n < EACH; ) {
        const version = await streamVersion(database.sql, 'contested');
        try {
          await write('contested', version === 0 ? 'none' : version, [spent.of({ amount: n + 1, on: `w${writer}` })]);
          n++;
        } catch (error) {
          expect(error).toMatchObject({ kind: { code: 'stream_conflict' } });
          conflicts++;
        }
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => persistent(writer)));
    const events = await readStream(database.sql, 'contested', wallet.events);
    expect(events.map(({ version }) => version)).toEqual(Array.from({ length: WRITERS * EACH }, (_, at) => at + 1));
    expect(conflicts).toBeGreaterThan(0);
  });
});

describe('an append', () => {
  test('is undone with its transaction', async () => {
    const failed = database.transaction(async tx => {
      await append(tx, 'undone', 'none', [opened.of({ owner: 'u' })], occurrence);
      throw new Error('after the append');
    });
    await expect(failed).rejects.toThrow('after the append');
    expect(await streamVersion(database.sql, 'undone')).toBe(0);
    expect(await write('undone', 'none', [opened.of({ owner: 'u' })])).toBe(1);
  });

  test('that conflicts leaves nothing even where its transaction goes on', async () => {
    await write('goes-on', 'none', [opened.of({ owner: 'u' })]);
    await database.transaction(async tx => {
      const two = [charged.of({ amount: 1 }), charged.of({ amount: 2 })];
      await append(tx, 'goes-on', 'none', two, occurrence).catch(() => {});
      await append(tx, 'goes-on', 1, two, occurrence);
    });
    expect(await streamVersion(database.sql, 'goes-on')).toBe(3);
  });

  test('without events is a mistake', async () => {
    await expect(write('empty', 'any', [])).rejects.toThrow(RangeError);
  });
});

describe('recorded events', () => {
  test.each([
    'update events set type = type',
    "update events set data = '{}' where false",
    'delete from events',
    'delete from events where false',
    'truncate events cascade',
  ])('are never changed: %s', async statement => {
    const count = async () => (await database.sql<{ count: string }[]>`select count(*) from events`)[0]!.count;
    const before = await count();
    // As the owner, who has the right: functions have not even that.
    await expect(owner.transaction(tx => tx.unsafe(statement))).rejects.toMatchObject({
      code: '23001',
      message: expect.stringMatching(/^events are append-only: (UPDATE|DELETE|TRUNCATE) is refused$/),
    });
    expect(await count()).toBe(before);
  });

  test('of all streams are replayed in pages, each stream in its order', async () => {
    await Promise.all(
      Array.from({ length: 8 }, async (_, stream) => {
        for (let n = 1; n <= 5; n++) await write(`replayed-${stream}`, 'any', [spent.of({ amount: n, on: 'x' })]);
        await write(`replayed-${stream}`, 'any', [charged.of({ amount: 1 })]);
      }),
    );
    const seen: { streamId: string; version: number; globalPosition: number }[] = [];
    let pages = 0;
    for await (const page of replay(database.sql, [spent], { pageSize: 7 })) {
      expect(page.length).toBeLessThanOrEqual(7);
      pages++;
      for (const event of page) if (event.streamId.startsWith('replayed-')) seen.push(event);
    }
    expect(pages).toBeGreaterThan(5);
    for (let stream = 0; stream < 8; stream++) {
      const versions = seen.filter(({ streamId }) => streamId === `replayed-${stream}`).map(({ version }) => version);
      expect(versions).toEqual([1, 2, 3, 4, 5]);
    }
    const positions = seen.map(({ globalPosition }) => globalPosition);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    const rest: number[] = [];
    for await (const page of replay(database.sql, [spent], { after: positions[10]! })) {
      for (const { streamId, globalPosition } of page) if (streamId.startsWith('replayed-')) rest.push(globalPosition);
    }
    expect(rest).toEqual(positions.slice(11));
  });

  /** The case that numbers of transactions alone would publish in the wrong order. */
  test('stand in their stream’s order for a reader below the oldest open transaction', async () => {
    const gate = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const early = database.transaction(async tx => {
      // The lower number is taken before the other transaction begins.
      await tx`select pg_current_xact_id()`;
      started.resolve();
      await gate.promise;
      await append(tx, 'ordered', 'any', [charged.of({ amount: 2 })], occurrence);
    });
    await started.promise;
    await write('ordered', 'any', [charged.of({ amount: 1 })]);
    gate.resolve();
    await early;
    const rows = await database.sql<{ version: number }[]>`
      select version from events where stream_id = 'ordered' order by transaction_id, global_position`;
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
  });
});
