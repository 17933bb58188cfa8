import type { Database } from '../db/database.ts';
import type { JobCounts } from '../observability/job-log.ts';

/** What a job works with. */
interface JobDependencies {
  readonly now: () => Date;
  /** Each of its transactions waits for one of the same job that is open elsewhere: two runs never do a step at once. */
  readonly database: Database;
  /**
   * What it was told: `npm run job NAME -- ARGUMENT …`, `{"arguments": […]}` where deployed. A schedule tells nothing. They are
   * as many as the job declares, and of those that it declares (`checkArguments`).
   */
  readonly arguments: readonly string[];
  /** Tells how far the run is. */
  readonly progress: (counts: JobCounts) => void;
}

/**
 * The work of a job; gives what it did. Delivery repeats and runs are retried, so that a second run straight after the
 * first finds nothing to do.
 */
export type Job = (dependencies: JobDependencies) => Promise<JobCounts>;
