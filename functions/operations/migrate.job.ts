import { ownerDatabaseFromEnvironment } from '../../platform/db/environment.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { migrateDatabase } from './migrate.ts';

export const handler = jobFunction({ name: 'migrate', run: migrateDatabase, database: ownerDatabaseFromEnvironment });
