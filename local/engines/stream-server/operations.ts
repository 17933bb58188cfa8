import type * as z from 'zod';
import * as contracts from './contracts.ts';
import { create, describe, list, listShardsOf, remove } from './manage-streams.ts';
import { putMany, putOne } from './put-records.ts';
import { createIterator, read } from './read-records.ts';
import type { StreamFolder } from './stream-folder.ts';
import { validate } from './validation.ts';

/** An answer's body, in JSON. */
export type Answer = string | Buffer;

/** Carries out what a request's body asks for. @throws ServiceError */
export type Operation = (streams: StreamFolder, body: unknown) => Answer | Promise<Answer>;

/** The operations of Kinesis that HEAL7 uses, by their names on the wire. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['PutRecord', operation(contracts.putRecord, putOne)],
  ['PutRecords', operation(contracts.putRecords, putMany)],
  ['GetShardIterator', operation(contracts.getShardIterator, createIterator)],
  ['GetRecords', operation(contracts.getRecords, read)],
  ['ListShards', operation(contracts.listShards, listShardsOf)],
  ['ListStreams', operation(contracts.listStreams, list)],
  ['DescribeStreamSummary', operation(contracts.ofStream, describe)],
  ['CreateStream', operation(contracts.createStream, create)],
  ['DeleteStream', operation(contracts.ofStream, remove)],
]);

function operation<Contract extends z.ZodType>(
  contract: Contract,
  carryOut: (streams: StreamFolder, input: z.output<Contract>) => Answer | Promise<Answer>,
): Operation {
  return (streams, body) => carryOut(streams, validate(contract, body));
}
