import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDeclaration, AlarmMetric } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { httpFunctionName, resourceName } from '../names.ts';

type Statistic = AlarmDeclaration['statistic'];

/** A metric of a domain's HTTP function, Lambda's or ours, found by the function's name. */
export function functionMetric(
  stage: StageName,
  domain: string,
  metric: AlarmMetric | { readonly source: 'lambda'; readonly name: 'Invocations' | 'ConcurrentExecutions' },
  statistic: Statistic | 'maximum' | 'p50',
  period: Duration = Duration.minutes(5),
): Metric {
  const functionName = resourceName(stage, httpFunctionName(domain));
  return new Metric({
    namespace: metric.source === 'lambda' ? 'AWS/Lambda' : 'HEAL7',
    metricName: metric.name,
    dimensionsMap: metric.source === 'lambda' ? { FunctionName: functionName } : { function: functionName },
    statistic,
    period,
    label: `${domain} ${statistic}`,
  });
}
