import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import type { ReadingInput } from '../../functions/iot/readings/payload.ts';
import type { Database } from '../../platform/db/database.ts';
import type { DeviceRecord } from '../../platform/mqtt/device-record.ts';

/**
 * What ingest is at first sight: rows are kept once, by their key, and the aggregates and the latest value take whatever is
 * delivered.
 */
export async function countAllDelivered(
  database: Database,
  { Records: records }: KinesisStreamEvent,
): Promise<KinesisStreamBatchResponse> {
  const readings = records.flatMap(({ kinesis }) => {
    const { deviceId, payload } = JSON.parse(Buffer.from(kinesis.data, 'base64').toString()) as DeviceRecord;
    const sent = JSON.parse(Buffer.from(payload, 'base64').toString()) as ReadingInput | readonly ReadingInput[];
    return [sent].flat().map(reading => ({ ...reading, deviceId }));
  });
  await database.transaction(async tx => {
    await tx`
      create temporary table delivered on commit drop as
      select "deviceId" as device_id, type as reading_type, value, unit, accuracy,
        "ambientConditions" as ambient_conditions, "userPresence" as user_presence,
        to_timestamp("recordedAt" / 1000.0)::timestamptz(3) as recorded_at
      from jsonb_to_recordset(${tx.json(readings as never)}) as readings (
        "deviceId" uuid, type text, value numeric, unit text, accuracy numeric, "ambientConditions" jsonb,
        "userPresence" boolean, "recordedAt" bigint
      )`;
    await tx`
      insert into sensor_readings (
        device_id, reading_type, value, unit, accuracy, ambient_conditions, user_presence, recorded_at
      )
      select * from delivered on conflict do nothing`;
    for (const [table, unit] of [
      ['sensor_minute_aggregates', 'minute'],
      ['sensor_hourly_aggregates', 'hour'],
    ] as const) {
      await tx`
        insert into ${tx(table)} as kept (device_id, reading_type, ${tx(unit)}, reading_count, value_sum, value_min, value_max)
        select device_id, reading_type, date_trunc(${unit}, recorded_at, 'UTC'), count(*), sum(value), min(value), max(value)
        from delivered group by 1, 2, 3
        order by 1, 2, 3
        on conflict (device_id, reading_type, ${tx(unit)}) do update set
          reading_count = kept.reading_count + excluded.reading_count, value_sum = kept.value_sum + excluded.value_sum,
          value_min = least(kept.value_min, excluded.value_min), value_max = greatest(kept.value_max, excluded.value_max)`;
    }
    await tx`
      insert into sensor_latest (device_id, reading_type, value, unit, reliability_score, recorded_at, received_at)
      select distinct on (device_id, reading_type)
        device_id, reading_type, value, unit, 1, recorded_at, recorded_at
      from delivered order by device_id, reading_type, recorded_at desc
      on conflict (device_id, reading_type) do update set
        value = excluded.value, recorded_at = excluded.recorded_at, received_at = excluded.received_at`;
  });
  return { batchItemFailures: [] };
}
