import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from './embedded-metrics.ts';
import type { LoggableError } from './loggable-error.ts';

/** What a job did, in numbers: `{ made: 3 }`. Nothing in it is personal. */
export type JobCounts = Readonly<Record<string, number>>;

/** One run of a job, or a moment of it. */
export interface JobRecord {
  readonly function: string;
  readonly job: string;
  readonly requestId: string;
  readonly counts: JobCounts;
}

/** How a run ended. */
export interface JobEnd {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  /** Present: it failed. */
  readonly error?: LoggableError;
}

const METRICS = [
  /** Runs that ended well: what has not run has none. */
  { Name: 'job_runs', Unit: 'Count' },
  { Name: 'job_failures', Unit: 'Count' },
  { Name: 'job_duration', Unit: 'Milliseconds' },
];

/**
 * The run's one log line, which is its metrics too (CloudWatch embedded metric format).
 *
 * @param metrics of the job's own: a name for each of its counts that is one
 */
export function jobLine(
  { function: name, job, requestId, counts }: JobRecord,
  end: JobEnd,
  metrics: Readonly<Record<string, string>> = {},
): string {
  const failed = end.error !== undefined;
  const own = Object.entries(metrics).filter(([count]) => count in counts);
  const Metrics = [...METRICS, ...own.map(([, Name]) => ({ Name, Unit: 'Count' }))];
  return JSON.stringify({
    _aws: {
      Timestamp: end.at,
      CloudWatchMetrics: [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics }],
    },
    level: failed ? 'error' : 'info',
    function: name,
    job,
    requestId,
    job_runs: failed ? 0 : 1,
    job_failures: failed ? 1 : 0,
    job_duration: Math.round(end.durationMs * 1000) / 1000,
    ...Object.fromEntries(own.map(([count, metric]) => [metric, counts[count]])),
    counts,
    ...(failed && { error: end.error }),
  });
}

/** How far a run is: a line without metrics, for who waits for a long one. */
export function jobProgressLine({ function: name, job, requestId, counts }: JobRecord): string {
  return JSON.stringify({ level: 'info', function: name, job, requestId, progress: counts });
}
