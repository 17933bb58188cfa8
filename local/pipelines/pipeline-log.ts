import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from '../../platform/observability/embedded-metrics.ts';

/** One execution of a pipeline. */
export interface ExecutionRecord {
  readonly pipeline: string;
  readonly execution: string;
}

/** An attempt at a step, which begins. */
export interface Attempt {
  readonly step: string;
  /** From 1, of how many. */
  readonly position: number;
  readonly steps: number;
  /** From 1. */
  readonly attempt: number;
  /** Present: it begins in so many seconds. */
  readonly waitSeconds?: number;
}

/** How an execution ended. */
export interface ExecutionEnd {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  /** Present: this step failed for good. */
  readonly failedStep?: string;
}

/** What Step Functions counts by itself where deployed (`ExecutionsSucceeded`, `ExecutionsFailed`, `ExecutionTime`). */
const METRICS = [
  { Name: 'pipeline_runs', Unit: 'Count' },
  { Name: 'pipeline_failures', Unit: 'Count' },
  { Name: 'pipeline_duration', Unit: 'Milliseconds' },
];
const DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: METRICS }];

/** How far an execution is: a line without metrics. */
export function stepLine({ pipeline, execution }: ExecutionRecord, attempt: Attempt): string {
  return JSON.stringify({ level: 'info', pipeline, execution, ...attempt });
}

/** An execution's last line, which is its metrics too (CloudWatch embedded metric format). */
export function executionLine({ pipeline, execution }: ExecutionRecord, end: ExecutionEnd): string {
  const failed = end.failedStep !== undefined;
  return JSON.stringify({
    _aws: { Timestamp: end.at, CloudWatchMetrics: DIRECTIVE },
    level: failed ? 'error' : 'info',
    function: pipeline,
    pipeline,
    execution,
    pipeline_runs: failed ? 0 : 1,
    pipeline_failures: failed ? 1 : 0,
    pipeline_duration: Math.round(end.durationMs * 1000) / 1000,
    ...(failed && { failedStep: end.failedStep }),
  });
}
