import * as z from 'zod';
import { decodedLength, isBase64 } from './base64.ts';

/**
 * What the operations take, with the service's limits. Checks stand in the order in which the service tells of them.
 * Sources: https://docs.aws.amazon.com/kinesis/latest/APIReference/, and the answers of kinesalite, which were taken from the
 * service's. What we do not use is not read.
 */

/** A record's data, and its data with its key. */
export const MOST_RECORD_BYTES = 1024 * 1024;

/** The records of a call, with their keys. */
export const MOST_CALL_BYTES = 5 * 1024 * 1024;

/** The message of an issue that is none of a text's type, but of what stands in it. */
export const NOT_BASE64 = 'can not be converted to a Blob';

const name = z
  .string()
  .regex(/^(?:[a-zA-Z0-9_.-]+)$/)
  .min(1)
  .max(128);

const blob = z
  .string()
  .refine(isBase64, { error: NOT_BASE64, abort: true })
  .refine(text => decodedLength(text) <= MOST_RECORD_BYTES, {
    error: `Member must have length less than or equal to ${MOST_RECORD_BYTES}`,
  });

const record = {
  PartitionKey: z.string().min(1).max(256),
  ExplicitHashKey: z
    .string()
    .regex(/^(?:0|([1-9]\d{0,38}))$/)
    .nullish(),
  Data: blob,
};

const sequenceNumber = z.string().regex(/^(?:0|([1-9]\d{0,128}))$/);
const limit = z.int().min(1).max(10_000);

export const putRecord = z.object({
  // Numbers of a shard ascend for whoever puts: there is nothing to do for it.
  SequenceNumberForOrdering: sequenceNumber.nullish(),
  ...record,
  StreamName: name,
});

export type NewRecord = Pick<z.output<typeof putRecord>, keyof typeof record>;

export const putRecords = z.object({ Records: z.array(z.object(record)).min(1).max(500), StreamName: name });

export const getShardIterator = z.object({
  ShardId: name,
  ShardIteratorType: z.enum(['AFTER_SEQUENCE_NUMBER', 'LATEST', 'AT_TIMESTAMP', 'AT_SEQUENCE_NUMBER', 'TRIM_HORIZON']),
  StartingSequenceNumber: sequenceNumber.nullish(),
  StreamName: name,
  /** In seconds since 1970. */
  Timestamp: z.number().nullish(),
});

export const getRecords = z.object({ Limit: limit.nullish(), ShardIterator: z.string().min(1).max(512) });

export const listShards = z.object({
  ExclusiveStartShardId: name.nullish(),
  MaxResults: limit.nullish(),
  NextToken: z.string().min(1).nullish(),
  StreamName: name.nullish(),
});

export const listStreams = z.object({
  Limit: limit.nullish(),
  ExclusiveStartStreamName: name.nullish(),
  NextToken: z.string().min(1).nullish(),
});

export const createStream = z.object({ ShardCount: z.int().min(1).max(100_000), StreamName: name });

export const ofStream = z.object({ StreamName: name });
