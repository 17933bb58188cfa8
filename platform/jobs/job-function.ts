import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { Database } from '../db/database.ts';
import { databaseFromEnvironment } from '../db/environment.ts';
import { type JobCounts, type JobRecord, jobLine, jobProgressLine } from '../observability/job-log.ts';
import { writeLog } from '../observability/log-sink.ts';
import { loggableError } from '../observability/loggable-error.ts';
import { type Stopwatch, stopwatch } from '../observability/stopwatch.ts';
import type { Job } from './job.ts';
import { checkArguments, type JobArgument } from './job-arguments.ts';
import { lockedDatabase } from './locked-database.ts';
import { UnusableArguments } from './unusable-arguments.ts';

export interface JobFunctionOptions {
  /** As declared: the `function` of its logs and metrics where Lambda gives it none. */
  readonly name: string;
  readonly run: Job;
  /** What it takes; nothing unless said. */
  readonly arguments?: readonly JobArgument[];
  /** Counts that are metrics too, for an alarm: by the names of these. */
  readonly metrics?: Readonly<Record<string, string>>;
  readonly database?: () => Database;
  readonly now?: () => Date;
  readonly stopwatch?: Stopwatch;
}

/** What a job is started with. A schedule sends an event of its own kind, without arguments. */
const jobEvent = z.object({ arguments: z.array(z.string().max(200)).max(20).default([]) });

/** A Lambda handler for whatever starts a job. Gives what the run did. */
export type JobHandler = (event: unknown, context: Pick<Context, 'awsRequestId'>) => Promise<JobCounts>;

/**
 * What a run throws that failed. Lambda logs whatever a handler throws, with its message and enumerable properties, and
 * messages quote data: ours says nothing, and the reason is the cause, which Lambda does not look at.
 */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';

  constructor(job: string, cause: unknown) {
    super(`${job} failed: the line above says where`, { cause });
  }
}

/**
 * A function for a job. Each run writes one line with its metrics; one that fails is logged without its message.
 * @throws JobFailed, so that Lambda tries again; UnusableArguments, as the job's, so that a pipeline does not.
 */
export function jobFunction(options: JobFunctionOptions): JobHandler {
  const {
    name,
    run,
    arguments: declared = [],
    metrics,
    database = databaseFromEnvironment,
    now = () => new Date(),
    stopwatch: start = stopwatch,
  } = options;
  // Deployed, the stage is in the name: `heal7-prod-operations-partitions-job`.
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? name;

  return async (event, { awsRequestId: requestId }) => {
    const record = (counts: JobCounts): JobRecord => ({ function: functionName, job: name, requestId, counts });
    const elapsed = start();
    const end = () => ({ at: now().getTime(), durationMs: elapsed() });
    try {
      const { arguments: given } = jobEvent.parse(event ?? {});
      await checkArguments(name, declared, given);
      const counts = await run({
        now,
        database: lockedDatabase(database(), name),
        arguments: given,
        progress: soFar => writeLog(jobProgressLine(record(soFar))),
      });
      writeLog(jobLine(record(counts), end(), metrics));
      return counts;
    } catch (error) {
      writeLog(jobLine(record({}), { ...end(), error: loggableError(error) }));
      throw error instanceof UnusableArguments ? error : new JobFailed(name, error);
    }
  };
}
