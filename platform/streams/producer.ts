import { setTimeout as delay } from 'node:timers/promises';
import { type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';

/** A record as it is put into a stream. */
export interface StreamRecord {
  /** Records of one key keep their order. At most 256 characters. */
  readonly partitionKey: string;
  readonly data: Uint8Array;
}

export interface PutOptions {
  /** Aborted when there is no more time. */
  readonly signal: AbortSignal;
  /** Between attempts. */
  wait?(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Of a call of PutRecords: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html */
const MOST_RECORDS = 500;
const MOST_BYTES = 5 * 1024 * 1024;
/** Of a record, its key included. */
const LARGEST_RECORD = 1024 * 1024;

const CALLS_AT_ONCE = 4;

/** The n-th wait is random, up to 25 · 2ⁿ ms and never over a second: a shard counts what it takes by the second. */
const FIRST_WAIT_MS = 25;
const MOST_WAIT_MS = 1_000;

/** Time was up before all records were accepted. */
export class RecordsNotAccepted extends Error {
  override readonly name = 'RecordsNotAccepted';
  /** Of each record, whether it was. One that was not may be in the stream all the same: its answer was lost. */
  readonly accepted: readonly boolean[];
  /** What the stream last said: `ProvisionedThroughputExceededException`. */
  readonly code: string;

  constructor(accepted: readonly boolean[], { code, cause }: Refusal) {
    super('A stream did not accept all records in time', { cause });
    this.accepted = accepted;
    this.code = code;
  }
}

interface Refusal {
  readonly code: string;
  readonly cause?: unknown;
}

/**
 * Puts records into a stream, each at least once, and those of one key in their order: the first time that each is in the
 * stream, all before it are. A call is accepted in parts, so of one key it has one record at most, and the next is sent
 * when that was accepted. What is refused, and what was in a call that failed, is sent again.
 *
 * @param stream as it is called where this runs
 * @throws RecordsNotAccepted when there is no more time. RangeError for a record that no stream takes; nothing is put then.
 */
export async function putRecords(
  client: Pick<KinesisClient, 'send'>,
  stream: string,
  records: readonly StreamRecord[],
  { signal, wait = waitFor }: PutOptions,
): Promise<void> {
  if (records.some(record => bytesOf(record) > LARGEST_RECORD)) throw new RangeError('A record takes 1 MiB');
  const accepted = new Array<boolean>(records.length).fill(false);
  const queues = queuesOf(records);
  let refusal: Refusal = { code: 'NoTime' };
  for (let refusedWaves = 0; queues.size > 0; ) {
    let refused = false;
    const heads = [...queues.values()].map(queue => queue.positions[queue.next]!);
    for (const calls of inGroups(callsOf(heads, records), CALLS_AT_ONCE)) {
      if (signal.aborted) throw new RecordsNotAccepted(accepted, refusal);
      await Promise.all(
        calls.map(async call => {
          const refusals = await put(client, stream, call, records, signal);
          for (const [at, position] of call.entries()) {
            const reason = refusals[at];
            if (reason === undefined) {
              accepted[position] = true;
              advance(queues, records[position]!.partitionKey);
            } else {
              refused = true;
              refusal = reason;
            }
          }
        }),
      );
    }
    refusedWaves = refused ? refusedWaves + 1 : 0;
    if (refused) await wait(Math.random() * Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** refusedWaves), signal);
  }
}

/** Positions of a key's records, and how many of them have been accepted. */
interface Queue {
  readonly positions: number[];
  next: number;
}

function queuesOf(records: readonly StreamRecord[]): Map<string, Queue> {
  const queues = new Map<string, Queue>();
  for (const [position, { partitionKey }] of records.entries()) {
    const queue = queues.get(partitionKey);
    if (queue === undefined) queues.set(partitionKey, { positions: [position], next: 0 });
    else queue.positions.push(position);
  }
  return queues;
}

function advance(queues: Map<string, Queue>, key: string): void {
  const queue = queues.get(key)!;
  if (++queue.next === queue.positions.length) queues.delete(key);
}

/** Positions, call by call: as many as a call takes. */
function callsOf(positions: readonly number[], records: readonly StreamRecord[]): readonly (readonly number[])[] {
  const calls: number[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const position of positions) {
    const size = bytesOf(records[position]!);
    if (bytes + size > MOST_BYTES || calls.at(-1)!.length === MOST_RECORDS) {
      calls.push([]);
      bytes = 0;
    }
    calls.at(-1)!.push(position);
    bytes += size;
  }
  return calls;
}

/** One call; gives why each of its records was refused, undefined for one that was accepted. */
async function put(
  client: Pick<KinesisClient, 'send'>,
  stream: string,
  call: readonly number[],
  records: readonly StreamRecord[],
  abortSignal: AbortSignal,
): Promise<readonly (Refusal | undefined)[]> {
  const entries = call.map(position => {
    const { partitionKey, data } = records[position]!;
    return { PartitionKey: partitionKey, Data: data };
  });
  try {
    const command = new PutRecordsCommand({ StreamName: stream, Records: entries });
    const { Records: answers = [] } = await client.send(command, { abortSignal });
    return call.map((_, at) => {
      const { SequenceNumber, ErrorCode = 'NoAnswer' } = answers[at] ?? {};
      return SequenceNumber === undefined ? { code: ErrorCode } : undefined;
    });
  } catch (cause) {
    const refusal = { code: cause instanceof Error ? cause.name : typeof cause, cause };
    return call.map(() => refusal);
  }
}

function bytesOf({ partitionKey, data }: StreamRecord): number {
  return data.byteLength + Buffer.byteLength(partitionKey);
}

function* inGroups<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return delay(milliseconds, undefined, { signal }).catch(() => {});
}
