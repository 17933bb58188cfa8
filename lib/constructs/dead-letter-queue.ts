import { Duration, Validations } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** A queue of what could not be done, kept for two weeks: the longest that SQS keeps anything. */
export function deadLetterQueue(scope: Construct, id: string, queueName?: string): sqs.Queue {
  const queue = new sqs.Queue(scope, id, {
    ...(queueName && { queueName }),
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is the queue of what could not be done.',
  });
  return queue;
}
