import { hash } from 'node:crypto';

/** Hash keys are the numbers below 2¹²⁸. */
const HASH_KEYS = 2n ** 128n;

/** A hash key as 32 hexadecimal digits: of one length, they compare as the numbers do, without their arithmetic. */
export type HashKey = string;

/** The hash keys whose records a shard takes. */
export interface HashKeyRange {
  readonly starting: HashKey;
  /** The last that is its own. */
  readonly ending: HashKey;
}

/** Splits all hash keys evenly; what does not divide is the last shard's. */
export function evenRanges(shards: number): readonly HashKeyRange[] {
  const width = HASH_KEYS / BigInt(shards);
  return Array.from({ length: shards }, (_, shard) => {
    const end = shard + 1 === shards ? HASH_KEYS : width * BigInt(shard + 1);
    return { starting: hashKey(width * BigInt(shard)), ending: hashKey(end - 1n) };
  });
}

export function hashKeyOf(partitionKey: string): HashKey {
  return hash('md5', partitionKey, 'hex');
}

/** One given as a decimal number; undefined past the last. */
export function explicitHashKey(decimal: string): HashKey | undefined {
  const number = BigInt(decimal);
  return number < HASH_KEYS ? hashKey(number) : undefined;
}

export function decimalOf(key: HashKey): string {
  return BigInt(`0x${key}`).toString();
}

/** The shard that takes a hash key. The first 32 bits say which, but within a hair of a border, where all are compared. */
export function shardOf(ranges: readonly HashKeyRange[], key: HashKey): number {
  let shard = Math.floor((Number.parseInt(key.slice(0, 8), 16) * ranges.length) / 2 ** 32);
  while (key < ranges[shard]!.starting) shard--;
  while (key > ranges[shard]!.ending) shard++;
  return shard;
}

function hashKey(number: bigint): HashKey {
  return number.toString(16).padStart(32, '0');
}
