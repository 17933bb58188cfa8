import { Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { stageLogGroup } from '../constructs/log-group.ts';
import { resourceName } from '../names.ts';

export const POSTGRES_PORT = 5432;

/** Functions that ask servers of others sit in subnets of this name: a route leads out of them, and none back in. */
const OUTGOING = 'outgoing';

/**
 * Where the database lives, and the functions that use it: two zones. Nothing leads in from the internet; out of it leads
 * one way, for the functions that have to ask others (docs/adr/0048-ways-out-of-the-network.md).
 *
 * DynamoDB has a gateway endpoint, which costs nothing; KMS and Kinesis have interfaces (10 USD a month in each zone), since every
 * function that opens personal data asks the one, and the other takes the events of whoever has written some. Lambda reads streams
 * from outside. The proxy asks Secrets Manager by itself, its tokens are signed in the function,
 * and logs leave Lambda outside of the network.
 */
export class NetworkStack extends Stack {
  readonly vpc: ec2.Vpc;
  /** Of functions: they reach the proxy, DynamoDB, KMS and Kinesis, and nothing else. */
  readonly functions: ec2.SecurityGroup;
  /** Of functions that ask others too: beside the one above. */
  readonly outgoing: ec2.SecurityGroup;
  /** Of the proxy: reached by the functions, reaches the database. */
  readonly proxy: ec2.SecurityGroup;
  /** Of the database: reached by the proxy. */
  readonly database: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    const { stage, network } = settings;
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      vpcName: resourceName(stage, 'vpc'),
      maxAzs: 2,
      natGateways: network.natGateways,
      subnetConfiguration: [
        { name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 20 },
        { name: OUTGOING, subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        // Of the gateways alone.
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 28, mapPublicIpOnLaunch: false },
      ],
      gatewayEndpoints: { DynamoDb: { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB } },
      flowLogs: {
        Refused: {
          // What the security groups let pass is the proxy's and the database's to log.
          trafficType: ec2.FlowLogTrafficType.REJECT,
          destination: ec2.FlowLogDestination.toCloudWatchLogs(
            stageLogGroup(this, 'FlowLogs', settings, `/aws/vpc/${resourceName(stage, 'refused')}`),
          ),
        },
      },
    });

    this.functions = this.group('Functions', 'Functions that use the database');
    this.outgoing = this.group('Outgoing', 'Functions that ask servers of others');
    this.proxy = this.group('Proxy', 'The database proxy');
    this.database = this.group('Database', 'The database');

    const postgres = ec2.Port.tcp(POSTGRES_PORT);
    allow(this.functions, this.proxy, postgres, 'Functions to the proxy');
    allow(this.proxy, this.database, postgres, 'The proxy to the database');
    this.functions.addEgressRule(
      ec2.Peer.prefixList(network.dynamoDbPrefixList),
      ec2.Port.HTTPS,
      'Functions to DynamoDB',
    );
    this.outgoing.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS, 'Functions to servers of others');
    this.addKms();
    this.addKinesis(settings);
  }

  /** Subnets of functions, by whether they ask servers of others. */
  subnetsOf(internet: boolean): ec2.SubnetSelection {
    return {
      subnets: internet ? this.vpc.selectSubnets({ subnetGroupName: OUTGOING }).subnets : this.vpc.isolatedSubnets,
    };
  }

  /** KMS, inside the network, and of it the keys of this account alone. */
  private addKms(): void {
    const keys = this.formatArn({ service: 'kms', resource: 'key', resourceName: '*' });
    this.addInterface('Kms', 'KMS', ec2.InterfaceVpcEndpointAwsService.KMS, ['kms:*'], keys);
  }

  /** Kinesis, inside the network, to put records into the streams of this stage. */
  private addKinesis({ stage }: Settings): void {
    const ours = this.formatArn({ service: 'kinesis', resource: 'stream', resourceName: resourceName(stage, '*') });
    const put = ['kinesis:PutRecord', 'kinesis:PutRecords'];
    this.addInterface('Kinesis', 'Kinesis', ec2.InterfaceVpcEndpointAwsService.KINESIS_STREAMS, put, ours);
  }

  /** A service inside the network, for whoever is of this account, and of it these actions on these resources alone. */
  private addInterface(
    id: string,
    name: string,
    service: ec2.InterfaceVpcEndpointAwsService,
    actions: string[],
    resource: string,
  ): void {
    const group = this.group(id, `The way to ${name}`);
    allow(this.functions, group, ec2.Port.HTTPS, `Functions to ${name}`);
    const endpoint = this.vpc.addInterfaceEndpoint(`${id}Endpoint`, {
      service,
      subnets: { subnets: this.vpc.isolatedSubnets },
      securityGroups: [group],
      open: false,
    });
    endpoint.addToPolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions,
        resources: [resource],
        conditions: { StringEquals: { 'aws:PrincipalAccount': this.account } },
      }),
    );
  }

  private group(name: string, description: string): ec2.SecurityGroup {
    return new ec2.SecurityGroup(this, name, { vpc: this.vpc, description, allowAllOutbound: false });
  }
}

function allow(from: ec2.SecurityGroup, to: ec2.SecurityGroup, port: ec2.Port, what: string): void {
  from.addEgressRule(to, port, what);
  to.addIngressRule(from, port, what);
}
