import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { databaseUnavailable } from '../../../platform/errors/kinds.ts';
import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { eventType } from '../../../platform/events/event-type.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import {
  counted,
  createTallyTables,
  deliveringTo,
  happened,
  ignored,
  NOW,
  REFUSED_BY_CODE,
  REFUSED_BY_TABLE,
  recordOf,
  recordsOf,
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

interface Row {
  readonly [column: string]: unknown;
}
const letters = () => owner.sql<Row[]>`
  select consumer, stream, shard, sequence_number, partition_key, event_stream, event_version, event_type,
    convert_from(record, 'UTF8') as record, reason, error_class, error_code, state, failures, dead_lettered_at, closed_at
  from dead_letters order by sequence_number::int`;

const good = (count: number, streamId = 's') =>
  Array.from({ length: count }, (_, at) => happened(streamId, at + 1, at % 100));
/** A log with one record in place of another. */
const withRecord = (records: readonly StreamRecord[], at: number, record: Partial<StreamRecord>) =>
  records.with(at, { ...records[at]!, ...record });
const without = <Item>(items: readonly Item[], at: number) => items.filter((_, position) => position !== at);

describe('a record in the middle of 1,000', () => {
  const log = good(1_000);

  test.each([
    [
      'that is not JSON',
      { bytes: Buffer.from('홍길동') },
      { reason: 'not_json', event_stream: null, error_class: null },
    ],
    [
      'that is no event',
      { bytes: Buffer.from('{}') },
      { reason: 'not_an_event', event_version: null, error_code: null },
    ],
  ])('%s is set aside, and the others take effect', async (_, bad, expected) => {
    const records = withRecord(recordsOf(log), 500, bad);
    expect(await deliver(records)).toEqual({ counts: { fresh: 999, repeated: 0, passedOver: 0 }, deadLetters: 1 });
    expect(await talliesOf(database)).toEqual(talliesFrom(without(log, 500)));
    expect(await letters()).toEqual([
      {
        consumer: 'tally',
        stream: 'user-events',
        shard: 'shardId-0',
        sequence_number: '501',
        partition_key: 's',
        event_stream: null,
        event_version: null,
        event_type: null,
        record: bad.bytes.toString(),
        error_class: null,
        error_code: null,
        state: 'open',
        failures: 1,
        dead_lettered_at: NOW,
        closed_at: null,
        ...expected,
      },
    ]);
  });

  test.each([
    [
      'whose data breaks the contract',
      { ...happened('s', 501, 0), event: { ...counted.of({ amount: 0, note: '' }), data: { amount: '홍길동' } } },
      {
        reason: 'unreadable_data',
        error_class: 'UnreadableEvent',
        error_code: 'test.counted v2: amount:invalid_type note:invalid_type',
      },
    ],
    [
      'of a newer version',
      { ...happened('s', 501, 0), event: { ...counted.of({ amount: 0, note: '' }), schemaVersion: 3 } },
      { reason: 'newer_version', error_class: null, error_code: null },
    ],
    [
      'that the consumer’s code refuses',
      happened('s', 501, REFUSED_BY_CODE),
      { reason: 'not_applied', error_class: 'RangeError', error_code: null },
    ],
    [
      'that a constraint refuses',
      happened('s', 501, REFUSED_BY_TABLE),
      { reason: 'not_applied', error_class: 'PostgresError', error_code: '23514' },
    ],
  ])('%s is set aside, its version counts as seen, and the others take effect', async (_, bad, expected) => {
    const records = recordsOf(log.with(500, bad));
    expect(await deliver(records)).toEqual({ counts: { fresh: 999, repeated: 0, passedOver: 0 }, deadLetters: 1 });
    expect(await talliesOf(database)).toEqual(talliesFrom(without(log, 500)));
    const [letter, ...others] = await letters();
    expect(letter).toMatchObject({ event_stream: 's', event_version: 501, event_type: 'test.counted', ...expected });
    expect(others).toEqual([]);
    // The record alone says what it says.
    const { record: _record, ...rest } = letter!;
    expect(JSON.stringify(rest)).not.toContain('홍길동');
  });

  test('of a type that is not cared about is passed over, whatever is in it', async () => {
    const bad = { ...happened('s', 501, 0), event: { ...ignored.of({}), data: null } };
    expect(await deliver(recordsOf(log.with(500, bad)))).toMatchObject({ counts: { passedOver: 1 }, deadLetters: 0 });
  });
});

test('delivered again, a bad record is one dead letter, and the others have no effect', async () => {
  const log = good(40)
    .with(7, happened('s', 8, REFUSED_BY_CODE))
    .with(20, happened('s', 21, REFUSED_BY_TABLE));
  const records = withRecord(recordsOf(log), 30, { bytes: Buffer.from('{') });
  expect(await deliver(records)).toMatchObject({ counts: { fresh: 37 }, deadLetters: 3 });
  const [state, set] = [await talliesOf(database), await letters()];
  expect(await deliver(records)).toEqual({ counts: { fresh: 0, repeated: 40, passedOver: 0 }, deadLetters: 0 });
  expect(await deliver(records.slice(5, 35))).toMatchObject({ counts: { repeated: 30 }, deadLetters: 0 });
  expect([await talliesOf(database), await letters()]).toEqual([state, set]);
});

test('two deliveries at once of a batch with bad records leave one dead letter of each', async () => {
  const records = withRecord(recordsOf(good(40).with(7, happened('s', 8, REFUSED_BY_CODE))), 30, {
    bytes: Buffer.from('{'),
  });
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => deliver(records)));
  expect(outcomes.reduce((sum, { deadLetters }) => sum + deadLetters, 0)).toBe(2);
  expect(outcomes.reduce((sum, { counts }) => sum + counts.fresh!, 0)).toBe(38);
  expect(await letters()).toHaveLength(2);
});

test('a batch of bad records alone is set aside whole', async () => {
  const records = recordsOf(Array.from({ length: 20 }, (_, at) => happened('s', at + 1, REFUSED_BY_CODE)));
  expect(await deliver(records)).toMatchObject({ counts: { fresh: 0 }, deadLetters: 20 });
  expect(await letters()).toHaveLength(20);
});

test('a bad record that comes with text that no column takes is set aside all the same', async () => {
  const inData = { ...happened('s', 2, 0), event: { ...counted.of({ amount: 1, note: 'a\0b' }) } };
  const takesNotes: EventConsumer<typeof counted> = {
    ...tally,
    apply: async (tx, events, context) => {
      for (const { data } of events) await tx`select ${data.note}::text`;
      await tally.apply(tx, events, context);
    },
  };
  const records = withRecord(recordsOf([happened('s', 1, 1), inData, happened('s', 3, 3)]), 1, {
    partitionKey: 'a\0b',
  });
  const outcome = await deliveringTo(takesNotes, database)(records);
  expect(outcome).toMatchObject({ counts: { fresh: 2 }, deadLetters: 1 });
  expect(await owner.sql`select reason, error_code, partition_key from dead_letters`).toEqual([
    { reason: 'not_applied', error_code: '22021', partition_key: 'ab' },
  ]);
});

describe('a fault that is not the record’s', () => {
  /** The database, of which some transactions fail before or after they are done. */
  const failing = (fails: (call: number) => 'before' | 'after' | undefined): Pick<Database, 'transaction'> => {
    let call = 0;
    return {
      transaction: async (work, options) => {
        const when = fails(++call);
        if (when === 'before') throw new DomainError(databaseUnavailable);
        const result = await database.transaction(work, options);
        if (when === 'after') throw new DomainError(databaseUnavailable);
        return result;
      },
    };
  };

  test.each(['before', 'after'] as const)(
    '%s the commit has the batch come again, and sets nothing aside',
    async when => {
      const records = recordsOf(good(10));
      const outcome = await deliveringTo(
        tally,
        failing(call => (call === 1 ? when : undefined)),
      )(records);
      expect(outcome).toMatchObject({ counts: { fresh: 0 }, deadLetters: 0, stopped: { sequenceNumber: '1' } });
      expect(await deliver(records)).toMatchObject({ deadLetters: 0 });
      expect(await talliesOf(database)).toEqual(talliesFrom(good(10)));
      expect(await letters()).toEqual([]);
    },
  );

  test.each([
    ['a table that a migration has not made yet', (tx: Transaction) => tx`select from there_is_not`, '42P01'],
    ['a right that is missing', (tx: Transaction) => tx`update events set type = type`, '42501'],
    [
      'a statement that takes too long',
      async (tx: Transaction) => {
        await tx`set local statement_timeout = 1`;
        await tx`select pg_sleep(10)`;
      },
      '57014',
    ],
  ])('such as %s sets nothing aside', async (_, fault, code) => {
    const broken = { ...tally, apply: async (tx: Transaction) => void (await fault(tx)) };
    const outcome = await deliveringTo(broken, database)(recordsOf(good(5)));
    expect(outcome).toMatchObject({ deadLetters: 0, stopped: { sequenceNumber: '1', error: { code } } });
    expect(await letters()).toEqual([]);
    expect(await deliver(recordsOf(good(5)))).toMatchObject({ counts: { fresh: 5 } });
  });

  test('between those of bad records stops at the first record that is not done, wherever it comes', async () => {
    const random = seededRandom(Number(process.env.FC_SEED ?? 1));
    const log = good(64)
      .with(20, happened('s', 21, REFUSED_BY_CODE))
      .with(41, happened('s', 42, REFUSED_BY_TABLE));
    const records = withRecord(recordsOf(log), 50, { bytes: Buffer.from('[') });
    const expected = talliesFrom(log.filter((_, at) => ![20, 41, 50].includes(at)));
    for (let round = 0; round < 20; round++) {
      await owner.sql`truncate dead_letters, consumer_positions, tallies, dwh.amounts`;
      const unlucky = deliveringTo(
        tally,
        failing(() => (random() < 0.25 ? (random() < 0.5 ? 'before' : 'after') : undefined)),
      );
      let at = 0;
      for (let deliveries = 0; at < records.length; deliveries++) {
        expect(deliveries, 'deliveries').toBeLessThan(500);
        const { stopped } = await unlucky(records.slice(at));
        at =
          stopped === undefined
            ? records.length
            : records.findIndex(each => each.sequenceNumber === stopped.sequenceNumber);
      }
      expect(await talliesOf(database)).toEqual(expected);
      expect((await letters()).map(({ sequence_number }) => sequence_number)).toEqual(['21', '42', '51']);
    }
  });
});

test('an event that could not be read is taken by newer code when it is sent again', async () => {
  const newer = eventType({ name: 'test.counted', version: 3, summary: 'Newer.', data: counted.schema });
  const records = recordsOf([
    happened('s', 1, 1),
    { ...happened('s', 2, 2), event: { ...counted.of({ amount: 2, note: '' }), schemaVersion: 3 } },
  ]);
  expect(await deliver(records)).toMatchObject({ deadLetters: 1 });
  await owner.sql`update dead_letters set state = 'resent', resent_at = now()`;
  const upgraded = { ...tally, types: [{ ...newer, read: (data: unknown) => data as never }] } as typeof tally;
  const again = recordOf(
    { ...happened('s', 2, 2), event: { ...counted.of({ amount: 2, note: '' }), schemaVersion: 3 } },
    99,
  );
  expect(await deliveringTo(upgraded, database)([again])).toMatchObject({ counts: { fresh: 1 }, deadLetters: 0 });
  expect(await letters()).toMatchObject([{ state: 'done' }]);
});
