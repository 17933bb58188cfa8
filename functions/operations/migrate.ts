import { existsSync } from 'node:fs';
import { loadReferenceData } from '../../db/reference-data.ts';
import { letAppSignIn } from '../../platform/db/app-role.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { makePartitions } from './partitions.ts';

/** Beside the bundle where deployed (the declaration's `folders`), else in the repository. */
const bundled = new URL('./db/migrations/', import.meta.url);
const folder = existsSync(bundled) ? bundled : new URL('../../db/migrations/', import.meta.url);

/**
 * Brings the database to the schema and the reference data of this version, with partitions for rows of today, and lets functions
 * in.
 */
export const migrateDatabase: Job = async ({ now, database, progress }) => {
  const migrated = await migrate(database, await readMigrations(folder), ({ version }) => progress({ version }));
  await makePartitions(database.sql, now());
  await letAppSignIn(database.sql);
  const filled = await loadReferenceData(database);
  return { migrations: migrated.length, tables: filled.length };
};
