import type { KinesisStreamEvent } from 'aws-lambda';
import type { StreamDeclaration } from '../../../platform/manifest/domain.ts';

/** A consumer as the manifest declares one; whatever goes wrong is tried once more, within 0.2 s. */
export function declared(changes: Partial<StreamDeclaration> = {}): StreamDeclaration {
  return {
    name: 'test-consumer',
    purpose: 'Tests',
    entry: 'is handed in',
    sources: ['user-events'],
    batch: { size: 100, windowSeconds: 0 },
    retries: { attempts: 1, maximumAgeSeconds: 3_600 },
    memoryMb: 128,
    timeoutSeconds: 10,
    alarms: [],
    ...changes,
  };
}

/** A delivery, as a test looks at it. */
export interface Delivery {
  readonly shard: number;
  readonly texts: readonly string[];
}

export function deliveryOf({ Records }: KinesisStreamEvent): Delivery {
  return {
    shard: Number(Records[0]!.eventID.slice('shardId-'.length).split(':')[0]),
    texts: Records.map(({ kinesis }) => Buffer.from(kinesis.data, 'base64').toString()),
  };
}
