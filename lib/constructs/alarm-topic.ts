import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Settings } from '../config.ts';

/** Where every alarm is told: encrypted, and open to this account's CloudWatch alarms alone. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { alarmEmail }: Settings) {
    super(scope, id);
    const stack = Stack.of(this);
    const alarms = stack.formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const cloudWatch = new iam.ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': alarms } },
    });

    // A key of our own: CloudWatch may not use AWS's `aws/sns`, and alarms would be lost without a word.
    const key = new Key(this, 'Key', {
      description: 'Alarms of HEAL7 on their way to people',
      enableKeyRotation: true,
      // It encrypts what is on its way and nothing that is kept, so that nothing is lost with it.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.grant(cloudWatch, 'kms:Decrypt', 'kms:GenerateDataKey*');

    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    // `enforceSSL` gives the topic a policy, in place of the one by which anything in the account may publish.
    this.topic.grantPublish(cloudWatch);
    if (alarmEmail) this.topic.addSubscription(new EmailSubscription(alarmEmail));
  }
}
