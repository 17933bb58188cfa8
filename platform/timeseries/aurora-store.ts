import type { Database } from '../db/database.ts';
import type { RawReading, TimeSeriesStore } from './time-series-store.ts';

interface Row extends Omit<RawReading, 'recordedAt' | 'reliabilityScore' | 'ambientConditions' | 'userPresence'> {
  readonly recorded_at: Date;
  readonly reliability_score: number | null;
  readonly ambient_conditions: RawReading['ambientConditions'];
  readonly user_presence: boolean | null;
}

/** Raw history in the readings that ingest has stored: by their index of device and time, in the months that are asked for. */
export function auroraStore({ reader }: Pick<Database, 'reader'>): TimeSeriesStore {
  return {
    async readLatest({ deviceId, type, from, to, limit }) {
      const rows = await reader<Row[]>`
        select recorded_at, value::float8 as value, unit, accuracy::float8 as accuracy,
          reliability_score::float8 as reliability_score, ambient_conditions, user_presence
        from sensor_readings
        where device_id = ${deviceId} and reading_type = ${type}
          and recorded_at >= ${new Date(from)} and recorded_at < ${new Date(to)}
        order by recorded_at desc limit ${limit}`;
      return rows.map(readingOf);
    },
  };
}

function readingOf({ recorded_at, reliability_score, ambient_conditions, user_presence, ...row }: Row): RawReading {
  return {
    ...row,
    recordedAt: recorded_at.getTime(),
    reliabilityScore: reliability_score,
    ambientConditions: ambient_conditions,
    userPresence: user_presence,
  };
}
