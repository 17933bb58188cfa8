import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { rebuildProjection } from '../../../platform/events/rebuild-projection.ts';
import { createShadow } from '../../../platform/events/shadow-tables.ts';
import { checksumOfProjection } from '../../../platform/events/table-checksum.ts';
import { testDatabase } from '../database.ts';
import { count, forgetAll, published, write } from './appended.ts';
import {
  counted,
  createTallyTables,
  deliveringTo,
  ignored,
  NOW,
  REFUSED_BY_CODE,
  REFUSED_BY_TABLE,
  tally,
} from './tally.ts';

let database: Database;
let owner: Database;
let deliver: ReturnType<typeof deliveringTo>;
beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  await createTallyTables(owner);
  deliver = deliveringTo(tally, database);
});
beforeEach(() => forgetAll(owner));

const rebuild = (consumer: EventConsumer<typeof counted> = tally, options = {}) =>
  rebuildProjection(consumer, { database: owner, now: () => NOW, pageSize: 7, ...options });
const checksum = () => checksumOfProjection(database, tally.projection!);
const tallies = () => database.sql`select * from tallies order by stream_id`;
const amounts = () => database.sql`select * from dwh.amounts order by amount`;
const leftovers = () => owner.sql`select nspname from pg_namespace where nspname like 'rebuild%'`;

async function someEvents(): Promise<void> {
  for (let n = 0; n < 30; n++) await write(database, `s${n % 4}`, count(n), ignored.of({}), count(n + 1));
}

describe('what was delivered', () => {
  beforeEach(async () => {
    await someEvents();
    await deliver(await published(database));
  });

  test('is built again to the same checksum: not a row is written, and nothing is left behind', async () => {
    const [before, sum] = [await owner.sql`select *, xmin from tallies order by stream_id`, await checksum()];
    const progress: number[] = [];
    expect(await rebuild(tally, { progress: ({ events }: { events: number }) => progress.push(events) })).toEqual({
      events: 60,
      unapplied: 0,
      checksums: { live: sum, rebuilt: sum },
      verdict: 'same',
      changedRows: 0,
      settledDeadLetters: 0,
    });
    expect(progress).toEqual([7, 14, 21, 28, 35, 42, 49, 56, 60]);
    expect(await owner.sql`select *, xmin from tallies order by stream_id`).toEqual(before);
    expect(await checksum()).toBe(sum);
    expect(await leftovers()).toEqual([]);
  });

  test('has no effect when it is delivered after that', async () => {
    await rebuild();
    const sum = await checksum();
    expect(await deliver(await published(database))).toMatchObject({ counts: { fresh: 0, repeated: 60 } });
    expect(await checksum()).toBe(sum);
  });

  test('and then spoilt is said to differ, and is as it was', async () => {
    const [rows, sums, sum] = [await tallies(), await amounts(), await checksum()];
    await owner.sql`update tallies set total = total + 1 where stream_id = 's1'`;
    await owner.sql`delete from tallies where stream_id = 's2'`;
    await owner.sql`insert into tallies values ('never-was', 1, 1, '')`;
    await owner.sql`delete from dwh.amounts where amount = 5`;
    const spoilt = await checksum();
    expect(await rebuild()).toMatchObject({
      checksums: { live: spoilt, rebuilt: sum },
      verdict: 'different',
      changedRows: 4,
    });
    expect([await tallies(), await amounts()]).toEqual([rows, sums]);
    expect(await checksum()).toBe(sum);
  });

  test('and then emptied, positions too, is whole again, and counted once when it comes again', async () => {
    const sum = await checksum();
    await owner.sql`truncate tallies, dwh.amounts, consumer_positions`;
    expect(await rebuild()).toMatchObject({ changedRows: expect.any(Number) });
    expect(await checksum()).toBe(sum);
    expect(await deliver(await published(database))).toMatchObject({ counts: { fresh: 0 } });
    expect(await checksum()).toBe(sum);
  });

  test('by a run that did not end is begun anew by the next', async () => {
    await createShadow(owner, tally);
    expect(await leftovers()).toEqual([{ nspname: 'rebuild_tally' }]);
    expect(await rebuild()).toMatchObject({ verdict: 'same' });
    expect(await leftovers()).toEqual([]);
  });

  test('by two runs at once: the one that began first gives up, and the other ends', async () => {
    let [steps, second] = [0, undefined as Promise<unknown> | undefined];
    const overtaken: Pick<Database, 'sql' | 'transaction'> = {
      sql: owner.sql,
      transaction: async (work, options) => {
        const result = await owner.transaction(work, options);
        if (++steps === 3) second = rebuild();
        await second;
        return result;
      },
    };
    const first = rebuildProjection(tally, { database: overtaken, now: () => NOW, pageSize: 7 });
    await expect(first).rejects.toMatchObject({ name: 'ShadowLost' });
    expect(await second).toMatchObject({ verdict: 'same' });
  });
});

test('what a consumer has not seen yet is in what is built, is compared without it, and is passed over when it comes', async () => {
  await someEvents();
  await deliver(await published(database));
  const sum = await checksum();
  const [{ last }] = await database.sql<[{ last: number }]>`select max(global_position)::int as last from events`;
  await write(database, 's0', count(100), count(101));
  await write(database, 'new', count(102));
  expect(await rebuild()).toMatchObject({ events: 63, verdict: 'same', checksums: { live: sum, rebuilt: sum } });
  const after = await checksum();
  expect(after).not.toBe(sum);
  expect(await deliver(await published(database, last))).toMatchObject({ counts: { fresh: 0, repeated: 3 } });
  expect(await rebuild()).toMatchObject({ verdict: 'same', checksums: { live: after, rebuilt: after } });
});

test('a consumer that is far behind is not waited for, and its content is not compared', async () => {
  await someEvents();
  expect(await rebuild(tally, { mostLeft: 10 })).toMatchObject({ events: 60, verdict: 'not comparable' });
  const sum = await checksum();
  expect(await deliver(await published(database))).toMatchObject({ counts: { fresh: 0, repeated: 60 } });
  expect(await rebuild()).toMatchObject({ verdict: 'same', checksums: { live: sum } });
});

describe('dead letters', () => {
  const mended: EventConsumer<typeof counted> = {
    ...tally,
    types: [
      {
        ...counted,
        read: data =>
          (({ amount, note }) => ({ amount: Math.abs(amount) % 100, note }))(data as { amount: number; note: string }),
      },
    ],
  };

  beforeEach(async () => {
    await write(database, 's', count(1), count(REFUSED_BY_CODE), count(3));
    await write(database, 't', count(REFUSED_BY_TABLE), { ...count(0), data: { amount: '홍길동' } });
    expect(await deliver(await published(database))).toMatchObject({ counts: { fresh: 2 }, deadLetters: 3 });
  });

  const states = () => owner.sql`select event_stream, event_version, state from dead_letters order by 1, 2`;

  test('that are still refused stay, and what is built lacks them as what is read does', async () => {
    expect(await rebuild()).toMatchObject({ events: 5, unapplied: 3, verdict: 'same', settledDeadLetters: 0 });
    expect((await states()).map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  });

  test('that newer code takes are in what is built, and are closed: sent again, they have no effect', async () => {
    await owner.sql`update dead_letters set state = 'resent', resent_at = now() where event_stream = 's'`;
    const [letter] = await owner.sql<
      [{ record: Uint8Array }]
    >`select record from dead_letters where event_stream = 's'`;
    expect(await rebuild(mended)).toMatchObject({ verdict: 'different', unapplied: 1, settledDeadLetters: 2 });
    expect(await states()).toEqual([
      { event_stream: 's', event_version: 2, state: 'done' },
      { event_stream: 't', event_version: 1, state: 'done' },
      { event_stream: 't', event_version: 2, state: 'open' },
    ]);
    const sum = await checksum();
    const again = { bytes: letter.record, sequenceNumber: '99', partitionKey: 's' };
    expect(await deliveringTo(mended, database)([again])).toMatchObject({ counts: { fresh: 0, repeated: 1 } });
    expect(await checksum()).toBe(sum);
  });
});

test('a consumer that writes into what is read while it is built again is found out, and nothing is changed', async () => {
  await someEvents();
  await deliver(await published(database));
  const sum = await checksum();
  const careless: EventConsumer<typeof counted> = {
    ...tally,
    apply: async (tx, events, context) => tally.apply(tx, events, { ...context, table: name => name }),
  };
  await expect(rebuild(careless)).rejects.toMatchObject({
    name: 'WrittenBesideShadow',
    message: expect.stringContaining('dwh.amounts'),
  });
  expect(await checksum()).toBe(sum);
  expect(await leftovers()).toEqual([]);
});

test('a fault that is no event’s leaves everything as it was', async () => {
  await someEvents();
  await deliver(await published(database));
  const sum = await checksum();
  const broken = {
    ...tally,
    apply: async (tx: Parameters<typeof tally.apply>[0]) => void (await tx`select from there_is_not`),
  };
  await expect(rebuild(broken)).rejects.toMatchObject({ code: '42P01' });
  expect(await checksum()).toBe(sum);
  expect(await leftovers()).toEqual([]);
});

test('a consumer without a projection is not built again', async () => {
  const { projection: _, ...none } = tally;
  await expect(rebuild(none)).rejects.toThrow(TypeError);
});
