import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDeclaration, AlarmMetric } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { httpFunctionName, resourceName } from '../names.ts';

type WatchedMetric = AlarmMetric | { readonly source: 'lambda'; readonly name: 'Invocations' | 'ConcurrentExecutions' };
type Statistic = AlarmDeclaration['statistic'] | 'p50' | 'maximum';

/**
 * A metric of a domain's HTTP function: Lambda's, by the function's name, or ours, by the domain's name.
 * Ours do not name the stage: stages in one account would add up, so each has an account of its own.
 */
export function functionMetric(
  stage: StageName,
  domain: string,
  metric: WatchedMetric,
  statistic: Statistic,
  period = Duration.minutes(5),
): Metric {
  const of: Pick<Metric, 'namespace'> & { dimensionsMap: Record<string, string> } =
    metric.source === 'lambda'
      ? { namespace: 'AWS/Lambda', dimensionsMap: { FunctionName: resourceName(stage, httpFunctionName(domain)) } }
      : { namespace: 'HEAL7', dimensionsMap: { function: domain } };
  return new Metric({ ...of, metricName: metric.name, statistic, period, label: `${metric.name} ${statistic}` });
}
