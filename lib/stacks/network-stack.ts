import { Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { stageLogGroup } from '../constructs/log-group.ts';
import { resourceName } from '../names.ts';

export const POSTGRES_PORT = 5432;

/**
 * Where the database lives, and the functions that use it: two zones, and no way to the internet or back.
 *
 * No interface endpoint (9.50 USD a month in each zone): the proxy asks Secrets Manager by itself, its tokens are signed in
 * the function, and logs leave Lambda outside of the network. DynamoDB has a gateway endpoint, which costs nothing.
 */
export class NetworkStack extends Stack {
  readonly vpc: ec2.Vpc;
  /** Of functions: they reach the proxy and nothing else. */
  readonly functions: ec2.SecurityGroup;
  /** Of the proxy: reached by the functions, reaches the database. */
  readonly proxy: ec2.SecurityGroup;
  /** Of the database: reached by the proxy. */
  readonly database: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      vpcName: resourceName(settings.stage, 'vpc'),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 20 }],
      gatewayEndpoints: { DynamoDb: { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB } },
      flowLogs: {
        Refused: {
          // What the security groups let pass is the proxy's and the database's to log.
          trafficType: ec2.FlowLogTrafficType.REJECT,
          destination: ec2.FlowLogDestination.toCloudWatchLogs(
            stageLogGroup(this, 'FlowLogs', settings, `/aws/vpc/${resourceName(settings.stage, 'refused')}`),
          ),
        },
      },
    });

    const group = (name: string, description: string) =>
      new ec2.SecurityGroup(this, name, { vpc: this.vpc, description, allowAllOutbound: false });
    this.functions = group('Functions', 'Functions that use the database');
    this.proxy = group('Proxy', 'The database proxy');
    this.database = group('Database', 'The database');

    const postgres = ec2.Port.tcp(POSTGRES_PORT);
    const allow = (from: ec2.SecurityGroup, to: ec2.SecurityGroup, what: string) => {
      from.addEgressRule(to, postgres, what);
      to.addIngressRule(from, postgres, what);
    };
    allow(this.functions, this.proxy, 'Functions to the proxy');
    allow(this.proxy, this.database, 'The proxy to the database');
  }
}
