import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { markPageResent, markResent, type Put, resend } from '../../../platform/events/resend-dead-letters.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { testDatabase } from '../database.ts';
import {
  createTallyTables,
  deliveringTo,
  happened,
  NOW,
  REFUSED_BY_CODE,
  recordsOf,
  summing,
  talliesFrom,
  talliesOf,
  tally,
} from './tally.ts';

let database: Database;
let owner: Database;
let deliver: ReturnType<typeof deliveringTo>;
/** What the code refuses is mended: it takes everything. */
let deliverMended: ReturnType<typeof deliveringTo>;

/** What lies in the stream after what a test put there itself. */
let shard: StreamRecord[];
const put: Put = async (_stream, records) => {
  for (const { data, partitionKey } of records) {
    shard.push({ bytes: data, partitionKey, sequenceNumber: String(10_000 + shard.length) });
  }
};

beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  await createTallyTables(owner);
  deliver = deliveringTo(tally, database);
  const mended = tally.types[0]!;
  deliverMended = deliveringTo({ ...tally, types: [{ ...mended, read: lenient }] }, database);
});
beforeEach(async () => {
  shard = [];
  await owner.sql`truncate dead_letters, consumer_positions, tallies, dwh.amounts, sums`;
});

/** In place of the mended code: the amount it could not take is read as another. */
const lenient = (data: unknown) => {
  const { amount, note } = data as { amount: number; note: string };
  return { amount: amount === REFUSED_BY_CODE ? 7 : amount, note };
};

const log = [1, 2, 3, 4, 5].map(version => happened('s', version, version === 3 ? REFUSED_BY_CODE : version));
const states = async () =>
  (await owner.sql<{ state: string; failures: number }[]>`select state, failures from dead_letters order by id`).map(
    ({ state, failures }) => `${state} ${failures}`,
  );
const idOf = async () => (await owner.sql<[{ id: string }]>`select id from dead_letters`)[0].id;
const resendAll = async (with_: Put = put) => {
  const id = await idOf();
  return resend(database, with_, tx => markResent(tx, id, NOW));
};
/** Version 3 comes last, as 7. */
const expected = async () =>
  expect(await talliesOf(database)).toMatchObject([{ count: 5, total: '19', trail: '1:1 2:2 4:4 5:5 3:7 ' }]);

test('a dead letter that is sent again takes effect, although its version was passed: once, however often it comes', async () => {
  await deliver(recordsOf(log));
  expect(await resendAll()).toBe(1);
  expect(await states()).toEqual(['resent 1']);
  expect(shard.map(({ partitionKey }) => partitionKey)).toEqual(['s']);
  expect(await deliverMended(shard)).toEqual({ counts: { fresh: 1, repeated: 0, passedOver: 0 }, deadLetters: 0 });
  await expected();
  expect(await states()).toEqual(['done 1']);
  for (let n = 0; n < 2; n++)
    expect(await deliverMended([...recordsOf(log), ...shard])).toMatchObject({ counts: { fresh: 0, repeated: 6 } });
  await expected();
});

test('put twice, by a crash between the two or by two operators, it takes effect once', async () => {
  await deliver(recordsOf(log));
  await resendAll();
  await resendAll();
  expect(shard).toHaveLength(2);
  expect(await deliverMended(shard)).toMatchObject({ counts: { fresh: 1, repeated: 1 } });
  await expected();
});

test('ten deliveries of it at once count once', async () => {
  await deliver(recordsOf(log));
  await resendAll();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => deliverMended(shard)));
  expect(outcomes.reduce((sum, { counts }) => sum + counts.fresh!, 0)).toBe(1);
  await expected();
});

test('what could not be put is marked already, and is put when it is sent again', async () => {
  await deliver(recordsOf(log));
  await expect(resendAll(() => Promise.reject(new Error('no stream')))).rejects.toThrow('no stream');
  expect([shard.length, await states()]).toEqual([0, ['resent 1']]);
  await resendAll();
  await deliverMended(shard);
  await expected();
});

test('the consumer never finds the record without its mark', async () => {
  await deliver(recordsOf(log));
  const taken: unknown[] = [];
  await resendAll(async (stream, records) => {
    await put(stream, records);
    taken.push(await deliverMended(shard));
  });
  expect(taken).toMatchObject([{ counts: { fresh: 1 } }]);
});

test('others pass over what is sent again for one', async () => {
  const others = deliveringTo(summing, database);
  await deliver(recordsOf(log));
  await others(recordsOf(log));
  await resendAll();
  expect(await others(shard)).toMatchObject({ counts: { fresh: 0, repeated: 1 } });
  expect(await states()).toEqual(['resent 1']);
});

test('what is refused again is the same dead letter, open again', async () => {
  await deliver(recordsOf(log));
  for (const failures of [2, 3]) {
    await resendAll();
    expect(await deliver(shard.slice(-1))).toMatchObject({ counts: { fresh: 0 }, deadLetters: 1 });
    expect(await states()).toEqual([`open ${failures}`]);
    // Its batch is delivered again.
    expect(await deliver(shard.slice(-1))).toMatchObject({ counts: { repeated: 1 }, deadLetters: 0 });
  }
  expect(await talliesOf(database)).toEqual(talliesFrom(log.filter(({ version }) => version !== 3)));
});

test('what could not even be read is known by its bytes', async () => {
  const [garbage] = [{ bytes: Buffer.from('{'), partitionKey: 's', sequenceNumber: '1' }];
  await deliver([garbage]);
  await resendAll();
  expect(await deliver(shard)).toMatchObject({ deadLetters: 1 });
  expect(await deliver(shard)).toMatchObject({ counts: { repeated: 1 }, deadLetters: 0 });
  expect(await states()).toEqual(['open 2']);
});

test('it takes effect between others of its batch, in the order of delivery', async () => {
  await deliver(recordsOf(log));
  await resendAll();
  const more = recordsOf([happened('s', 6, 6), happened('s', 7, 8)], 20_000);
  expect(await deliverMended([more[0]!, ...shard, more[1]!])).toMatchObject({ counts: { fresh: 3 } });
  expect(await talliesOf(database)).toMatchObject([{ trail: '1:1 2:2 4:4 5:5 6:6 3:7 7:8 ' }]);
});

test('one that was given up has no effect when it comes after all, and is not opened again', async () => {
  await deliver(recordsOf(log));
  await resendAll();
  await owner.sql`update dead_letters set state = 'discarded', closed_at = now()`;
  expect(await resendAll()).toBe(0);
  expect(await deliverMended(shard)).toMatchObject({ counts: { fresh: 0, repeated: 1 } });
  await expect(database.sql`update dead_letters set state = 'open', closed_at = null`).rejects.toMatchObject({
    code: '23001',
  });
});

test('functions may neither delete a dead letter nor change its record', async () => {
  for (const statement of [
    'delete from dead_letters',
    "update dead_letters set record = ''",
    'update dead_letters set event_version = 1',
    'delete from consumer_positions',
    "update consumer_positions set event_stream = ''",
    'truncate dead_letters',
  ]) {
    await expect(database.sql.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
});

test('all of a consumer are sent again, the oldest first, and those that were lost on their way', async () => {
  const refused = Array.from({ length: 12 }, (_, at) => happened('s', at + 1, REFUSED_BY_CODE));
  await deliver(recordsOf(refused));
  await deliveringTo({ ...summing, apply: tally.apply }, database)(recordsOf(refused));
  // Two are on their way: one for a minute, one for an hour.
  for (const [version, minutes] of [
    [2, 1],
    [3, 60],
  ] as const) {
    const at = new Date(NOW.getTime() - minutes * 60_000);
    await owner.sql`
      update dead_letters set state = 'resent', resent_at = ${at} where event_version = ${version} and consumer = 'tally'`;
  }
  const page = (limit: number) =>
    resend(database, put, tx => markPageResent(tx, { consumer: 'tally', started: NOW, now: NOW }, limit));
  expect([await page(5), await page(5), await page(5), await page(5)]).toEqual([5, 5, 1, 0]);
  const versions = shard.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()).streamversion);
  expect(versions).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
