import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decimalOf,
  evenRanges,
  explicitHashKey,
  hashKeyOf,
  shardOf,
} from '../../../../local/engines/stream-server/hash-key-range.ts';

const HASH_KEYS = 2n ** 128n;

const shardCount = fc.integer({ min: 1, max: 500 });

/** The shard by whole numbers alone. */
function shardByNumbers(key: bigint, shards: number): number {
  return Math.min(Number(key / (HASH_KEYS / BigInt(shards))), shards - 1);
}

test('the ranges of any number of shards follow one another from the first hash key to the last', () => {
  fc.assert(
    fc.property(shardCount, shards => {
      const ranges = evenRanges(shards).map(({ starting, ending }) => [BigInt(`0x${starting}`), BigInt(`0x${ending}`)]);
      const starts = ranges.map(([start]) => start);
      const afterEnds = ranges.map(([, end]) => end! + 1n);
      expect(ranges).toHaveLength(shards);
      expect([...starts, HASH_KEYS]).toEqual([0n, ...afterEnds]);
    }),
  );
});

test('a hash key is of the shard that whole numbers say', () => {
  fc.assert(
    fc.property(shardCount, fc.bigInt({ min: 0n, max: HASH_KEYS - 1n }), (shards, key) => {
      expect(shardOf(evenRanges(shards), explicitHashKey(String(key))!)).toBe(shardByNumbers(key, shards));
    }),
    { numRuns: 1_000 },
  );
});

test('so are those at each border, which differ in the last of 128 bits', () => {
  fc.assert(
    fc.property(shardCount, shards => {
      const ranges = evenRanges(shards);
      const borders = ranges.flatMap(({ starting, ending }) => [starting, ending]);
      const expected = borders.map(key => shardByNumbers(BigInt(decimalOf(key)), shards));
      expect(borders.map(key => shardOf(ranges, key))).toEqual(expected);
    }),
  );
});

test('a partition key’s hash key is the MD5 of its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), key => {
      const number = BigInt(`0x${createHash('md5').update(key, 'utf8').digest('hex')}`);
      expect(decimalOf(hashKeyOf(key))).toBe(String(number));
    }),
  );
});

test('an explicit hash key is below 2¹²⁸', () => {
  expect(explicitHashKey('0')).toBe('0'.repeat(32));
  expect(explicitHashKey(String(HASH_KEYS - 1n))).toBe('f'.repeat(32));
  expect(explicitHashKey(String(HASH_KEYS))).toBeUndefined();
});
