import { Cron } from 'croner';
import type { Domain, JobDeclaration, Schedule } from '../../platform/manifest/domain.ts';
import { type Pipeline, pipelinesOf } from '../../platform/pipelines/steps.ts';
import { runPipeline } from '../pipelines/run-pipeline.ts';
import { isLoggedFailure } from './failure.ts';
import { jobsOf, runJob } from './run-job.ts';

/** A job or a pipeline, and when it runs next. */
export interface ScheduledJob {
  readonly job: JobDeclaration | Pipeline;
  readonly at: Date;
}

/** Runs either once; a pipeline that waits to try again ends with the signal. */
type Run = (job: JobDeclaration | Pipeline, signal: AbortSignal) => Promise<unknown>;

export interface RunningJobs {
  next(): readonly ScheduledJob[];
  /** Starts no more, and lets those that run end. */
  stop(): Promise<void>;
}

/**
 * Runs the scheduled jobs and the pipelines at their times, and each once now, one after another: a machine that sleeps at
 * night would never run those of the night. One that still runs is not started again.
 */
export function startJobs(domains: readonly Domain[], run: Run = runEither): RunningJobs {
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const start = (job: JobDeclaration | Pipeline): Promise<void> => {
    const already = running.get(job.name);
    if (already) return already;
    const ended = run(job, stopping.signal)
      .then(() => {}, sayUnlessLogged)
      .finally(() => running.delete(job.name));
    running.set(job.name, ended);
    return ended;
  };

  const scheduled = [...jobsOf(domains), ...domains.flatMap(pipelinesOf)].filter(isScheduled);
  const crons = scheduled.map(job => {
    const { cron, timeZone } = job.schedule;
    return { job, cron: new Cron(cron, { mode: '5-part', timezone: timeZone, unref: true }, () => start(job)) };
  });

  const inTurn = async () => {
    for (const job of scheduled) if (!stopping.signal.aborted) await start(job);
  };
  void inTurn();

  return {
    next: () => crons.map(({ job, cron }) => ({ job, at: cron.nextRun()! })),
    stop: async () => {
      stopping.abort();
      for (const { cron } of crons) cron.stop();
      await Promise.all(running.values());
    },
  };
}

const runEither: Run = (job, signal) => ('steps' in job ? runPipeline(job, [], { signal }) : runJob(job));

function isScheduled<Job extends { readonly schedule?: Schedule }>(
  job: Job,
): job is Job & { readonly schedule: Schedule } {
  return job.schedule !== undefined;
}

function sayUnlessLogged(error: unknown): void {
  if (!isLoggedFailure(error)) console.error(error);
}
