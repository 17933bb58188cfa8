import { Cron } from 'croner';
import { JobFailed } from '../../platform/jobs/job-function.ts';
import type { Domain, JobDeclaration } from '../../platform/manifest/domain.ts';
import { jobsOf, runJob } from './run-job.ts';

/** A job, and when it runs next. */
export interface ScheduledJob {
  readonly job: JobDeclaration;
  readonly at: Date;
}

export interface RunningJobs {
  next(): readonly ScheduledJob[];
  /** Starts no more, and lets those that run end. */
  stop(): Promise<void>;
}

/**
 * Runs the scheduled jobs at their times, and each once now, one after another: a machine that sleeps at night would
 * never run those of the night. A job that still runs is not started again.
 */
export function startJobs(
  domains: readonly Domain[],
  run: (job: JobDeclaration) => Promise<unknown> = runJob,
): RunningJobs {
  const running = new Map<string, Promise<void>>();
  const start = (job: JobDeclaration): Promise<void> => {
    const already = running.get(job.name);
    if (already) return already;
    const ended = run(job)
      .then(() => {}, sayUnlessLogged)
      .finally(() => running.delete(job.name));
    running.set(job.name, ended);
    return ended;
  };

  const scheduled = jobsOf(domains).filter(({ schedule }) => schedule !== undefined);
  const crons = scheduled.map(job => {
    const { cron, timeZone } = job.schedule!;
    return { job, cron: new Cron(cron, { mode: '5-part', timezone: timeZone, unref: true }, () => start(job)) };
  });

  let stopped = false;
  const inTurn = async () => {
    for (const job of scheduled) if (!stopped) await start(job);
  };
  void inTurn();

  return {
    next: () => crons.map(({ job, cron }) => ({ job, at: cron.nextRun()! })),
    stop: async () => {
      stopped = true;
      for (const { cron } of crons) cron.stop();
      await Promise.all(running.values());
    },
  };
}

/** A job's own failure has its line in the log; what else there is (its file cannot be read) has none. */
function sayUnlessLogged(error: unknown): void {
  if (!(error instanceof JobFailed)) console.error(error);
}
