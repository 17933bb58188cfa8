import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

const ID = 'GatewayLogs';

/** Fewer rights API Gateway does not accept: it looks whether the role has all of these. */
const POLICY = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs';

/**
 * The role by which API Gateway writes logs of WebSocket APIs: a setting of the whole account and region, without which a stage
 * that logs is refused (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html). HTTP APIs do without
 * it: their logs are delivered by CloudWatch.
 *
 * It outlives the stack, since logs of other APIs may go by it. A role that was set before is replaced: it could do nothing that
 * this one cannot.
 */
export class GatewayLogs extends Construct {
  /** The one of a stack, which whatever logs by it depends on. */
  static of(scope: Construct): GatewayLogs {
    const stack = Stack.of(scope);
    return (stack.node.tryFindChild(ID) as GatewayLogs | undefined) ?? new GatewayLogs(stack);
  }

  private constructor(stack: Stack) {
    super(stack, ID);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(POLICY)],
    });
    const account = new CfnAccount(this, 'Account', { cloudWatchRoleArn: role.roleArn });
    for (const resource of [role, account]) resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${POLICY}]`,
      reason: 'API Gateway asks for these rights to all logs of the account: it is one role for every API in it.',
    });
  }
}
