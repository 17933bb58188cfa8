import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PutRecordsCommand } from '@aws-sdk/client-kinesis';
import type { ReadingInput } from '../../functions/iot/readings/payload.ts';
import { ensurePartitions } from '../../functions/operations/partitions.ts';
import { applyRetention } from '../../functions/operations/retention.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { DeviceRecord } from '../../platform/mqtt/device-record.ts';
import { createKinesisClient } from '../../platform/streams/client.ts';
import { type Backbone, withBackbone } from './backbone.ts';
import type { Fault, FaultFigures, FaultOptions } from './fault.ts';
import { readSlowly, startPartitionLoad } from './partition-load.ts';

interface PartitionFigures extends FaultFigures {
  readonly name: 'partitions';
  /** Whether whoever drops gives way. */
  readonly givesWay: boolean;
  readonly seconds: number;
  /** Recorded before and after the month's change. */
  readonly stored: { readonly before: number; readonly after: number };
  readonly dropAttempts: number;
  readonly longestMs: { readonly read: number; readonly write: number };
}

const DEVICES = 50;
const READINGS = { long: 600_000, short: 20_000 };
const PER_SECOND = 10_000;
const PER_RECORD = 50;
/** In the month that is dropped. */
const EXPIRED_ROWS = 20_000;
/** A statement that reads the expired month while it is to be dropped. */
const SLOW_SECONDS = 2;
/** Longer than this is held up: a quarter of what the slow statement takes, and many times what any other takes. */
const MOST_WAIT_MS = 500;
const MOST_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * While readings of a month's last minute and of the next one's first come in, the next month is made, and an expired one is
 * dropped that somebody is reading: no reading is lost, and nobody waits for the one who drops.
 */
export const partitions: Fault = {
  proves: 'giving-way',
  run: options => withBackbone(backbone => run(options, backbone)),
};

async function run({ seed, short, without, progress }: FaultOptions, backbone: Backbone): Promise<PartitionFigures> {
  const started = performance.now();
  const { sql } = backbone.owner;
  const { deviceIds, change, expired } = await prepare(backbone);
  await backbone.start(new URL('ingest-consumer.ts', import.meta.url), backbone.directory);
  const load = startPartitionLoad(backbone.environment.DATABASE_URL!, deviceIds);

  const readings = short ? READINGS.short : READINGS.long;
  const sending = sendAcross(backbone.streamsEndpoint, deviceIds, change, readings);
  const slow = readSlowly(backbone.environment.DATABASE_URL!, expired, SLOW_SECONDS);
  // Before the first reading of the month, as the job of each day does months ahead.
  await runJob(ensurePartitions, backbone, new Date(change.getTime() - DAY_MS));
  progress('The next month is there');
  const drop = without
    ? () => sql.unsafe(`drop table ${partitionOf(expired)}`)
    : () => runJob(applyRetention, backbone, new Date());
  const dropAttempts = await untilDropped(backbone, expired, drop);
  progress(`The expired month is gone, at attempt ${dropAttempts}`);
  await Promise.all([slow, sending]);

  const count = async () => {
    const [stored] = await sql<[{ before: number; after: number }]>`
      select count(*) filter (where recorded_at < ${change})::int as before,
        count(*) filter (where recorded_at >= ${change})::int as after
      from sensor_readings where device_id = any(${deviceIds}::uuid[])`;
    return stored;
  };
  let stored = await count();
  for (const deadline = Date.now() + MOST_MS; Date.now() < deadline && stored.before + stored.after < readings; ) {
    await delay(100);
    stored = await count();
  }
  const failures = await load.stop();
  const longestMs = { read: Math.round(load.longestMs.read), write: Math.round(load.longestMs.write) };
  return {
    name: 'partitions',
    seed,
    givesWay: !without,
    seconds: Math.round((performance.now() - started) / 1_000),
    stored,
    dropAttempts,
    longestMs,
    violations: [
      ...failures,
      ...(stored.before !== readings / 2
        ? [`${readings / 2 - stored.before} readings before the change are lost`]
        : []),
      ...(stored.after !== readings / 2 ? [`${readings / 2 - stored.after} readings after the change are lost`] : []),
      ...Object.entries(longestMs).flatMap(([kind, ms]) => (ms > MOST_WAIT_MS ? [`a ${kind} waited ${ms} ms`] : [])),
    ],
  };
}

/** Devices, a month three months ago with rows, and the next change of a month that is not prepared for yet. */
async function prepare({ owner: { sql } }: Backbone) {
  const deviceIds = Array.from({ length: DEVICES }, () => randomUUID());
  await sql`
    insert into iot_devices (id, device_serial, device_type, location_id, installation_position)
    select id, 'device-' || n, 'multi', 'faults', '{}'
    from unnest(${deviceIds}::uuid[]) with ordinality as devices (id, n)`;
  const [months] = await sql<[{ change: Date; expired: Date; now: Date }]>`
    select korean_midnight((date_trunc('month', today) + interval '6 months')::date) as change,
      korean_midnight((date_trunc('month', today) - interval '3 months')::date) as expired
    from korean_date(now()) as today`;
  const { change, expired } = months;
  await sql`select ensure_partitions(korean_date(${expired}), korean_date(${expired}) + 1)`;
  await sql`select ensure_partitions(korean_date(${change}) - 1, korean_date(${change}) - 1)`;
  await sql`
    insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
    select gen_random_uuid(), 'light', 1, 'lx', ${expired}::timestamptz + n * interval '1 s'
    from generate_series(0, ${EXPIRED_ROWS - 1}::int) as n`;
  return { deviceIds, change, expired };
}

/** Sends readings, one after another in time, the middle one of which is the first of a month. */
async function sendAcross(
  endpoint: string,
  deviceIds: readonly string[],
  change: Date,
  readings: number,
): Promise<void> {
  const client = createKinesisClient('local', endpoint);
  const start = performance.now();
  const perCall = deviceIds.length * PER_RECORD;
  for (let sent = 0; sent < readings; sent += perCall) {
    await delay(Math.max(0, start + (sent / PER_SECOND) * 1_000 - performance.now()));
    const Records = deviceIds.map(deviceId => {
      // Those of a device are a millisecond apart, and each call goes on from the one before.
      const first = change.getTime() + (sent - readings / 2) / deviceIds.length;
      return { PartitionKey: deviceId, Data: recordOf(deviceId, first) };
    });
    await client.send(new PutRecordsCommand({ StreamName: 'sensor-data', Records }));
  }
  client.destroy();
}

function recordOf(deviceId: string, first: number): Uint8Array {
  const inputs = Array.from(
    { length: PER_RECORD },
    (_, n): ReadingInput => ({ type: 'humidity', value: 40 + n / 10, unit: '%RH', recordedAt: first + n }),
  );
  const payload = Buffer.from(JSON.stringify(inputs)).toString('base64');
  const record: DeviceRecord = { kind: 'readings', deviceId, receivedAt: first + PER_RECORD, payload };
  return Buffer.from(JSON.stringify(record));
}

async function runJob(job: Job, { owner }: Backbone, now: Date): Promise<void> {
  await job({ now: () => now, database: owner, arguments: [], progress: () => {} });
}

/** Drops until it is done: what gives way fails, and is done by a later run. Gives how many it took. */
async function untilDropped({ owner: { sql } }: Backbone, month: Date, drop: () => Promise<unknown>): Promise<number> {
  // The slow reader is in its transaction by then.
  await delay(200);
  for (let attempts = 1, start = Date.now(); ; attempts++) {
    await drop().catch(error => {
      if (error.code !== '55P03') throw error;
    });
    const [{ gone }] = await sql<[{ gone: boolean }]>`select to_regclass(${partitionOf(month)}) is null as gone`;
    if (gone) return attempts;
    if (Date.now() - start > MOST_MS) throw new Error('The expired month cannot be dropped');
    await delay(50);
  }
}

/** `sensor_readings_y2025m08`, of the month that begins at an instant, in Seoul. */
function partitionOf(month: Date): string {
  const inSeoul = new Date(month.getTime() + 9 * 3_600_000).toISOString();
  return `sensor_readings_y${inSeoul.slice(0, 4)}m${inSeoul.slice(5, 7)}`;
}
