import { randomUUID } from 'node:crypto';
import type { StreamDeclaration } from '../../platform/manifest/domain.ts';
import { backoffMs } from './backoff.ts';
import { cutBatch, type WaitingRecord } from './batch-window.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Clock } from './clock.ts';
import { type Invocation, type Invoke, invokeFunction } from './consumer-function.ts';
import { type Batch, decide, type GivenUpCondition, withoutExpired } from './delivery.ts';
import { type GivenUp, keepFailedBatch } from './failed-batches.ts';
import { kinesisEvent, type ShardOrigin } from './kinesis-event.ts';
import type { Outage } from './outage.ts';
import { outcomeOf } from './outcome.ts';
import type { PollerEvent } from './poller-log.ts';
import type { ShardReader } from './shard-reader.ts';
import type { ShardRecord } from './shard-record.ts';

/** What a shard's consumer works with. */
export interface ShardConsumerOptions {
  readonly declaration: Pick<StreamDeclaration, 'name' | 'batch' | 'retries' | 'timeoutSeconds'>;
  readonly origin: ShardOrigin;
  readonly invoke: Invoke;
  readonly reader: ShardReader;
  readonly checkpoints: Checkpoints;
  /** Told what the function throws, until a batch is through. */
  readonly throws: Outage;
  readonly failedBatchesFolder: string;
  readonly clock: Clock;
  /** Stops after the delivery that runs. */
  readonly signal: AbortSignal;
  readonly tell: (event: PollerEvent) => void;
}

/** Delivers a shard's records to one function: in their order, one batch at a time, until it is stopped. */
export async function consumeShard(options: ShardConsumerOptions): Promise<void> {
  const { declaration, origin, reader, checkpoints, clock, signal } = options;
  const waiting: WaitingRecord[] = [];
  let position = checkpoints.of(origin.shardId);
  let reading: Promise<void> | undefined;

  const read = async () => {
    const records = await reader.after(position);
    const readAt = clock.now();
    for (const record of records) waiting.push({ record, readAt });
    position = records.at(-1)?.sequenceNumber ?? position;
    reading = undefined;
  };

  while (!signal.aborted) {
    const cut = waiting.length === 0 ? undefined : cutBatch(waiting, declaration.batch, clock.now());
    if (cut !== undefined && 'count' in cut) {
      await deliver(options, { records: waiting.splice(0, cut.count).map(({ record }) => record), failures: 0 });
      continue;
    }
    reading ??= read();
    if (cut === undefined) await reading;
    else await eitherEnds(reading, cut.waitMs, clock, signal);
  }
}

/** Delivers a batch until all of it is done or given up: in parts, and again, as `decide` says. */
async function deliver(options: ShardConsumerOptions, whole: Batch): Promise<void> {
  const { declaration, origin, checkpoints, throws, clock, signal } = options;
  const { retries } = declaration;
  const pending = [whole];
  let invocation: Invocation | undefined;
  while (pending.length > 0 && !signal.aborted) {
    const { expired, batch } = withoutExpired(pending.shift()!, retries, clock.now());
    if (expired !== undefined && !(await giveUp(options, expired, 'RecordAgeExceeded', invocation))) return;
    if (batch === undefined) continue;
    invocation = await invokeFunction(declaration, options.invoke, kinesisEvent(origin, batch.records));
    const { done, givenUp, next, failures } = decide(batch, outcomeFor(options, batch.records, invocation), retries);
    if (done > 0) checkpoints.advance(origin.shardId, batch.records[done - 1]!.sequenceNumber);
    if (givenUp !== undefined && !(await giveUp(options, givenUp, 'RetryAttemptsExhausted', invocation))) return;
    pending.unshift(...next);
    if (failures > 0) await clock.sleep(backoffMs(failures), signal);
  }
  if (pending.length === 0) throws.works(origin.shardId);
}

function outcomeFor(
  { throws, origin }: ShardConsumerOptions,
  records: readonly ShardRecord[],
  { ended }: Invocation,
): ReturnType<typeof outcomeOf> {
  if ('error' in ended) {
    throws.failed(origin.shardId, ended.error);
    return { kind: 'failed' };
  }
  return outcomeOf(
    ended.response,
    records.map(({ sequenceNumber }) => sequenceNumber),
  );
}

/** Tells the on-failure destination, and goes on behind the batch; false where it was stopped before that. */
async function giveUp(
  { declaration, origin, checkpoints, failedBatchesFolder, clock, signal, tell }: ShardConsumerOptions,
  batch: Batch,
  condition: GivenUpCondition,
  invocation: Invocation | undefined,
): Promise<boolean> {
  const givenUp: GivenUp = {
    consumer: declaration.name,
    origin,
    batch,
    condition,
    requestId: invocation?.requestId ?? randomUUID(),
    threw: invocation !== undefined && 'error' in invocation.ended,
    at: clock.now(),
  };
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      const file = await keepFailedBatch(failedBatchesFolder, givenUp);
      checkpoints.advance(origin.shardId, batch.records.at(-1)!.sequenceNumber);
      tell({ event: 'batch-given-up', consumer: declaration.name, records: batch.records.length, condition, file });
      return true;
    } catch (error) {
      if (failures === 1) tell({ event: 'file-not-written', consumer: declaration.name, error });
      await clock.sleep(backoffMs(failures), signal);
    }
  }
  return false;
}

async function eitherEnds(reading: Promise<void>, waitMs: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const wait = new AbortController();
  await Promise.race([reading, clock.sleep(waitMs, AbortSignal.any([signal, wait.signal]))]);
  wait.abort();
}
