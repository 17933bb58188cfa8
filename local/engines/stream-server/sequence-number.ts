/**
 * A record's number: when its stream was made (13 digits), its shard (6), and its place in the shard's log (16), from 1.
 * All have 35 digits, and no leading zero, so that within a shard they ascend as numbers and as texts; the place being that
 * in the log, they ascend after a restart too, and lead to the record without an index.
 */
const LENGTH = 35;
const SHARD = 13;
const PLACE = 19;

/** Where a shard's numbers come from. */
export interface NumberedShard {
  readonly streamCreatedAt: number;
  readonly shard: number;
}

/** What a text turns out to be that should be a number of a shard. */
type Parsed = { readonly place: number } | { readonly shard: number } | 'of another stream' | 'malformed';

/** @param place 0 for the shard's own, which comes before those of its records */
export function sequenceNumber({ streamCreatedAt, shard }: NumberedShard, place: number): string {
  return `${streamCreatedAt}${String(shard).padStart(PLACE - SHARD, '0')}${String(place).padStart(LENGTH - PLACE, '0')}`;
}

export function parseSequenceNumber(text: string, { streamCreatedAt, shard }: NumberedShard): Parsed {
  if (text.length !== LENGTH) return 'malformed';
  if (!text.startsWith(String(streamCreatedAt))) return 'of another stream';
  const encoded = Number(text.slice(SHARD, PLACE));
  return encoded === shard ? { place: Number(text.slice(PLACE)) } : { shard: encoded };
}
