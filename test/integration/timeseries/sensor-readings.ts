import type { Database } from '../../../platform/db/database.ts';
import type { ArchivedReading } from '../../../platform/timeseries/timestream-record.ts';

/** Puts readings into the database, each once, with their devices. */
export async function insertReadings({ sql }: Database, readings: readonly ArchivedReading[]): Promise<void> {
  const rows = readings.map(({ deviceId, recordedAt, ...reading }) => ({
    device_id: deviceId,
    recorded_at: new Date(recordedAt).toISOString(),
    reading_type: reading.type,
    value: reading.value,
    unit: reading.unit,
    accuracy: reading.accuracy,
    reliability_score: reading.reliabilityScore,
    ambient_conditions: reading.ambientConditions,
    user_presence: reading.userPresence,
  }));
  await insertDevices({ sql }, [...new Set(readings.map(({ deviceId }) => deviceId))]);
  await sql`
    insert into sensor_readings (device_id, recorded_at, reading_type, value, unit, accuracy, reliability_score,
      ambient_conditions, user_presence)
    select device_id, recorded_at, reading_type, value, unit, accuracy, reliability_score, ambient_conditions, user_presence
    from jsonb_populate_recordset(null::sensor_readings, ${sql.json(rows as never)}) with ordinality
    order by ordinality
    on conflict do nothing`;
}

/** Registers devices that measure everything, at a place. */
export async function insertDevices(
  { sql }: Pick<Database, 'sql'>,
  ids: readonly string[],
  { locationId = 'seoul-1f-tea', type = 'multi' } = {},
): Promise<void> {
  await sql`
    insert into iot_devices (id, device_serial, device_type, location_id, installation_position)
    select id, id, ${type}, ${locationId}, '{}' from unnest(${[...ids]}::uuid[]) as id
    on conflict do nothing`;
}
