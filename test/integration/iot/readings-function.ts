import { randomUUID } from 'node:crypto';
import { readingOperations } from '../../../functions/iot/readings/operations.ts';
import { readingRoutes } from '../../../functions/iot/readings/routes.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { auroraStore } from '../../../platform/timeseries/aurora-store.ts';
import type { TimeSeriesStore } from '../../../platform/timeseries/time-series-store.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';
import { insertDevices } from '../timeseries/sensor-readings.ts';

/** The reads of readings, as an operator calls them. */
export async function readingsFunction() {
  const test = await testDatabase();
  const { database } = test;
  const clock = { now: new Date('2026-05-03T01:02:03.456Z') };
  logTo(() => {});
  const http = {
    entry: '',
    operations: readingOperations,
    fallback: true,
    memoryMb: 128,
    timeoutSeconds: 1,
  } as const;
  const document = await openApiDocument({ operations: readingOperations, version: '1.0.0' });

  /** The function with another history. */
  function functionWith(timeSeries: TimeSeriesStore): Client {
    const handler = httpFunction({
      name: 'iot',
      release: '1',
      now: () => clock.now,
      routes: readingRoutes({ database, timeSeries }),
      authenticate: async () => ({ kind: 'user', userId: 'u', sessionId: 's', roles: ['operator'] }),
    });
    return clientOf(
      [{ domain: { name: 'iot', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
      document,
    );
  }
  /** A device that measures everything, unless said. */
  async function device(other: Parameters<typeof insertDevices>[2] = {}): Promise<string> {
    const id = randomUUID();
    await insertDevices(database, [id], other);
    return id;
  }

  /** The aggregate of a minute or hour of a device. */
  async function aggregate(
    deviceId: string,
    resolution: '1m' | '1h',
    start: number,
    values: readonly number[],
    type = 'temperature',
  ): Promise<void> {
    const [table, column] =
      resolution === '1m' ? ['sensor_minute_aggregates', 'minute'] : ['sensor_hourly_aggregates', 'hour'];
    const { sql } = database;
    await sql`
      insert into ${sql(table!)} (device_id, reading_type, ${sql(column!)}, reading_count, value_sum, value_min, value_max)
      select ${deviceId}, ${type}, ${new Date(start)}, count(*), sum(value), min(value), max(value)
      from unnest(${values.map(String)}::text[]) as text, lateral (select text::numeric as value) as each`;
  }

  /** What a device measured last of a type. */
  async function latest(deviceId: string, type: string, value: number, at: number): Promise<void> {
    await database.sql`
      insert into sensor_latest (device_id, reading_type, value, unit, reliability_score, user_presence, recorded_at, received_at)
      values (${deviceId}, ${type}, ${value}, 'Cel', 0.75, null, ${new Date(at)}, ${new Date(at + 40)})`;
  }

  return { ...test, clock, functionWith, call: functionWith(auroraStore(database)), device, aggregate, latest };
}
