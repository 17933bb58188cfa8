import * as z from 'zod';
import { environment } from '../config/environment.ts';

export const timeSeriesSetting = environment(
  z.object({
    /** Where raw history is read: in Aurora's hot window, or in Timestream. */
    HEAL7_TIMESERIES: z.enum(['aurora', 'timestream'], 'must be aurora or timestream').default('aurora'),
  }),
);

/** Days for which PostgreSQL keeps raw readings: alone, and beside Timestream, which keeps them for years. */
const DAYS = { aurora: 30, timestream: 2 };

/**
 * Days for which PostgreSQL keeps raw readings here: older ones are too late for ingest.
 * @throws ConfigurationError
 */
export function hotWindowDays(): number {
  return DAYS[timeSeriesSetting().HEAL7_TIMESERIES];
}
