import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CreateStreamCommand, type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../local/streams/clock.ts';
import type { PollerEvent } from '../../../local/streams/poller-log.ts';
import { type PollersOptions, type RunningPollers, startPollers } from '../../../local/streams/pollers.ts';

/** A stream of a test's own. */
export interface TestStream {
  readonly name: string;
  readonly client: KinesisClient;
  /** Puts texts into a shard, in their order. */
  put(shard: number, ...texts: readonly string[]): Promise<void>;
}

const HASH_KEYS = 2n ** 128n;
let streams = 0;

export async function testStream(client: KinesisClient, shards: number): Promise<TestStream> {
  const name = `test-${process.pid}-${streams++}-user-events`;
  await client.send(new CreateStreamCommand({ StreamName: name, ShardCount: shards }));
  return {
    name,
    client,
    async put(shard, ...texts) {
      const ExplicitHashKey = String((HASH_KEYS / BigInt(shards)) * BigInt(shard));
      const Records = texts.map(text => ({ Data: Buffer.from(text), PartitionKey: `key-${shard}`, ExplicitHashKey }));
      for (let at = 0; at < Records.length; at += 500) {
        const { FailedRecordCount } = await client.send(
          new PutRecordsCommand({ StreamName: name, Records: Records.slice(at, at + 500) }),
        );
        if (FailedRecordCount) throw new Error('The stream did not take all records');
      }
    },
  };
}

export interface TestPollers extends RunningPollers {
  readonly directory: string;
  readonly told: readonly PollerEvent[];
}

/** Pollers of a stream that read it every 10 ms; stopped, and their folder removed, when the test has finished. */
export async function testPollers(
  stream: TestStream,
  options: Pick<PollersOptions, 'declarations' | 'invoke'> & Partial<PollersOptions>,
): Promise<TestPollers> {
  const directory = options.directory ?? testFolder();
  const told: PollerEvent[] = [];
  const pollers = await startPollers({
    client: stream.client,
    streamName: () => stream.name,
    rhythm: () => ({ intervalMs: () => 10, sawRecords: () => {} }),
    tell: event => told.push(event),
    ...options,
    directory,
  });
  onTestFinished(() => pollers.stop());
  return { ...pollers, directory, told };
}

export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heal7-poller-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that is moved by hand: waits of half a second and more are over when it is moved past their ends. */
export function movedClock(): Clock & { move(ms: number): void } {
  let moved = 0;
  const moves = new EventTarget();
  const now = () => Date.now() + moved;
  return {
    now,
    async sleep(ms, signal) {
      const until = now() + ms;
      if (ms < 500) return delay(ms, undefined, { signal }).catch(() => {});
      while (now() < until && !signal.aborted) {
        await new Promise<void>(resolve => {
          moves.addEventListener('moved', () => resolve(), { once: true });
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
    move(ms) {
      moved += ms;
      moves.dispatchEvent(new Event('moved'));
    },
  };
}
