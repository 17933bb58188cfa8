import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ProblemMetric } from '../../platform/manifest/domain.ts';
import { METRICS_NAMESPACE } from '../../platform/observability/embedded-metrics.ts';

/** Where a line names the error that was our fault, and its cause. */
const ERRORS = ['$.problem.error', '$.problem.error.cause'];

/** Counts, from a function's log lines, those that tell of a problem: a metric by function, as ours are. */
export function countProblems(scope: Construct, logGroup: ILogGroup, metric: ProblemMetric): MetricFilter {
  const { name, codes = [], errors = [] } = metric;
  const terms = [
    ...codes.map(code => `$.problem.code = "${code}"`),
    ...errors.flatMap(error => ERRORS.map(path => `$.problem.code = "internal_error" && ${path}.name = "${error}"`)),
  ];
  return new MetricFilter(scope, `count-${name}`, {
    logGroup,
    filterPattern: FilterPattern.literal(`{ ${terms.map(term => `(${term})`).join(' || ')} }`),
    metricNamespace: METRICS_NAMESPACE,
    metricName: name,
    metricValue: '1',
    // What the line says of itself: the function as it is deployed.
    dimensions: { function: '$.function' },
  });
}
