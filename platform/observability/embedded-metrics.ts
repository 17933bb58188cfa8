/** What every metric in a log line of ours has in common (CloudWatch embedded metric format). */
export const METRICS_NAMESPACE = 'HEAL7';

/** By function alone: each further set multiplies the metrics that are billed. The rest is counted in the log. */
export const METRICS_DIMENSIONS = [['function']];
