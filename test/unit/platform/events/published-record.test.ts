import { expect, test } from 'vitest';
import { publishedFrom } from '../../../../platform/events/published-event.ts';
import { pack } from '../../../../platform/events/published-record.ts';

const row = (streamId: string, version: number, data: unknown = {}) => ({
  streamId,
  version,
  globalPosition: String(version),
  type: 'wallet.charged',
  schemaVersion: 1,
  data,
  metadata: {},
  occurredAt: new Date('2026-01-02T03:04:05.678Z'),
});
const placed = (rows: readonly ReturnType<typeof row>[]) => rows.map((each, position) => ({ position, row: each }));
const versionsIn = (data: Uint8Array) => {
  const value = JSON.parse(Buffer.from(data).toString());
  return (Array.isArray(value) ? value : [value]).map(({ streamversion }: { streamversion: number }) => streamversion);
};

test('an event that is alone is a record as it is', () => {
  const only = row('wallet-1', 3, { amount: 5 });
  const data = Buffer.from(JSON.stringify(publishedFrom(only)));
  expect(pack(placed([only]))).toEqual([{ partitionKey: 'wallet-1', data, positions: [0] }]);
});

test('events of a stream go into one record in their order, whatever is between them', () => {
  const records = pack(placed([row('a', 1), row('b', 7), row('a', 2), row('b', 8), row('a', 3)]));
  expect(records.map(({ partitionKey, positions }) => [partitionKey, positions])).toEqual([
    ['a', [0, 2, 4]],
    ['b', [1, 3]],
  ]);
  expect(records.map(({ data }) => versionsIn(data))).toEqual([
    [1, 2, 3],
    [7, 8],
  ]);
});

test('a record ends at 250 events or at 128 KiB, and the next goes on', () => {
  const many = pack(placed(Array.from({ length: 600 }, (_, version) => row('a', version + 1))));
  expect(many.map(({ positions }) => positions.length)).toEqual([250, 250, 100]);
  const large = pack(placed(Array.from({ length: 5 }, (_, version) => row('a', version + 1, '가'.repeat(50_000)))));
  expect(large.map(({ data }) => versionsIn(data))).toEqual([[1, 2], [3, 4], [5]]);
});

test('what no other fits beside is a record of its own', () => {
  const records = pack(placed([row('a', 1), row('a', 2, 'x'.repeat(200_000)), row('a', 3)]));
  expect(records.map(({ positions }) => positions)).toEqual([[0], [1], [2]]);
});

test('no events are no records', () => {
  expect(pack([])).toEqual([]);
});
