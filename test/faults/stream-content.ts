import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
} from '@aws-sdk/client-kinesis';
import type { PublishedEvent } from '../../platform/events/published-event.ts';

/** A shard's records, the oldest first. */
export interface ShardContent {
  readonly shardId: string;
  readonly sequenceNumbers: readonly string[];
  readonly texts: readonly string[];
}

/** Everything that is in a stream. */
export async function contentOf(client: KinesisClient, stream: string): Promise<readonly ShardContent[]> {
  const { Shards = [] } = await client.send(new ListShardsCommand({ StreamName: stream }));
  return Promise.all(Shards.map(({ ShardId }) => shardContent(client, stream, ShardId!)));
}

async function shardContent(client: KinesisClient, stream: string, shardId: string): Promise<ShardContent> {
  const sequenceNumbers: string[] = [];
  const texts: string[] = [];
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({ StreamName: stream, ShardId: shardId, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  for (let iterator = ShardIterator; iterator !== undefined; ) {
    const {
      Records = [],
      NextShardIterator,
      MillisBehindLatest,
    } = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 10_000 }));
    for (const { SequenceNumber, Data } of Records) {
      sequenceNumbers.push(SequenceNumber!);
      texts.push(Buffer.from(Data!).toString());
    }
    iterator = Records.length === 0 && MillisBehindLatest === 0 ? undefined : NextShardIterator;
  }
  return { shardId, sequenceNumbers, texts };
}

/** A shard's records as events. */
export function eventsOf({ texts }: ShardContent): readonly PublishedEvent[] {
  return texts.flatMap(text => JSON.parse(text) as PublishedEvent | readonly PublishedEvent[]);
}
