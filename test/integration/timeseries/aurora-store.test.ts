import { beforeAll } from 'vitest';
import { auroraStore } from '../../../platform/timeseries/aurora-store.ts';
import { testDatabase } from '../database.ts';
import { insertReadings } from './sensor-readings.ts';
import { testStore } from './store-suite.ts';

const { database, owner } = await testDatabase();

beforeAll(async () => {
  await owner.sql`select ensure_partitions('2026-04-01', '2026-05-31')`;
});

testStore({ store: auroraStore(database), put: readings => insertReadings(database, readings) });
