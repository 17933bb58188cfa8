import type { Database } from '../db/database.ts';
import { auroraStore } from './aurora-store.ts';
import { timeSeriesSetting } from './hot-window.ts';
import { createQueryClient } from './query-client.ts';
import type { TimeSeriesStore } from './time-series-store.ts';
import { timestreamTableFromEnvironment } from './timestream-environment.ts';
import { timestreamStore } from './timestream-store.ts';

/**
 * The store that the environment names.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function timeSeriesStoreFromEnvironment(database: Pick<Database, 'reader'>): TimeSeriesStore {
  if (timeSeriesSetting().HEAL7_TIMESERIES === 'aurora') return auroraStore(database);
  const { region, ...table } = timestreamTableFromEnvironment();
  return timestreamStore({ client: createQueryClient(region), table });
}
