import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { markResent } from '../../../platform/events/resend-dead-letters.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import {
  createTallyTables,
  deliveringTo,
  type Happened,
  happened,
  NOW,
  REFUSED_BY_CODE,
  REFUSED_BY_TABLE,
  recordOf,
  talliesFrom,
  talliesOf,
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
beforeEach(async () => {
  await owner.sql`truncate dead_letters, consumer_positions, tallies, dwh.amounts`;
});

/** A record of all of them, as the relay packs it. */
const packed = (events: readonly Happened[], sequenceNumber: string | number) => {
  const texts = events.map(each => Buffer.from(recordOf(each, 1).bytes).toString());
  return { ...recordOf(events[0]!, sequenceNumber), bytes: Buffer.from(`[${texts.join(',')}]`) };
};
const good = (count: number, streamId = 's') =>
  Array.from({ length: count }, (_, at) => happened(streamId, at + 1, at % 100));

test('each event of a record takes effect once, also where it comes again alone or with others', async () => {
  const log = good(6);
  expect(await deliver([packed(log.slice(0, 4), 1)])).toMatchObject({ counts: { fresh: 4 } });
  expect(await deliver([packed(log.slice(2, 5), 2), recordOf(log[4]!, 3), packed(log, 4)])).toMatchObject({
    counts: { fresh: 2, repeated: 8 },
  });
  expect(await talliesOf(database)).toEqual(talliesFrom(log));
});

test('bad events of one record are set aside each for itself, and the others take effect', async () => {
  const bad = [7, 20];
  const log = good(40)
    .with(7, happened('s', 8, REFUSED_BY_CODE))
    .with(20, happened('s', 21, REFUSED_BY_TABLE));
  const expected = talliesFrom(log.filter((_, at) => !bad.includes(at)));
  const outcome = await deliver([packed(log, 1)]);
  expect(outcome).toEqual({ counts: { fresh: 38, repeated: 0, passedOver: 0 }, deadLetters: 2 });
  expect(await deliver([packed(log, 1)])).toEqual({
    counts: { fresh: 0, repeated: 40, passedOver: 0 },
    deadLetters: 0,
  });
  expect(await talliesOf(database)).toEqual(expected);
  const letters = await owner.sql`
    select event_version as version, sequence_number as "sequenceNumber", reason from dead_letters order by version`;
  expect(letters).toEqual([8, 21].map(version => ({ version, sequenceNumber: '1', reason: 'not_applied' })));
});

test('an event of a record that is sent again takes effect alone, once', async () => {
  const log = good(5).with(2, happened('s', 3, REFUSED_BY_CODE));
  await deliver([packed(log, 1)]);
  const [{ id }] = await owner.sql<[{ id: string }]>`select id from dead_letters`;
  const [letter] = await database.transaction(tx => markResent(tx, id, NOW));
  const again = { bytes: letter!.data, partitionKey: 's', sequenceNumber: '9' };
  // By code that can make something of it now.
  const mended = deliveringTo(
    {
      ...tally,
      apply: async (tx, events, context) =>
        tally.apply(
          tx,
          events.map(e => ({ ...e, data: { ...e.data, amount: 6 } })),
          context,
        ),
    },
    database,
  );
  expect(await mended([again, again])).toMatchObject({ counts: { fresh: 1, repeated: 1 } });
  const [row] = await talliesOf(database);
  expect(row!.count).toBe(5);
});

test('more events than a transaction takes are done in several, and after a fault in between from where it was', async () => {
  const random = seededRandom(Number(process.env.FC_SEED ?? 1));
  const log = good(3_000);
  const records = Array.from({ length: 12 }, (_, at) => packed(log.slice(at * 250, at * 250 + 250), at + 1));
  const unlucky = deliveringTo(tally, {
    transaction: (work, options) => {
      if (random() < 0.4) return Promise.reject(Object.assign(new Error('lost'), { code: 'CONNECTION_CLOSED' }));
      return database.transaction(work, options);
    },
  });
  let at = 0;
  for (let deliveries = 0; at < records.length; deliveries++) {
    expect(deliveries, 'deliveries').toBeLessThan(100);
    const { stopped } = await unlucky(records.slice(at));
    at = stopped === undefined ? records.length : records.findIndex(r => r.sequenceNumber === stopped.sequenceNumber);
  }
  expect(await talliesOf(database)).toEqual(talliesFrom(log));
});
