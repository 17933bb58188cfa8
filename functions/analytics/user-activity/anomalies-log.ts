import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from '../../../platform/observability/embedded-metrics.ts';

const DIRECTIVE = [
  {
    Namespace: METRICS_NAMESPACE,
    Dimensions: METRICS_DIMENSIONS,
    Metrics: [{ Name: 'activity_anomalies', Unit: 'Count' }],
  },
];

/** How many sessions something is newly amiss in: a line that is its metric too (CloudWatch embedded metric format). */
export function anomaliesLine(count: number, now: Date): string {
  return JSON.stringify({
    _aws: { Timestamp: now.getTime(), CloudWatchMetrics: DIRECTIVE },
    level: 'warn',
    function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'user-activity',
    activity_anomalies: count,
  });
}
