import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrivalOf,
  hasNumber,
  lastLine,
  lineEnd,
  recordLine,
} from '../../../../local/engines/stream-server/record-line.ts';
import { parseSequenceNumber, sequenceNumber } from '../../../../local/engines/stream-server/sequence-number.ts';

const shard = { streamCreatedAt: Date.UTC(2026, 10, 25), shard: 7 };
/** From the first of 2002 to the last of 2285. */
const time = fc.integer({ min: Date.UTC(2002), max: Date.UTC(2285) });
const place = fc.integer({ min: 0, max: 9_000_000_000_000_000 });
const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 256 });
const data = fc.uint8Array().map(bytes => Buffer.from(bytes).toString('base64'));

test('lines are the records of an answer, whatever their keys', () => {
  const record = fc.record({ place, time, data, key });
  fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), records => {
      const lines = records.map(each => recordLine(sequenceNumber(shard, each.place), each.time, each.data, each.key));
      const list = JSON.parse(`[${lines.join('').slice(0, -2)}]`);
      expect(list).toEqual(
        records.map(each => ({
          SequenceNumber: sequenceNumber(shard, each.place),
          ApproximateArrivalTimestamp: each.time / 1000,
          Data: each.data,
          PartitionKey: each.key,
        })),
      );
    }),
  );
});

test('a line says its number and its arrival without being parsed', () => {
  fc.assert(
    fc.property(place, time, data, key, (place, time, data, key) => {
      const number = sequenceNumber(shard, place);
      const bytes = Buffer.from(`x\n${recordLine(number, time, data, key)}`);
      expect(arrivalOf(bytes, 2)).toBe(time);
      expect(hasNumber(bytes, 2, number)).toBe(true);
      expect(hasNumber(bytes, 2, sequenceNumber(shard, place + 1))).toBe(false);
      expect(lineEnd(bytes, 2)).toBe(bytes.length);
    }),
  );
});

test.each([
  ['', 0, 0],
  ['a', 0, 0],
  ['a\n', 0, 2],
  ['\n', 0, 1],
  ['a\nb', 0, 2],
  ['a\nbc\n', 2, 5],
  ['a\nbc\nd', 2, 5],
])('the last whole line of %j begins at %i and ends at %i', (text, start, end) => {
  expect(lastLine(Buffer.from(text))).toEqual({ start, end });
});

test('numbers ascend with their places, as numbers and as texts', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const [first, second] = [sequenceNumber(shard, a), sequenceNumber(shard, b)];
      expect(Math.sign(Number(BigInt(first) - BigInt(second)))).toBe(Math.sign(a - b));
      expect(first < second).toBe(a < b);
      expect(parseSequenceNumber(first, shard)).toEqual({ place: a });
    }),
  );
});

test('a number of another shard or stream, or none at all, is told apart', () => {
  const number = sequenceNumber(shard, 5);
  expect(parseSequenceNumber(number, { ...shard, shard: 8 })).toEqual({ shard: 7 });
  expect(parseSequenceNumber(number, { ...shard, streamCreatedAt: Date.UTC(2025) })).toBe('of another stream');
  expect(parseSequenceNumber('5', shard)).toBe('malformed');
});
