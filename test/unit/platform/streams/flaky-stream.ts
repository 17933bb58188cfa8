import type { KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import type { StreamRecord } from '../../../../platform/streams/producer.ts';
import { seededRandom } from '../../seeded-random.ts';

/** What may go wrong, each as a share of 1. */
export interface Flaws {
  /** A record is refused, and others of its call are taken. */
  readonly refused?: number;
  /** A call fails, and nothing of it is taken. */
  readonly failed?: number;
  /** A call fails, and all of it is taken: its answer is lost. */
  readonly unanswered?: number;
}

export interface FlakyStream {
  readonly client: Pick<KinesisClient, 'send'>;
  /** Everything that was taken, in its order. */
  readonly taken: readonly StreamRecord[];
  /** The records of each call. */
  readonly calls: readonly (readonly StreamRecord[])[];
  /** From now on it is so. */
  become(flaws: Flaws): void;
}

/** A stream that fails as Kinesis may, the same way for a seed. */
export function flakyStream(seed: number, first: Flaws = {}): FlakyStream {
  const random = seededRandom(seed);
  const taken: StreamRecord[] = [];
  const calls: StreamRecord[][] = [];
  let flaws = first;

  async function send({ input }: PutRecordsCommand) {
    const records = input.Records!.map(({ PartitionKey, Data }) => ({ partitionKey: PartitionKey!, data: Data! }));
    calls.push(records);
    const { refused = 0, failed = 0, unanswered = 0 } = flaws;
    // Calls that are sent at once are carried out one after another, in any order.
    for (let turns = Math.floor(random() * 3); turns > 0; turns--) await Promise.resolve();
    const fate = random();
    if (fate < failed) throw Object.assign(new Error('away'), { name: 'ServiceUnavailable' });
    const answers = records.map(record => {
      if (random() < refused) return { ErrorCode: 'ProvisionedThroughputExceededException' };
      taken.push(record);
      return { SequenceNumber: String(taken.length), ShardId: 'shardId-000000000000' };
    });
    if (fate < failed + unanswered) throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
    return { Records: answers };
  }
  return {
    client: { send: send as unknown as KinesisClient['send'] },
    taken,
    calls,
    become: next => {
      flaws = next;
    },
  };
}
