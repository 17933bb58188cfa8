import * as z from 'zod';
import { environment } from '../config/environment.ts';
import type { TimestreamTable } from './timestream-table.ts';

const name = z.string('is required').regex(/^[\w.-]{3,256}$/, 'must be a name of Timestream');

const settings = environment(
  z.object({
    /** Of its own: Seoul has no Timestream. */
    HEAL7_TIMESTREAM_REGION: z.string('is required').regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'must be a region'),
    HEAL7_TIMESTREAM_DATABASE: name,
    HEAL7_TIMESTREAM_TABLE: name,
  }),
);

/** @throws ConfigurationError naming every variable that is wrong */
export function timestreamTableFromEnvironment(): TimestreamTable & { readonly region: string } {
  const {
    HEAL7_TIMESTREAM_REGION: region,
    HEAL7_TIMESTREAM_DATABASE: database,
    HEAL7_TIMESTREAM_TABLE: table,
  } = settings();
  return { region, database, table };
}
