import { Duration } from 'aws-cdk-lib';
import { type MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type TopicRule, topicRuleName } from '../../platform/mqtt/topic-rule.ts';
import type { StageName } from '../config.ts';
import { undeliveredQueueName } from '../names.ts';
import { querySum } from './query-metric.ts';

/** What IoT Core counts of a rule's actions: messages put into the stream; not put; nor kept in the queue. */
export type RuleMetricName = 'Success' | 'Failure' | 'ErrorActionFailure';

export function ruleMetric(stage: StageName, { kind }: TopicRule, metricName: RuleMetricName): MathExpression {
  return querySum('AWS/IoT', metricName, `RuleName = '${topicRuleName(stage, kind)}'`).with({ label: kind });
}

/** What IoT Core counts of all devices of the account in the region: it knows no stages. */
export type BrokerMetricName =
  | 'Connect.Success'
  | 'Connect.AuthError'
  | 'Connect.Throttle'
  | 'PublishIn.AuthError'
  | 'PublishIn.Throttle'
  | 'RuleNotFound';

export function brokerMetric(metricName: BrokerMetricName): MathExpression {
  return querySum('AWS/IoT', metricName);
}

/** In the queue of messages that were not put into the stream. */
export function undeliveredMessages(stage: StageName): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: undeliveredQueueName(stage) },
    statistic: 'maximum',
    period: Duration.minutes(5),
    label: 'undelivered',
  });
}
