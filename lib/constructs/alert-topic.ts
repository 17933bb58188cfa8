import { CfnOutput } from 'aws-cdk-lib';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';

/**
 * Where alerts of devices are told to whoever subscribes: operators by e-mail, or a queue of theirs. Under AWS's key for SNS, which
 * functions of the account may use: there is nothing personal in an alert.
 */
export class AlertTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, stage: StageName) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      topicName: resourceName(stage, 'device-alerts'),
      masterKey: Alias.fromAliasName(this, 'Key', 'alias/aws/sns'),
      enforceSSL: true,
    });
    new CfnOutput(this, 'Arn', { value: this.topic.topicArn, description: 'Alerts of devices: subscribe to it' });
  }
}
