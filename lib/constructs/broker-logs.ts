import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnLogging } from 'aws-cdk-lib/aws-iot';
import { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { stageLogGroup } from './log-group.ts';

/** IoT Core's own name, the same in every account. */
const LOG_GROUP = 'AWSIotLogsV2';

/**
 * What IoT Core refuses and what fails in it. A line has device, topic and address, and none of the message: addresses are of places that we
 * run, and of whoever tries to get in.
 */
export class BrokerLogs extends Construct {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const stack = Stack.of(this);
    // Made before IoT Core does, whose own would keep lines for ever.
    const logs = stageLogGroup(this, 'Logs', settings, LOG_GROUP);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('iot.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    });
    // AWS's own policy for it (AWSIoTLogging) has the first too: IoT Core may ask for its group before it writes.
    logs.grant(role, 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents');
    new CfnLogging(this, 'Logging', {
      accountId: stack.account,
      // A line for each message would cost more than the message.
      defaultLogLevel: 'ERROR',
      roleArn: role.roleArn,
    });
  }
}
