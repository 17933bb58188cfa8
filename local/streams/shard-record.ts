/** A record as it was read from a shard. */
export interface ShardRecord {
  /** Decimal; later records of a shard have larger ones. */
  readonly sequenceNumber: string;
  readonly partitionKey: string;
  readonly data: Uint8Array;
  /** When the stream took it, in milliseconds since 1970. */
  readonly arrivedAt: number;
}
