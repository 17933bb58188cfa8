import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { createKinesisClient } from '../../platform/streams/client.ts';
import type { StreamRecord } from '../../platform/streams/producer.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import { type Backbone, withBackbone } from './backbone.ts';
import type { Fault, FaultFigures, FaultOptions } from './fault.ts';
import { type IngestInput, ingestInput } from './ingest-input.ts';
import { differencesFrom } from './ingest-state.ts';

interface IngestFigures extends FaultFigures {
  readonly name: 'ingest';
  /** Whether aggregates count new rows alone. */
  readonly exact: boolean;
  readonly seconds: number;
  readonly readings: number;
  /** Copies of them beside these. */
  readonly duplicates: number;
  /** Recorded a day before. */
  readonly late: number;
  readonly records: number;
  readonly consumerKills: number;
  readonly databaseRestarts: number;
}

const READINGS = 1_000_000;
const KILLS = 20;
const RESTARTS = 3;
const SHORT = { readings: 20_000, kills: 2, restarts: 1 };
const AWAY_MS = 300;
const STREAM = 'sensor-data';
/** Of a call. */
const MOST_RECORDS = 500;
/** Nothing is stored for so long: it hangs. */
const PATIENCE_MS = 60_000;

/**
 * Readings come twice, in any order and a day late, while the consumer is killed and the database is restarted in the middle of
 * them: what is stored, every aggregate and the latest values are those of a computation over the input, to the last digit.
 */
export const ingest: Fault = {
  proves: 'exactness',
  run: options => withBackbone(backbone => run(options, backbone)),
};

async function run({ seed, short, without, progress }: FaultOptions, backbone: Backbone): Promise<IngestFigures> {
  const started = performance.now();
  const random = seededRandom(seed);
  const { readings: count, kills, restarts } = short ? SHORT : { readings: READINGS, kills: KILLS, restarts: RESTARTS };
  const input = ingestInput(count, Date.now(), random);
  await register(backbone, input);
  progress(`${count} readings and ${input.duplicates} copies of them in ${input.records.length} records`);

  const startConsumer = () =>
    backbone.start(
      new URL('ingest-consumer.ts', import.meta.url),
      backbone.directory,
      without ? 'counting all delivered' : 'ours',
    );
  let consumer = await startConsumer();
  const putting = put(backbone.streamsEndpoint, input.records);
  const restartAt = new Set(Array.from({ length: restarts }, (_, n) => Math.floor(((n + 0.5) * kills) / restarts)));
  for (let killed = 0; killed < kills; killed++) {
    // In the middle of the readings, each time.
    await untilStored(backbone, ((killed + 0.3 + 0.4 * random()) / kills) * count);
    await consumer.kill();
    if (restartAt.has(killed)) {
      await backbone.crashDatabase(random() < 0.5 ? 'SIGKILL' : 'SIGINT', random() * AWAY_MS);
    }
    consumer = await startConsumer();
    progress(`${killed + 1} of ${kills} kills`);
  }
  await untilConsumed(backbone, await putting);
  await consumer.kill();

  progress('Comparing');
  const violations = [...(await differencesFrom(backbone.owner.sql, input.readings)), ...(await setAside(backbone))];
  return {
    name: 'ingest',
    seed,
    exact: !without,
    seconds: Math.round((performance.now() - started) / 1_000),
    readings: input.readings.length,
    duplicates: input.duplicates,
    late: input.late,
    records: input.records.length,
    consumerKills: kills,
    databaseRestarts: restarts,
    violations,
  };
}

async function register({ owner: { sql } }: Backbone, { deviceIds }: IngestInput): Promise<void> {
  await sql`
    insert into iot_devices (id, device_serial, device_type, location_id, installation_position)
    select id, 'device-' || n, 'multi', 'faults', '{}'
    from unnest(${deviceIds}::uuid[]) with ordinality as devices (id, n)`;
  await sql`select ensure_partitions(current_date - 3, current_date + 3)`;
}

/** Puts records in their order; gives the last sequence number of each shard. */
async function put(endpoint: string, records: readonly StreamRecord[]): Promise<ReadonlyMap<string, bigint>> {
  const client = createKinesisClient('local', endpoint);
  const last = new Map<string, bigint>();
  for (let at = 0; at < records.length; at += MOST_RECORDS) {
    const Records = records
      .slice(at, at + MOST_RECORDS)
      .map(({ partitionKey, data }) => ({ PartitionKey: partitionKey, Data: data }));
    const answer = await client.send(new PutRecordsCommand({ StreamName: STREAM, Records }));
    for (const { ShardId, SequenceNumber } of answer.Records!) last.set(ShardId!, BigInt(SequenceNumber!));
  }
  client.destroy();
  return last;
}

async function untilStored({ owner: { sql } }: Backbone, readings: number): Promise<void> {
  await until(async () => {
    const [{ count }] = await sql<[{ count: number }]>`
      select coalesce(sum(reading_count), 0)::int as count from sensor_hourly_aggregates`;
    return { progress: count, done: count >= readings };
  });
}

/** Until the consumer has passed the last record of each shard, by its checkpoints. */
async function untilConsumed({ directory }: Backbone, last: ReadonlyMap<string, bigint>): Promise<void> {
  const file = join(directory, 'checkpoints', `ingest.${STREAM}.json`);
  await until(async () => {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    const checkpoints = JSON.parse(text) as Record<string, string>;
    const left = [...last].filter(([shardId, number]) => BigInt(checkpoints[shardId] ?? 0) < number);
    return { progress: text, done: left.length === 0 };
  });
}

/** @throws Error where there is no more progress */
async function until(look: () => Promise<{ readonly progress: unknown; readonly done: boolean }>): Promise<void> {
  let last: unknown;
  for (let moved = performance.now(); performance.now() - moved < PATIENCE_MS; await delay(30)) {
    // The database may be on its way back.
    const seen = await look().catch(() => undefined);
    if (seen?.done) return;
    if (seen === undefined || seen.progress === last) continue;
    last = seen.progress;
    moved = performance.now();
  }
  throw new Error(`Ingest makes no progress for ${PATIENCE_MS / 1_000} s`);
}

async function setAside({ owner: { sql } }: Backbone): Promise<readonly string[]> {
  const rows = await sql<{ reason: string; count: number }[]>`
    select reason, count(*)::int as count from dead_letters group by reason`;
  return rows.map(({ reason, count }) => `${count} records were set aside: ${reason}`);
}
