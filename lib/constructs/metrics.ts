import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDeclaration, AlarmMetric } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';

export type WatchedMetric =
  | AlarmMetric
  | { readonly source: 'lambda'; readonly name: 'Invocations' | 'ConcurrentExecutions' };
export type Statistic = AlarmDeclaration['statistic'] | 'p50' | 'maximum';

/** A metric of a function (`saju-http`), Lambda's or ours: both name the deployed function, which names the stage. */
export function functionMetric(
  stage: StageName,
  functionName: string,
  metric: WatchedMetric,
  statistic: Statistic,
  period = Duration.minutes(5),
): Metric {
  const [namespace, dimension] = metric.source === 'lambda' ? ['AWS/Lambda', 'FunctionName'] : ['HEAL7', 'function'];
  const dimensionsMap = { [dimension]: resourceName(stage, functionName) };
  const { name: metricName } = metric;
  return new Metric({ namespace, dimensionsMap, metricName, statistic, period, label: `${metricName} ${statistic}` });
}
