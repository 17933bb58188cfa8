import { randomUUID } from 'node:crypto';
import { INGEST, ingest } from '../../../functions/iot/ingest/consumer.ts';
import { makePartitions } from '../../../functions/operations/partitions.ts';
import type { Database } from '../../../platform/db/database.ts';
import { markResent } from '../../../platform/events/resend-dead-letters.ts';
import type { BatchOutcome, StreamRecord } from '../../../platform/streams/stream-function.ts';

export const START = Date.parse('2026-05-03T01:00:00Z');
export const DAY = 86_400_000;

/** Ingest on a database, with a clock that is set by hand. */
export async function ingesting(database: Database) {
  const clock = { now: new Date(START) };
  await makePartitions(database.sql, clock.now);

  /** The function of one who works on a shard, perhaps beside others. */
  const worker = (through: Pick<Database, 'transaction'> = database) => {
    const process = ingest({ database: through, now: () => clock.now, hotWindowMs: 30 * DAY });
    return (records: readonly StreamRecord[], shard = 'shardId-000000000000'): Promise<BatchOutcome> =>
      process({ stream: 'sensor-data', shard, records });
  };

  async function device(columns: object = {}): Promise<string> {
    const [{ id }] = await database.sql<[{ id: string }]>`
      insert into iot_devices ${database.sql({
        device_serial: randomUUID(),
        device_type: 'multi',
        location_id: 'hall',
        installation_position: database.sql.json({}) as never,
        ...columns,
      })} returning id`;
    return id;
  }

  let sequence = 0;
  const numbered = (bytes: Uint8Array, partitionKey = 'device'): StreamRecord => ({
    bytes,
    sequenceNumber: String(++sequence).padStart(12, '0'),
    partitionKey,
  });

  function message(deviceId: string, payload: unknown, others: { kind?: 'status'; receivedAt?: number } = {}) {
    const { kind = 'readings', receivedAt = START } = others;
    const text = Buffer.from(JSON.stringify(payload)).toString('base64');
    return numbered(Buffer.from(JSON.stringify({ kind, deviceId, receivedAt, payload: text })), deviceId);
  }

  const letters = () => database.sql<
    { id: string; reason: string; state: string; record: string; error_code: string | null }[]
  >`
    select id, reason, state, convert_from(record, 'UTF8') as record, error_code from dead_letters
    where consumer = ${INGEST} order by sequence_number, reason`;

  /** Marks dead letters as sent again; gives the records that their stream then has. */
  async function resent(...ids: readonly string[]): Promise<readonly StreamRecord[]> {
    const marked = await database.transaction(async tx => {
      const each = [];
      for (const id of ids) each.push(...(await markResent(tx, id, clock.now)));
      return each;
    });
    return marked.map(({ data, partitionKey }) => numbered(data, partitionKey));
  }

  return { clock, worker, device, numbered, message, letters, resent };
}

/** A reading as a device sends it. */
export const reading = (changes: object = {}) => ({
  type: 'temperature',
  value: 21.5,
  unit: 'Cel',
  recordedAt: START,
  ...changes,
});

/** All that ingest keeps of readings, without when it was written. */
export async function keptOf({ sql }: Pick<Database, 'sql'>) {
  const [readings, minutes, hours, latest] = await Promise.all([
    sql`select device_id, reading_type, value::text, unit, accuracy::text, reliability_score::text, ambient_conditions,
          user_presence, recorded_at
        from sensor_readings order by device_id, reading_type, recorded_at`,
    sql`select device_id, reading_type, minute as start, reading_count::int as count, value_sum::text as sum,
          value_min::text as min, value_max::text as max
        from sensor_minute_aggregates order by device_id, reading_type, minute`,
    sql`select device_id, reading_type, hour as start, reading_count::int as count, value_sum::text as sum,
          value_min::text as min, value_max::text as max
        from sensor_hourly_aggregates order by device_id, reading_type, hour`,
    sql`select device_id, reading_type, value::text, recorded_at from sensor_latest order by device_id, reading_type`,
  ]);
  return { readings: [...readings], minutes: [...minutes], hours: [...hours], latest: [...latest] };
}
