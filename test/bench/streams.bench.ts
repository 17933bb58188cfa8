import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
  PutRecordCommand,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';
import { startStreams } from '../../local/engines/streams.ts';
import { createKinesisClient } from '../../platform/streams/client.ts';
import { startChild } from '../integration/child.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const streamsBench: Bench = { 'stream-put': puts, 'stream-get': gets };

const ROUNDS = 7;
const ROUND_MS = 700;
const STREAM = 'bench';
const SHARDS = 24;
const CALLERS = 16;

/** What is read: some 4 MB. */
const KEPT = 10_000;

/** A reading of a sensor, 200 bytes or so. */
const data = Buffer.from(JSON.stringify({ deviceId: crypto.randomUUID(), type: 'temperature', note: 'x'.repeat(120) }));

let next = 0;
const record = () => ({ PartitionKey: `device-${next++ % 1_000}`, Data: data });

/** Prepares what is done again and again, which gives how many records it has put or got. */
type Work = (client: KinesisClient) => Promise<() => Promise<number>>;

/** Records a second put by 16 callers at once, 100 a call and one a call, where the SDK's client takes the most of the time. */
async function puts(): Promise<readonly Figure[]> {
  return compare({
    'stream-put': async client => () => putMany(client, 100),
    'stream-put:single': async client => async () => {
      await client.send(new PutRecordCommand({ StreamName: STREAM, ...record() }));
      return 1;
    },
  });
}

/** Records a second got by 16 callers at once, from 24 shards in turns, each from its beginning to its end. */
async function gets(): Promise<readonly Figure[]> {
  return compare({
    'stream-get': async client => {
      for (let n = 0; n < KEPT; n += 500) await putMany(client, 500);
      const iterators = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => iteratorOf(client, shard)));
      return async () => {
        const ShardIterator = iterators[next++ % SHARDS];
        return (await client.send(new GetRecordsCommand({ ShardIterator }))).Records!.length;
      };
    },
  });
}

async function putMany(client: KinesisClient, count: number): Promise<number> {
  await client.send(new PutRecordsCommand({ StreamName: STREAM, Records: Array.from({ length: count }, record) }));
  return count;
}

async function iteratorOf(client: KinesisClient, shard: number): Promise<string> {
  const ShardId = `shardId-${String(shard).padStart(12, '0')}`;
  const request = { StreamName: STREAM, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
  return (await client.send(new GetShardIteratorCommand(request))).ShardIterator!;
}

/** Our server and kinesalite, each in a process of its own. */
async function compare(works: Readonly<Record<string, Work>>): Promise<readonly Figure[]> {
  const own = await startStreams();
  const other = await startChild(new URL('../integration/streams/server/kinesalite-process.ts', import.meta.url));
  const clients = [own.endpoint, other.ready as string].map(at => createKinesisClient('ap-northeast-2', at));
  try {
    for (const client of clients) await createStream(client);
    const figures: Figure[] = [];
    for (const [name, work] of Object.entries(works)) {
      figures.push(await figureOf(name, await Promise.all(clients.map(work))));
    }
    return figures;
  } finally {
    for (const client of clients) client.destroy();
    await own.stop();
    await other.kill();
  }
}

async function createStream(client: KinesisClient): Promise<void> {
  await client.send(new CreateStreamCommand({ StreamName: STREAM, ShardCount: SHARDS }));
  for (;;) {
    const { Shards } = await client.send(new ListShardsCommand({ StreamName: STREAM }));
    if (Shards!.length === SHARDS) return;
    await delay(10);
  }
}

/** Measures in turns, so that what slows the machine for a while slows both. */
async function figureOf(name: string, works: readonly (() => Promise<number>)[]): Promise<Figure> {
  const rounds: number[][] = [];
  // The first round warms up.
  for (let round = -1; round < ROUNDS; round++) {
    const rates: number[] = [];
    for (const work of works) rates.push(await rateOf(work));
    if (round >= 0) rounds.push(rates);
  }
  const [own, other] = [0, 1].map(server => median(rounds.map(rates => rates[server]!)));
  showTable(name, [
    { server: 'ours', 'records/s': own! },
    { server: 'kinesalite', 'records/s': other! },
  ]);
  return {
    name,
    value: rounded(own!),
    unit: 'records/s',
    against: `kinesalite: ${rounded(other!)}`,
    ratio: rounded(median(rounds.map(rates => rates[0]! / rates[1]!))),
  };
}

async function rateOf(work: () => Promise<number>): Promise<number> {
  const start = performance.now();
  let count = 0;
  const call = async () => {
    while (performance.now() - start < ROUND_MS) {
      const done = await work();
      count += done;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
  return (count / (performance.now() - start)) * 1000;
}
