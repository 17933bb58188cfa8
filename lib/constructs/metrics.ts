import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDeclaration, AlarmMetric } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { httpFunctionName, resourceName } from '../names.ts';

type WatchedMetric = AlarmMetric | { readonly source: 'lambda'; readonly name: 'Invocations' | 'ConcurrentExecutions' };
type Statistic = AlarmDeclaration['statistic'] | 'p50' | 'maximum';

/** A metric of a domain's HTTP function, Lambda's or ours: both name the deployed function, which names the stage. */
export function functionMetric(
  stage: StageName,
  domain: string,
  metric: WatchedMetric,
  statistic: Statistic,
  period = Duration.minutes(5),
): Metric {
  const [namespace, dimension] = metric.source === 'lambda' ? ['AWS/Lambda', 'FunctionName'] : ['HEAL7', 'function'];
  const dimensionsMap = { [dimension]: resourceName(stage, httpFunctionName(domain)) };
  const { name: metricName } = metric;
  return new Metric({ namespace, dimensionsMap, metricName, statistic, period, label: `${metricName} ${statistic}` });
}
