import { describe, expect, test } from 'vitest';
import { Poison } from '../../../../platform/events/poison.ts';
import { publishedFrom } from '../../../../platform/events/published-event.ts';
import { recordReader } from '../../../../platform/events/read-published.ts';
import { charged, spent } from './wallet.ts';

const reader = recordReader([charged, spent]);
const recordOf = (bytes: Uint8Array) => ({ bytes, sequenceNumber: '1', partitionKey: 'wallet-1' });
/** What is in a record of one event. @throws Poison */
const read = (record: Uint8Array) => {
  const [only] = reader(recordOf(record));
  if (only!.poison !== undefined) throw only!.poison;
  return only!.event;
};

const row = {
  streamId: 'wallet-1',
  version: 3,
  globalPosition: '77',
  type: 'wallet.charged',
  schemaVersion: 1,
  data: { amount: 5 } as unknown,
  metadata: { requestId: 'r' },
  occurredAt: new Date('2026-01-02T03:04:05.678Z'),
};
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const published = publishedFrom(row as never);

const poisonOf = (record: Uint8Array): Poison => {
  try {
    read(record);
  } catch (error) {
    if (error instanceof Poison) return error;
    throw error;
  }
  return expect.unreachable();
};

test('an event is read as it was recorded', () => {
  const { data, streamId, version, type, metadata, occurredAt } = row;
  expect(read(bytes(published))).toEqual({
    type,
    schemaVersion: 1,
    data,
    streamId,
    version,
    globalPosition: 77,
    metadata,
    occurredAt,
  });
});

test('one of an earlier version is read as of this one', () => {
  const old = { ...published, type: 'wallet.spent', schemaversion: 1 };
  expect(read(bytes(old))).toMatchObject({ schemaVersion: 2, data: { amount: 5, on: 'unknown' } });
});

test('one of a type that is not asked for is passed over, whatever its data', () => {
  expect(read(bytes({ ...published, type: 'post.published', schemaversion: 99, data: null }))).toBeUndefined();
});

describe('a record of several events', () => {
  const second = { ...published, id: 'wallet-1/4', streamversion: 4 };
  const unknown = { ...published, type: 'post.published', id: 'wallet-1/5', streamversion: 5 };

  test('has them in their order, each with the bytes that it would have alone', () => {
    const parts = reader(recordOf(bytes([published, second, unknown])));
    expect(parts.map(({ event }) => event?.version)).toEqual([3, 4, undefined]);
    expect(parts.map(({ record }) => record)).toMatchObject([
      { sequenceNumber: '1', partitionKey: 'wallet-1' },
      { sequenceNumber: '1' },
      { sequenceNumber: '1' },
    ]);
    expect(parts.map(({ record }) => Buffer.from(record.bytes))).toEqual([published, second, unknown].map(bytes));
  });

  test('may have one of which nothing can be made, beside others', () => {
    const parts = reader(recordOf(bytes([published, { ...second, data: { amount: 0 } }, {}])));
    expect(parts.map(({ poison }) => poison?.code)).toEqual([undefined, 'unreadable_data', 'not_an_event']);
    expect(parts[0]!.event).toMatchObject({ version: 3 });
  });

  test('that has none is none', () => {
    expect(reader(recordOf(bytes([])))).toMatchObject([{ poison: { code: 'not_an_event' } }]);
  });
});

describe('nothing is made of', () => {
  test.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'not_json'],
    ['text', Buffer.from('hello'), 'not_json'],
    ['JSON that is cut off', bytes(published).subarray(0, 40), 'not_json'],
    ['what is not UTF-8', Buffer.concat([bytes('x'), Uint8Array.of(0xff)]), 'not_json'],
    ['another object', bytes({ amount: 5 }), 'not_an_event'],
    ['null', bytes(null), 'not_an_event'],
    ['an event of another source', bytes({ ...published, source: 'urn:other' }), 'not_an_event'],
    ['an event with an attribute that is not ours', bytes({ ...published, name: 'x' }), 'not_an_event'],
    ['an event without data', bytes({ ...published, data: undefined }), 'not_an_event'],
    ['version 0', bytes({ ...published, streamversion: 0 }), 'not_an_event'],
    ['a version that no row has', bytes({ ...published, streamversion: 2 ** 31 }), 'not_an_event'],
    ['a stream with a NUL', bytes({ ...published, subject: 'a\0b' }), 'not_an_event'],
    [
      'a stream with half a character',
      Buffer.from(JSON.stringify({ ...published, subject: 'S' }).replace('"S"', '"\\ud800"')),
      'not_an_event',
    ],
  ])('%s, and it is not known what it was', (_, record, code) => {
    expect(poisonOf(record)).toMatchObject({ code, event: undefined });
  });

  test.each<[string, object, string]>([
    ['data that breaks the contract', { data: { amount: 0 } }, 'unreadable_data'],
    ['a version newer than this code', { schemaversion: 2 }, 'newer_version'],
  ])('%s, of which it is known what it was', (_, change, code) => {
    expect(poisonOf(bytes({ ...published, ...change }))).toMatchObject({
      code,
      event: { streamId: 'wallet-1', version: 3, type: 'wallet.charged' },
    });
  });
});

test('what is kept of the reason has a class and a code, and none of the data', () => {
  const poison = poisonOf(bytes({ ...published, data: { amount: '홍길동' } }));
  expect(poison.behind).toEqual({ errorClass: 'UnreadableEvent', errorCode: 'wallet.charged v1: amount:invalid_type' });
  expect(JSON.stringify(poison.behind) + poison.message).not.toContain('홍길동');
  expect(poisonOf(Buffer.from('홍길동')).behind).toEqual({ errorClass: null, errorCode: null });
});
