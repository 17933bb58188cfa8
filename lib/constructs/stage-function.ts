import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Needs } from '../../platform/manifest/domain.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { resourceName } from '../names.ts';
import { stageLogGroup } from './log-group.ts';
import { environmentOf, grantNeeds, type Platform, placeOf } from './needs.ts';

export interface StageFunctionProps {
  readonly settings: Settings;
  /** After the stage: `saju-http`. */
  readonly name: string;
  /** What it does: `HTTP routes of saju`. */
  readonly description: string;
  readonly artifact: Artifact;
  readonly engine: lambda.ILayerVersion;
  /** Names the engine's build in the function's description. */
  readonly engineDigest: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly needs: Needs;
  /** What it is told beside where its needs are. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly platform: Platform;
  /** Where an event goes that all attempts have failed at. */
  readonly deadLetters?: IQueue;
}

/** A function as every one of ours is: Node 24 on arm64, the engine's layer, a log group of its own and little else it may do. */
export function stageFunction(scope: Construct, props: StageFunctionProps): lambda.Function {
  const { settings, artifact, engine, engineDigest, needs, platform, deadLetters } = props;
  const { network } = platform;
  const place = placeOf(needs, settings);
  const functionName = resourceName(settings.stage, props.name);
  const logs = stageLogGroup(scope, 'Logs', settings, `/aws/lambda/${functionName}`);
  // Not AWSLambdaBasicExecutionRole: that managed policy may write to every log group of the account.
  const role = new iam.Role(scope, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  logs.grantWrite(role);

  const made = new lambda.Function(scope, 'Function', {
    functionName,
    // The layer is referred to by a name that does not change with its content: without its digest here
    // a new engine would leave this template as it was, and the deployment would skip it.
    description: `${props.description}, engine ${engineDigest.slice(0, 12)}`,
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    code: lambda.Code.fromAsset(artifact.directory),
    handler: 'index.handler',
    layers: [engine],
    memorySize: props.memoryMb,
    timeout: Duration.seconds(props.timeoutSeconds),
    environment: {
      // Readable stacks in the one place that has real errors, for 5 ms of a cold start (measured: importing a
      // bundle of 114 kB takes 16 ms, 21 with its map) and nothing after it.
      NODE_OPTIONS: '--enable-source-maps',
      // Of the function and of the engine: either may change an answer.
      HEAL7_BUILD: artifact.digest.slice(0, 6) + engineDigest.slice(0, 6),
      ...environmentOf(needs, settings, platform),
      ...props.environment,
    },
    role,
    logGroup: logs,
    // Every line one JSON object, Lambda's own too, so that Logs Insights finds fields without patterns. Ours
    // are written to standard output as they are: metrics in them (EMF) are read only at the root of a line.
    loggingFormat: lambda.LoggingFormat.JSON,
    ...(place.inside && {
      vpc: network.vpc,
      vpcSubnets: network.subnetsOf(place.internet),
      securityGroups: [network.functions, ...(place.internet ? [network.outgoing] : [])],
    }),
    ...(deadLetters && { deadLetterQueue: deadLetters }),
  });
  grantNeeds(scope, role, needs, settings, platform);
  if (place.inside) made.node.addDependency(networkInterfaces(scope, role, functionName));
  return made;
}

/** Lets Lambda, as this role, put a function into a network. */
function networkInterfaces(scope: Construct, role: iam.IRole, functionName: string): iam.Policy {
  const actions = [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:UnassignPrivateIpAddresses',
  ];
  const functionArn = Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: functionName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const policy = new iam.Policy(scope, 'NetworkInterfaces', {
    roles: [role],
    statements: [
      new iam.PolicyStatement({ actions, resources: ['*'] }),
      // Lambda itself needs them; code in the function, which has the same role, never does.
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        actions,
        resources: ['*'],
        conditions: { ArnEquals: { 'lambda:SourceFunctionArn': functionArn } },
      }),
    ],
  });
  Validations.of(policy).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'Lambda makes its interfaces as this role and asks for these actions on all; code in the function is denied them.',
  });
  return policy;
}
