import type { KinesisStreamEvent, KinesisStreamRecord } from 'aws-lambda';
import type { ShardRecord } from './shard-record.ts';

/** Where records come from. */
export interface ShardOrigin {
  readonly streamArn: string;
  readonly region: string;
  readonly shardId: string;
}

/** What JSON around a record's data takes, roughly: Lambda's own count of it is not published. */
const ENVELOPE_BYTES = 600;

/** What Lambda gives a function for a batch. */
export function kinesisEvent(origin: ShardOrigin, records: readonly ShardRecord[]): KinesisStreamEvent {
  return { Records: records.map(record => eventRecord(origin, record)) };
}

/** What a record takes of a call's payload. */
export function deliveredBytes({ data }: ShardRecord): number {
  return Math.ceil(data.byteLength / 3) * 4 + ENVELOPE_BYTES;
}

function eventRecord({ streamArn, region, shardId }: ShardOrigin, record: ShardRecord): KinesisStreamRecord {
  const { sequenceNumber, partitionKey, data, arrivedAt } = record;
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey,
      sequenceNumber,
      data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64'),
      // Seconds, with a fraction.
      approximateArrivalTimestamp: arrivedAt / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${shardId}:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: 'arn:aws:iam::000000000000:role/local',
    awsRegion: region,
    eventSourceARN: streamArn,
  };
}
