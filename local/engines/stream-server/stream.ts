import { join } from 'node:path';
import { evenRanges, type HashKey, type HashKeyRange, shardOf } from './hash-key-range.ts';
import { ACCOUNT, shardNotFound } from './service-error.ts';
import { ShardLog } from './shard-log.ts';
import { ShardThroughput } from './shard-throughput.ts';

/** What is kept of a stream beside its records. */
export interface StreamRecord {
  readonly name: string;
  readonly shards: number;
  readonly retentionHours: number;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
}

export interface StreamSettings {
  readonly now: () => number;
  /** Whether shards take no more than the service's do in a second. */
  readonly limitThroughput: boolean;
}

export interface Shard {
  readonly id: string;
  readonly range: HashKeyRange;
  readonly log: ShardLog;
  readonly throughput: ShardThroughput | undefined;
}

const HOUR_MS = 3_600_000;

/** A stream that takes records and gives them. */
export class Stream {
  readonly record: StreamRecord;
  readonly arn: string;
  readonly shards: readonly Shard[];
  readonly #ranges: readonly HashKeyRange[];

  constructor(record: StreamRecord, folder: string, { now, limitThroughput }: StreamSettings) {
    this.record = record;
    this.arn = `arn:aws:kinesis:ap-northeast-2:${ACCOUNT}:stream/${record.name}`;
    this.#ranges = evenRanges(record.shards);
    this.shards = this.#ranges.map((range, shard) => ({
      id: shardId(shard),
      range,
      log: new ShardLog({
        folder: join(folder, shardId(shard)),
        streamCreatedAt: record.createdAt,
        shard,
        retentionMs: record.retentionHours * HOUR_MS,
        now,
      }),
      throughput: limitThroughput ? new ShardThroughput(now) : undefined,
    }));
  }

  /** Whose range a hash key is in. */
  shardFor(key: HashKey): Shard {
    return this.shards[shardOf(this.#ranges, key)]!;
  }

  /** @throws ServiceError where there is none of that name */
  shardNamed(id: string): Shard {
    const shard = this.shards.find(each => each.id === id);
    if (shard === undefined) throw shardNotFound(id, this.record.name);
    return shard;
  }

  trim(): void {
    for (const { log } of this.shards) log.trim();
  }

  close(): void {
    for (const { log } of this.shards) log.close();
  }
}

export function shardId(shard: number): string {
  return `shardId-${String(shard).padStart(12, '0')}`;
}
