import { Aws, Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDeclaration, AlarmMetric } from '../../platform/manifest/domain.ts';
import { METRICS_NAMESPACE } from '../../platform/observability/embedded-metrics.ts';
import type { StageName } from '../config.ts';
import { givenUpQueueName, resourceName } from '../names.ts';

export type WatchedMetric =
  | Exclude<AlarmMetric, { readonly source: 'batches' }>
  | { readonly source: 'lambda'; readonly name: 'Invocations' | 'ConcurrentExecutions' }
  | { readonly source: 'states'; readonly name: ExecutionMetricName };
export type ExecutionMetricName = Extract<AlarmMetric, { readonly source: 'states' }>['name'] | 'ExecutionTime';
export type Statistic = AlarmDeclaration['statistic'] | 'p50';

/** Where a source keeps its metrics, and how it names there what is deployed. */
interface Place {
  readonly namespace: string;
  readonly dimensions: (deployed: string) => Record<string, string>;
}

const ours: Place = { namespace: METRICS_NAMESPACE, dimensions: deployed => ({ function: deployed }) };

const PLACES: Readonly<Record<WatchedMetric['source'], Place>> = {
  lambda: { namespace: 'AWS/Lambda', dimensions: deployed => ({ FunctionName: deployed }) },
  sqs: { namespace: 'AWS/SQS', dimensions: deployed => ({ QueueName: givenUpQueueName(deployed) }) },
  states: { namespace: 'AWS/States', dimensions: deployed => ({ StateMachineArn: stateMachineArn(deployed) }) },
  heal7: ours,
  problems: ours,
};

/**
 * A metric of what is deployed under a name: of a function (`saju-http`), or of a pipeline's state machine. All of them name
 * the stage with it.
 */
export function deployedMetric(
  stage: StageName,
  name: string,
  metric: WatchedMetric,
  statistic: Statistic,
  period = Duration.minutes(5),
): Metric {
  const { namespace, dimensions } = PLACES[metric.source];
  const dimensionsMap = dimensions(resourceName(stage, name));
  const { name: metricName } = metric;
  return new Metric({ namespace, dimensionsMap, metricName, statistic, period, label: `${metricName} ${statistic}` });
}

/** What an alarm of that function or pipeline watches. */
export function alarmMetric(stage: StageName, name: string, alarm: AlarmDeclaration): IMetric {
  const { metric, statistic, periodMinutes } = alarm;
  const period = Duration.minutes(periodMinutes);
  if (metric.source === 'batches') return failedBatches(stage, name, period);
  return deployedMetric(stage, name, metric, statistic, period);
}

/** Batches that a function answered as not done, and those at which it crashed or ran out of time: it says nothing then. */
export function failedBatches(stage: StageName, functionName: string, period = Duration.minutes(5)): IMetric {
  // A graph of several functions needs their metrics by different names.
  const id = functionName.replaceAll('-', '_');
  return new MathExpression({
    expression: `FILL(${id}_undone, 0) + FILL(${id}_crashed, 0)`,
    label: `${functionName}: failed`,
    usingMetrics: {
      [`${id}_undone`]: deployedMetric(
        stage,
        functionName,
        { source: 'heal7', name: 'stream_failures' },
        'sum',
        period,
      ),
      [`${id}_crashed`]: deployedMetric(stage, functionName, { source: 'lambda', name: 'Errors' }, 'sum', period),
    },
    period,
  });
}

/** By its name, since the dashboard comes before the state machine. */
function stateMachineArn(deployed: string): string {
  return `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${deployed}`;
}
