import type { KinesisStreamEvent } from 'aws-lambda';
import type { StreamName } from '../../../../platform/streams/streams.ts';

/** A record as a test writes it. */
export interface Sent {
  readonly data: Uint8Array | string;
  readonly sequenceNumber: string;
  readonly partitionKey?: string;
}

/** When it arrived, in all of them. */
export const ARRIVED_AT = new Date('2026-01-02T03:04:05.000Z');

/** What Lambda gets of Kinesis for records of one shard. */
export function kinesisEvent(
  records: readonly Sent[],
  stream: StreamName = 'user-events',
  shard = 0,
): KinesisStreamEvent {
  const shardId = `shardId-${String(shard).padStart(12, '0')}`;
  return {
    Records: records.map(({ data, sequenceNumber, partitionKey = 'key' }) => ({
      awsRegion: 'ap-northeast-2',
      eventID: `${shardId}:${sequenceNumber}`,
      eventName: 'aws:kinesis:record',
      eventSource: 'aws:kinesis',
      eventSourceARN: `arn:aws:kinesis:ap-northeast-2:000000000000:stream/heal7-test-${stream}`,
      eventVersion: '1.0',
      invokeIdentityArn: 'arn:aws:iam::000000000000:role/test',
      kinesis: {
        kinesisSchemaVersion: '1.0',
        data: Buffer.from(data).toString('base64'),
        sequenceNumber,
        partitionKey,
        approximateArrivalTimestamp: ARRIVED_AT.getTime() / 1000,
      },
    })),
  };
}
