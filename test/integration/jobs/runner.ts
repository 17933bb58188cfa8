import type { Database } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { jobFunction } from '../../../platform/jobs/job-function.ts';
import type { JobCounts } from '../../../platform/observability/job-log.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';

/** Runs jobs on a database as their functions do, at instants that are given; their lines go nowhere. */
export function runnerOn(database: () => Database) {
  logTo(() => {});
  return (run: Job, now: Date, name = 'test', args: readonly string[] = []): Promise<JobCounts> =>
    jobFunction({ name, run, database, now: () => now })({ arguments: args }, { awsRequestId: 'test' });
}
