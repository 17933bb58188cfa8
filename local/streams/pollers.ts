import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { type KinesisClient, ListShardsCommand } from '@aws-sdk/client-kinesis';
import type { StreamDeclaration } from '../../platform/manifest/domain.ts';
import { deployedName } from '../../platform/streams/client.ts';
import type { StreamName } from '../../platform/streams/streams.ts';
import { backoffMs } from './backoff.ts';
import { type Checkpoints, openCheckpoints } from './checkpoints.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Invoke, loadFunction } from './consumer-function.ts';
import type { ShardOrigin } from './kinesis-event.ts';
import { createOutage, type Outage } from './outage.ts';
import { logPollerEvent, type PollerEvent } from './poller-log.ts';
import { createRhythm, type Rhythm } from './rhythm.ts';
import { consumeShard } from './shard-consumer.ts';
import { createShardReader, type ShardReader } from './shard-reader.ts';

export interface PollersOptions {
  /** The functions, and what starts them. */
  readonly declarations: readonly StreamDeclaration[];
  readonly client: KinesisClient;
  /** How far consumers are, and what they gave up, is kept under it. */
  readonly directory: string;
  /** In place of the code that a declaration names. */
  readonly invoke?: (declaration: StreamDeclaration, ...args: Parameters<Invoke>) => ReturnType<Invoke>;
  /** What a stream is called on the server. */
  readonly streamName?: (stream: StreamName) => string;
  readonly rhythm?: (now: () => number) => Rhythm;
  readonly clock?: Clock;
  readonly tell?: (event: PollerEvent) => void;
}

export interface RunningPollers {
  readonly consumers: readonly StreamDeclaration[];
  /** Lets the deliveries that run end, and keeps how far they came. */
  stop(): Promise<void>;
}

/** As the local server's. */
const ACCOUNT = '000000000000';

/**
 * Does on one machine what Lambda's event source mapping does for Kinesis: each function gets the records of its streams, shard by
 * shard, as its declaration says.
 * @throws ConfigurationError where the environment does not name a stream
 */
export async function startPollers(options: PollersOptions): Promise<RunningPollers> {
  const { declarations, streamName = deployedName } = options;
  const streams = new Set(declarations.flatMap(({ sources }) => sources));
  const names = new Map([...streams].map(stream => [stream, streamName(stream)]));
  const stopping = new AbortController();
  // One wait of each shard and consumer.
  setMaxListeners(0, stopping.signal);
  const consumers = await Promise.all(declarations.map(declaration => prepare(options, declaration)));
  const polling = [...names].map(([stream, name]) => pollStream(options, stream, name, consumers, stopping.signal));
  return {
    consumers: declarations,
    async stop() {
      stopping.abort();
      await Promise.all(polling);
    },
  };
}

/** A consumer with its code, and how far it is in each of its streams. */
interface Consumer {
  readonly declaration: StreamDeclaration;
  readonly invoke: Invoke;
  readonly checkpoints: ReadonlyMap<StreamName, Checkpoints>;
}

async function prepare(
  { invoke, directory, tell = logPollerEvent }: PollersOptions,
  declaration: StreamDeclaration,
): Promise<Consumer> {
  const { name: consumer, sources } = declaration;
  const notWritten = (error: unknown) => tell({ event: 'file-not-written', consumer, error });
  const checkpoints = new Map<StreamName, Checkpoints>();
  for (const stream of sources) {
    const file = join(directory, 'checkpoints', `${consumer}.${stream}.json`);
    checkpoints.set(stream, await openCheckpoints(file, notWritten));
  }
  const code = invoke === undefined ? await loadFunction(declaration) : undefined;
  return { declaration, checkpoints, invoke: code ?? ((...args) => invoke!(declaration, ...args)) };
}

/** Polls a stream's shards for all of its consumers, until it is stopped. */
async function pollStream(
  options: PollersOptions,
  stream: StreamName,
  streamName: string,
  consumers: readonly Consumer[],
  signal: AbortSignal,
): Promise<void> {
  const { client, clock = systemClock, tell = logPollerEvent } = options;
  const region = await client.config.region();
  const streamArn = `arn:aws:kinesis:${region}:${ACCOUNT}:stream/${streamName}`;
  const outage = createOutage(
    error => tell({ event: 'stream-away', stream, error }),
    () => tell({ event: 'stream-back', stream }),
  );
  const rhythm = (options.rhythm ?? createRhythm)(clock.now);
  const lostPlace = () => tell({ event: 'stream-replaced', stream });
  const shardIds = await untilListed(client, streamName, outage, clock, signal);
  const readers = shardIds.map(shardId => ({
    origin: { streamArn, region, shardId },
    reader: createShardReader({ client, streamName, shardId, rhythm, outage, clock, signal, lostPlace }),
  }));
  const ofStream = consumers.filter(({ declaration }) => declaration.sources.includes(stream));
  await Promise.all(
    ofStream.map(consumer => consumeStream(options, consumer, consumer.checkpoints.get(stream)!, readers, signal)),
  );
}

async function consumeStream(
  { directory, clock = systemClock, tell = logPollerEvent }: PollersOptions,
  { declaration, invoke }: Consumer,
  checkpoints: Checkpoints,
  readers: readonly { readonly origin: ShardOrigin; readonly reader: ShardReader }[],
  signal: AbortSignal,
): Promise<void> {
  const throws = createOutage(
    error => tell({ event: 'batch-threw', consumer: declaration.name, error }),
    () => {},
  );
  const failedBatchesFolder = join(directory, 'failed-batches');
  const shared = { declaration, invoke, checkpoints, throws, failedBatchesFolder, clock, signal, tell };
  await Promise.all(readers.map(reader => consumeShard({ ...shared, ...reader })));
  await checkpoints.save();
}

/** The stream's shards, as soon as the server tells; none once it has been stopped. */
async function untilListed(
  client: KinesisClient,
  streamName: string,
  outage: Outage,
  clock: Clock,
  signal: AbortSignal,
): Promise<readonly string[]> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      const shardIds = await listShards(client, streamName, signal);
      outage.works('list');
      return shardIds;
    } catch (error) {
      if (signal.aborted) break;
      outage.failed('list', error);
      await clock.sleep(backoffMs(++failures), signal);
    }
  }
  return [];
}

async function listShards(client: KinesisClient, streamName: string, signal: AbortSignal): Promise<readonly string[]> {
  const shardIds: string[] = [];
  for (let token: string | undefined; ; ) {
    const which = token === undefined ? { StreamName: streamName } : { NextToken: token };
    const { Shards = [], NextToken } = await client.send(new ListShardsCommand(which), { abortSignal: signal });
    shardIds.push(...Shards.map(({ ShardId }) => ShardId!));
    if (NextToken === undefined || NextToken === null) return shardIds;
    token = NextToken;
  }
}
