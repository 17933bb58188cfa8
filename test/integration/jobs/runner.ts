import type { Database } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import type { JobArgument } from '../../../platform/jobs/job-arguments.ts';
import { jobFunction } from '../../../platform/jobs/job-function.ts';
import type { JobCounts } from '../../../platform/observability/job-log.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';

/** Runs jobs on a database as their functions do, at instants that are given; their lines go nowhere. */
export function runnerOn(database: () => Database) {
  logTo(() => {});
  return (
    run: Job,
    now: Date,
    name = 'test',
    args: readonly string[] = [],
    declared: readonly JobArgument[] = [],
  ): Promise<JobCounts> =>
    jobFunction({ name, run, arguments: declared, database, now: () => now })(
      { arguments: args },
      { awsRequestId: 'test' },
    );
}
