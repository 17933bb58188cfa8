import { randomUUID } from 'node:crypto';
import { alertEvents, alertStream } from '../../../functions/iot/events.ts';
import { INGEST, ingest } from '../../../functions/iot/ingest/consumer.ts';
import type { Thresholds } from '../../../functions/iot/readings/payload.ts';
import { readingTypes } from '../../../functions/iot/readings/reading-types.ts';
import { makePartitions } from '../../../functions/operations/partitions.ts';
import type { Database } from '../../../platform/db/database.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';

const START = Date.parse('2026-05-03T01:00:00Z');

const PLACE = 'seoul-1f-tea';

/** So many seconds after the start. */
export const at = (seconds: number) => START + Math.round(seconds * 1000);

/** Devices whose messages are taken as ingest takes them, and the alerts that come of it. */
export async function alerting(database: Database) {
  await makePartitions(database.sql, new Date(START));
  const clock = { now: new Date(START) };
  const process = ingest({ database, now: () => clock.now, hotWindowMs: 30 * 86_400_000 });

  async function device(
    columns: { readonly thresholds?: Thresholds; readonly interval?: number; readonly locationId?: string } = {},
  ): Promise<string> {
    const { thresholds = {}, interval = 10, locationId = PLACE } = columns;
    const id = randomUUID();
    await database.sql`
      insert into iot_devices ${database.sql({
        ...{ id, device_serial: id, device_type: 'multi', location_id: locationId },
        installation_position: database.sql.json({}) as never,
        sampling_interval_seconds: interval,
        alert_thresholds: database.sql.json(thresholds as never) as never,
      })}`;
    return id;
  }

  let sequence = 0;
  function record(deviceId: string, kind: 'readings' | 'status', receivedAt: number, payload: unknown): StreamRecord {
    const message = { kind, deviceId, receivedAt, payload: Buffer.from(JSON.stringify(payload)).toString('base64') };
    return {
      bytes: Buffer.from(JSON.stringify(message)),
      sequenceNumber: `${++sequence}`,
      partitionKey: deviceId,
    };
  }

  /** A message with readings of a type: seconds after the start, and values. */
  function readings(
    deviceId: string,
    measured: readonly (readonly [seconds: number, value: number])[],
    type: keyof typeof readingTypes = 'temperature',
  ): StreamRecord {
    const payload = measured.map(([seconds, value]) => ({
      ...{ type, value, unit: readingTypes[type].unit },
      recordedAt: at(seconds),
    }));
    return record(deviceId, 'readings', Math.max(...payload.map(({ recordedAt }) => recordedAt)) + 50, payload);
  }

  const status = (deviceId: string, seconds: number, said: object = {}) =>
    record(deviceId, 'status', at(seconds), { sentAt: at(seconds), ...said });

  /** Delivers a batch, as of its newest record. */
  async function deliver(...records: readonly StreamRecord[]): Promise<void> {
    const { stopped } = await process({ stream: 'sensor-data', shard: 'shardId-000000000000', records });
    if (stopped !== undefined) throw stopped.error;
  }

  interface FoundAlert {
    readonly id: string;
    readonly kind: string;
    readonly opened_at: Date;
    readonly cleared_at: Date | null;
    readonly clear_reason: string | null;
    readonly breaches: number | null;
  }

  /** Alerts of a device, in the order in which they were opened, with the types of their events. */
  async function alertsOf(deviceId: string) {
    const rows = await database.sql<FoundAlert[]>`
      select id, kind, opened_at, cleared_at, clear_reason, breaches from sensor_alerts
      where device_id = ${deviceId} order by opened_at, kind`;
    return Promise.all(
      rows.map(async ({ id, kind, opened_at, cleared_at, clear_reason, breaches }) => ({
        ...{ id, kind, breaches, reason: clear_reason },
        opened: (opened_at.getTime() - START) / 1000,
        cleared: cleared_at && (cleared_at.getTime() - START) / 1000,
        events: (await readStream(database.sql, alertStream(id), alertEvents)).map(({ type }) => type),
      })),
    );
  }

  return { clock, device, readings, status, deliver, alertsOf, consumer: INGEST };
}
