import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
} from '@aws-sdk/client-kinesis';
import { afterAll } from 'vitest';
import { startStreams } from '../../../local/engines/streams.ts';
import type { PublishedEvent } from '../../../platform/events/published-event.ts';
import type { Publish } from '../../../platform/events/relay.ts';
import { createKinesisClient } from '../../../platform/streams/client.ts';
import { putRecords } from '../../../platform/streams/producer.ts';
import type { StreamName } from '../../../platform/streams/streams.ts';
import { eventsIn } from './events-in.ts';

/** An event as it came out of a stream. */
export interface Arrived {
  readonly key: string;
  readonly event: PublishedEvent;
}

/** The stream server, for the calling file: its own, empty, and gone after its tests. */
export async function testStreams() {
  const engine = await startStreams();
  const client = createKinesisClient('local', engine.endpoint);
  afterAll(async () => {
    client.destroy();
    await engine.stop();
  });
  const publish: Publish = (stream, records, signal) => putRecords(client, stream, records, { signal });
  return { engine, client, publish, read: (stream: StreamName) => everything(client, stream) };
}

/** All records of a stream, shard by shard. */
async function everything(client: KinesisClient, StreamName: string): Promise<readonly Arrived[]> {
  const { Shards = [] } = await client.send(new ListShardsCommand({ StreamName }));
  const arrived: Arrived[] = [];
  for (const { ShardId } of Shards) {
    const start = { StreamName, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let { ShardIterator } = await client.send(new GetShardIteratorCommand(start));
    for (let behind = 1; behind > 0 && ShardIterator; ) {
      const page: { Records?: { PartitionKey?: string; Data?: Uint8Array }[]; NextShardIterator?: string } =
        await client.send(new GetRecordsCommand({ ShardIterator }));
      for (const { PartitionKey, Data } of page.Records ?? []) {
        for (const event of eventsIn(Data!)) arrived.push({ key: PartitionKey!, event });
      }
      behind = page.Records?.length ?? 0;
      ShardIterator = page.NextShardIterator;
    }
  }
  return arrived;
}

/** Versions by event stream, each as often as it came, in the order of their coming. */
export function versionsOf(events: readonly PublishedEvent[]): Readonly<Record<string, readonly number[]>> {
  const versions: Record<string, number[]> = {};
  for (const { subject, streamversion } of events) {
    const ofStream = versions[subject] ?? [];
    ofStream.push(streamversion);
    versions[subject] = ofStream;
  }
  return versions;
}

/** Versions by event stream, each at its first coming. */
export function firstVersionsOf(events: readonly PublishedEvent[]): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    Object.entries(versionsOf(events)).map(([stream, versions]) => [stream, [...new Set(versions)]]),
  );
}
