import { type _Record, GetRecordsCommand, GetShardIteratorCommand, type KinesisClient } from '@aws-sdk/client-kinesis';
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { Outage } from './outage.ts';
import type { Rhythm } from './rhythm.ts';
import type { ShardRecord } from './shard-record.ts';

/** Reads a shard for all of its consumers. */
export interface ShardReader {
  /**
   * The records that follow one (or the oldest there are), as soon as there are any: a server that is away is waited for.
   * Consumers that are at the same place share a read. None once it has been stopped.
   */
  after(sequenceNumber: string | undefined): Promise<readonly ShardRecord[]>;
}

export interface ShardReaderOptions {
  readonly client: KinesisClient;
  readonly streamName: string;
  readonly shardId: string;
  readonly rhythm: Rhythm;
  readonly outage: Outage;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told where a place is none of this stream's: all of it is delivered again. */
  readonly lostPlace: () => void;
}

/** Where the next read goes on, and when it may. */
interface Place {
  readonly iterator: string | undefined;
  readonly notBefore: number;
}

/** Read at once. At 300 ms and a record of 1 kB, 6 MB a second of each shard, of which Kinesis gives 2. */
const MOST_RECORDS = 2_000;
/** Places of consumers that are not as far as others, with iterators that they can go on with. */
const MOST_PLACES = 16;

/**
 * No faults: reads come too often; an iterator is five minutes old, as after a night's sleep of the machine; or it is of a
 * stream that there is no more, of which the next one will tell.
 */
const EXPECTED = new Set([
  'ProvisionedThroughputExceededException',
  'LimitExceededException',
  'KMSThrottlingException',
  'ExpiredIteratorException',
  'InvalidArgumentException',
]);

export function createShardReader(options: ShardReaderOptions): ShardReader {
  const { client, streamName, shardId, rhythm, outage, clock, signal, lostPlace } = options;
  const places = new Map<string | undefined, Place>();
  const reads = new Map<string | undefined, Promise<readonly ShardRecord[]>>();
  let latest: { readonly after: string | undefined; readonly records: readonly ShardRecord[] } | undefined;

  return {
    async after(sequenceNumber) {
      if (latest !== undefined && latest.after === sequenceNumber) return latest.records;
      const shared = reads.get(sequenceNumber) ?? read(sequenceNumber).finally(() => reads.delete(sequenceNumber));
      reads.set(sequenceNumber, shared);
      return shared;
    },
  };

  async function read(after: string | undefined): Promise<readonly ShardRecord[]> {
    let { iterator, notBefore } = places.get(after) ?? { iterator: undefined, notBefore: 0 };
    for (let failures = 0; ; ) {
      const waitMs = notBefore - clock.now();
      if (waitMs > 0) await clock.sleep(waitMs, signal);
      if (signal.aborted) return [];
      try {
        iterator ??= await iteratorAfter(after);
        const { Records = [], NextShardIterator } = await client.send(
          new GetRecordsCommand({ ShardIterator: iterator, Limit: MOST_RECORDS }),
          { abortSignal: signal },
        );
        outage.works(shardId);
        failures = 0;
        notBefore = Records.length === MOST_RECORDS ? 0 : clock.now() + rhythm.intervalMs();
        iterator = NextShardIterator;
        if (Records.length > 0) return arrived(after, Records, { iterator, notBefore });
        // Whoever is not as far yet reads them again.
        latest = undefined;
      } catch (error) {
        if (signal.aborted) return [];
        iterator = undefined;
        if (!EXPECTED.has((error as Error).name)) outage.failed(shardId, error);
        notBefore = clock.now() + backoffMs(++failures);
      }
    }
  }

  function arrived(after: string | undefined, records: readonly _Record[], next: Place): readonly ShardRecord[] {
    rhythm.sawRecords();
    latest = { after, records: records.map(shardRecord) };
    places.delete(after);
    places.set(latest.records.at(-1)!.sequenceNumber, next);
    if (places.size > MOST_PLACES) places.delete(places.keys().next().value);
    return latest.records;
  }

  /** After a record that has been trimmed meanwhile, Kinesis goes on with the oldest that it has. */
  async function iteratorAfter(sequenceNumber: string | undefined): Promise<string | undefined> {
    const place = { StreamName: streamName, ShardId: shardId };
    const oldest = new GetShardIteratorCommand({ ...place, ShardIteratorType: 'TRIM_HORIZON' });
    if (sequenceNumber === undefined) return (await client.send(oldest)).ShardIterator;
    try {
      const { ShardIterator } = await client.send(
        new GetShardIteratorCommand({
          ...place,
          ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
          StartingSequenceNumber: sequenceNumber,
        }),
      );
      return ShardIterator;
    } catch (error) {
      if ((error as Error).name !== 'InvalidArgumentException') throw error;
      // Of a stream that was there before, whose data has been deleted.
      lostPlace();
      return (await client.send(oldest)).ShardIterator;
    }
  }
}

function shardRecord({ SequenceNumber, PartitionKey, Data, ApproximateArrivalTimestamp }: _Record): ShardRecord {
  return {
    sequenceNumber: SequenceNumber!,
    partitionKey: PartitionKey!,
    data: Data!,
    arrivedAt: ApproximateArrivalTimestamp!.getTime(),
  };
}
