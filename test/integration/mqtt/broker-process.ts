import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetRecordsCommand, GetShardIteratorCommand, ListShardsCommand } from '@aws-sdk/client-kinesis';
import { afterAll, expect } from 'vitest';
import { credentialHash } from '../../../functions/iot/devices/credential.ts';
import { type BrokerEngine, startBroker } from '../../../local/engines/broker.ts';
import { type StreamsEngine, startStreams } from '../../../local/engines/streams.ts';
import type { BrokerEvent, BrokerLine } from '../../../local/mqtt/broker-log.ts';
import type { Counts, Refusal } from '../../../local/mqtt/counts.ts';
import type { Database } from '../../../platform/db/database.ts';
import { type DeviceRecord, deviceRecord } from '../../../platform/mqtt/device-record.ts';
import { createKinesisClient } from '../../../platform/streams/client.ts';
import { testDatabase } from '../database.ts';
import type { TestDevice } from './device-client.ts';

/** The broker in its process, with the real authorizer, on a database and streams of the calling file alone. */
export interface TestBroker {
  readonly database: Database;
  readonly streams: StreamsEngine;
  readonly broker: BrokerEngine;
  /** The streams are in its folder `streams`. */
  readonly folder: string;
  /** What it has refused until now, and how often. */
  refusals(): Counts;
  /** How often it has told of an event. */
  told(event: BrokerEvent['event']): number;
  /** Starts it again, on the same port, as after a crash. */
  restart(): Promise<BrokerEngine>;
  register(): Promise<TestDevice>;
  /** What the stream has, each device's in its order. */
  records(): Promise<readonly DeviceRecord[]>;
}

/** To be called outside of tests or in `beforeAll`. */
export async function testBroker({ publishesPerSecond = 100 } = {}): Promise<TestBroker> {
  const { database, url } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'heal7-mqtt-'));
  const streams = await startStreams({ directory: join(folder, 'streams') });
  const lines: Partial<BrokerLine>[] = [];
  const log = (line: string) => lines.push(JSON.parse(line) as Partial<BrokerLine>);
  const start = (port: number) =>
    startBroker({
      directory: join(folder, 'mqtt'),
      port,
      publishesPerSecond,
      environment: { ...streams.environment, DATABASE_URL: url },
      log,
    });
  const running = { broker: await start(0) };
  afterAll(async () => {
    await Promise.all([running.broker.stop(), streams.stop()]);
    await rm(folder, { recursive: true, force: true });
  });
  return {
    database,
    streams,
    get broker() {
      return running.broker;
    },
    folder,
    refusals() {
      const sums: { [refusal in Refusal]?: number } = {};
      for (const line of lines) {
        const counts = 'counts' in line ? Object.entries(line.counts ?? {}) : [];
        for (const [refusal, count] of counts as [Refusal, number][]) sums[refusal] = (sums[refusal] ?? 0) + count;
      }
      return sums;
    },
    told: event => lines.filter(line => line.event === event).length,
    async restart() {
      running.broker = await start(running.broker.port);
      return running.broker;
    },
    register: () => registerDevice(database),
    records: () => readRecords(streams.endpoint),
  };
}

async function registerDevice({ sql }: Database): Promise<TestDevice> {
  const secret = randomBytes(32).toString('base64url');
  const [row] = await sql<[{ id: string }]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position, credential_hash)
    values (${randomUUID()}, 'temperature', 'seoul-1', '{}', ${credentialHash(secret)})
    returning id`;
  return { id: row.id, secret };
}

async function readRecords(endpoint: string): Promise<readonly DeviceRecord[]> {
  const client = createKinesisClient('local', endpoint);
  const stream = { StreamName: 'sensor-data' };
  const { Shards = [] } = await client.send(new ListShardsCommand(stream));
  const shards = await Promise.all(
    Shards.map(async ({ ShardId }) => {
      const from = { ...stream, ShardId, ShardIteratorType: 'TRIM_HORIZON' as const };
      const { ShardIterator } = await client.send(new GetShardIteratorCommand(from));
      const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator }));
      return Records;
    }),
  );
  client.destroy();
  return shards.flat().map(({ Data, PartitionKey }) => {
    const record = deviceRecord.parse(JSON.parse(Buffer.from(Data!).toString()));
    expect(record.deviceId).toBe(PartitionKey);
    return record;
  });
}
