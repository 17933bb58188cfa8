import { setTimeout as delay } from 'node:timers/promises';
import { type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { type LoggableError, loggableError } from '../../platform/observability/loggable-error.ts';

/** A message as it goes into its stream. */
export interface WaitingRecord {
  readonly partitionKey: string;
  readonly data: Uint8Array;
  /** Called once the stream has it. */
  readonly accepted: () => void;
}

export interface StreamWriterOptions {
  readonly client: Pick<KinesisClient, 'send'>;
  /** As the stream is called on the server. */
  readonly stream: string;
  /** Told after records were accepted. */
  readonly settled: () => void;
  /** Between attempts. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Of one call: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html */
const MOST_RECORDS = 500;
const MOST_BYTES = 5 * 1024 * 1024;
/** Full ones: beside a call that is under way, records are gathered until there are enough for another. */
const CALLS_AT_ONCE = 4;
/** At 10,000 records a second, a call has 100 of them: one by one they cost 0.7 ms of the processor each. */
const GATHER_MS = 10;

/** The n-th wait is random, up to 25 · 2ⁿ ms and never over a second. */
const FIRST_WAIT_MS = 25;
const MOST_WAIT_MS = 1_000;

/**
 * Puts records into a stream, gathered, and tells of them in the order in which they came. They lie there in that order too,
 * unless a call had to be made again. A stream that is away is tried until it is back: whoever hands in records has to look at
 * how much waits.
 */
export class StreamWriter {
  readonly #options: StreamWriterOptions;
  #queue: WaitingRecord[] = [];
  #gathering: NodeJS.Timeout | undefined;
  #calls = 0;
  #waitingBytes = 0;
  /** Ends when all that was handed over has been told of. */
  #told: Promise<void> = Promise.resolve();
  /** Since when the oldest call has been under way. */
  #since: number | undefined;
  #trouble: LoggableError | undefined;

  constructor(options: StreamWriterOptions) {
    this.#options = options;
  }

  /** Of records that are not accepted. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** How long the stream has left a record unaccepted. */
  waitedMs(): number {
    return this.#since === undefined ? 0 : performance.now() - this.#since;
  }

  /** Why records were last not taken, until the oldest of them are; undefined also where there is no answer yet. */
  get trouble(): LoggableError | undefined {
    return this.#trouble;
  }

  put(record: WaitingRecord): void {
    this.#queue.push(record);
    this.#waitingBytes += record.data.byteLength;
    if (this.#queue.length >= MOST_RECORDS) this.#send();
    else this.#gather();
  }

  #gather(): void {
    if (this.#calls > 0 || this.#queue.length === 0) return;
    this.#gathering ??= setTimeout(() => this.#send(), GATHER_MS);
  }

  #send(): void {
    if (this.#calls === CALLS_AT_ONCE) return;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const batch = this.#queue.splice(0, countOfCall(this.#queue));
    this.#calls++;
    this.#since ??= performance.now();
    const put = this.#putAll(batch);
    this.#told = this.#told.then(() => put).then(() => this.#tell(batch));
  }

  #tell(batch: readonly WaitingRecord[]): void {
    this.#calls--;
    this.#trouble = undefined;
    this.#since = this.#calls === 0 ? undefined : performance.now();
    for (const { data, accepted } of batch) {
      this.#waitingBytes -= data.byteLength;
      accepted();
    }
    this.#options.settled();
    if (this.#queue.length >= MOST_RECORDS) this.#send();
    else this.#gather();
  }

  async #putAll(batch: readonly WaitingRecord[]): Promise<void> {
    const { wait = delay } = this.#options;
    let left = await this.#put(batch);
    for (let again = 1; left.length > 0; again++) {
      await wait(Math.random() * Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** again));
      left = await this.#put(left);
    }
  }

  /** One call; gives the records that were not accepted, as far as its answer says: they may be there all the same. */
  async #put(records: readonly WaitingRecord[]): Promise<readonly WaitingRecord[]> {
    const { client, stream } = this.#options;
    const entries = records.map(({ partitionKey, data }) => ({ PartitionKey: partitionKey, Data: data }));
    try {
      const answer = await client.send(new PutRecordsCommand({ StreamName: stream, Records: entries }));
      if (answer.FailedRecordCount === 0) return [];
      // Its message is not for logs: it names the account.
      const code = answer.Records?.find(({ ErrorCode }) => ErrorCode !== undefined)?.ErrorCode;
      this.#trouble = { name: code ?? 'refused', frames: [] };
      return records.filter((_, at) => answer.Records?.[at]?.SequenceNumber === undefined);
    } catch (error) {
      this.#trouble = loggableError(error);
      return records;
    }
  }
}

/** How many of the first records one call takes. */
function countOfCall(records: readonly WaitingRecord[]): number {
  const most = Math.min(records.length, MOST_RECORDS);
  let bytes = 0;
  for (let count = 0; count < most; count++) {
    const { data, partitionKey } = records[count]!;
    bytes += data.byteLength + Buffer.byteLength(partitionKey);
    if (bytes > MOST_BYTES) return count;
  }
  return most;
}
