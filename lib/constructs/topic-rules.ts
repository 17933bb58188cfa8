import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type TopicRule, topicRuleName } from '../../platform/mqtt/topic-rule.ts';
import type { Settings } from '../config.ts';
import { resourceName, undeliveredQueueName } from '../names.ts';
import type { StreamsStack } from '../stacks/streams-stack.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { throughKinesis } from './needs.ts';

export interface TopicRulesProps {
  readonly settings: Settings;
  readonly rules: readonly TopicRule[];
  readonly streams: StreamsStack;
}

/**
 * The rules that put devices' messages into streams. A device hears that its message was taken when the rule has it, not when the stream
 * has: what the stream refuses is kept in a queue, whole (docs/runbook.md#devices-undelivered).
 */
export class TopicRules extends Construct {
  constructor(scope: Construct, id: string, { settings, rules, streams }: TopicRulesProps) {
    super(scope, id);
    const undelivered = deadLetterQueue(this, 'Undelivered', undeliveredQueueName(settings.stage));
    for (const rule of rules) this.add(rule, settings, streams, undelivered);
  }

  private add(rule: TopicRule, settings: Settings, streams: StreamsStack, undelivered: IQueue): void {
    const { kind, stream, purpose } = rule;
    const ruleName = topicRuleName(settings.stage, kind);
    const role = this.role(rule, ruleName, settings, streams, undelivered);
    new CfnTopicRule(this, kind, {
      ruleName,
      topicRulePayload: {
        description: purpose,
        awsIotSqlVersion: '2016-03-23',
        sql: topicRuleSql(rule),
        actions: [
          {
            kinesis: {
              streamName: resourceName(settings.stage, stream),
              // The device: what it sends stays in its order.
              partitionKey: DEVICE,
              roleArn: role.roleArn,
            },
          },
        ],
        errorAction: { sqs: { queueUrl: undelivered.queueUrl, useBase64: false, roleArn: role.roleArn } },
      },
    });
  }

  /** What IoT Core may do for this rule. */
  private role(rule: TopicRule, ruleName: string, settings: Settings, streams: StreamsStack, undelivered: IQueue) {
    const stack = Stack.of(this);
    const arn = stack.formatArn({ service: 'iot', resource: 'rule', resourceName: ruleName });
    const statements = [
      { actions: ['kinesis:PutRecord'], resources: [streams.named(rule.stream).arn] },
      { actions: ['kms:GenerateDataKey'], resources: [streams.key.keyArn], conditions: throughKinesis(settings) },
      { actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] },
    ];
    return new iam.Role(this, `${rule.kind}-role`, {
      assumedBy: new iam.ServicePrincipal('iot.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnEquals: { 'aws:SourceArn': arn } },
      }),
      inlinePolicies: {
        Deliver: new iam.PolicyDocument({ statements: statements.map(each => new iam.PolicyStatement(each)) }),
      },
    });
  }
}

/** The second level of a topic, which by Basic Ingest too is counted without `$aws/rules/RULE`. */
const DEVICE = '$' + '{topic(2)}';

/** Makes a `DeviceRecord` of a message, whatever its bytes are. */
function topicRuleSql({ kind, topics }: TopicRule): string {
  return `SELECT '${kind}' AS kind, topic(2) AS deviceId, timestamp() AS receivedAt, encode(*, 'base64') AS payload FROM '${topics}'`;
}
