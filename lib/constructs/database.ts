import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { resourceName } from '../names.ts';
import { type NetworkStack, POSTGRES_PORT } from '../stacks/network-stack.ts';
import { databaseParameters } from './database-parameters.ts';
import { stageLogGroup } from './log-group.ts';

/** The one user, and the one database, of the platform. */
const DATABASE_USER = 'heal7';
const DATABASE_NAME = 'heal7';

/** Any second of the last seven days can be restored, in every stage. */
const RESTORE_DAYS = 7;

export interface DatabaseProps {
  readonly settings: Settings;
  readonly network: NetworkStack;
  readonly key: IKey;
}

/** Aurora PostgreSQL 16 Serverless v2: a writer, a reader in the other zone, and the proxy by which functions reach them. */
export class Database extends Construct {
  private readonly proxy: rds.DatabaseProxy;
  /** What functions that use it have to be told. */
  readonly environment: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { settings, network, key }: DatabaseProps) {
    super(scope, id);
    const { stage, database, protectData } = settings;
    const name = resourceName(stage, 'database');
    const engine = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_13 });
    const { vpc } = network;
    const vpcSubnets = { subnets: vpc.isolatedSubnets };
    // The network says who reaches whom; what CDK would add here by itself makes a circle of the two stacks.
    const group = (of: 'database' | 'proxy') =>
      SecurityGroup.fromSecurityGroupId(this, `${of}-group`, network[of].securityGroupId, { mutable: false });
    // Made before Aurora does, whose own would keep lines for ever.
    const logs = stageLogGroup(this, 'Logs', settings, `/aws/rds/cluster/${name}/postgresql`);

    const cluster = new rds.DatabaseCluster(this, 'Cluster', {
      clusterIdentifier: name,
      engine,
      vpc,
      vpcSubnets,
      securityGroups: [group('database')],
      defaultDatabaseName: DATABASE_NAME,
      writer: rds.ClusterInstance.serverlessV2('Writer', instance(`${name}-writer`)),
      // Scales with the writer, whose load it has to take over.
      readers: [rds.ClusterInstance.serverlessV2('Reader', { ...instance(`${name}-reader`), scaleWithWriter: true })],
      serverlessV2MinCapacity: database.capacity.min,
      serverlessV2MaxCapacity: database.capacity.max,
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: `HEAL7, stage ${stage}`,
        parameters: databaseParameters(database),
      }),
      // RDS makes the password and changes it each seven days, without a function of ours to do so.
      credentials: rds.Credentials.fromUsername(DATABASE_USER, { encryptionKey: key }),
      manageMasterUserPassword: true,
      iamAuthentication: true,
      storageEncrypted: true,
      storageEncryptionKey: key,
      backup: { retention: Duration.days(RESTORE_DAYS), preferredWindow: '18:00-18:30' },
      // Sunday, 04:00 in Seoul.
      preferredMaintenanceWindow: 'sat:19:00-sat:19:30',
      copyTagsToSnapshot: true,
      deletionProtection: protectData,
      removalPolicy: protectData ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY,
      cloudwatchLogsExports: ['postgresql'],
    });
    cluster.node.addDependency(logs);

    const proxyGroup = group('proxy');
    this.proxy = new rds.DatabaseProxy(this, 'Proxy', {
      dbProxyName: resourceName(stage, 'proxy'),
      proxyTarget: rds.ProxyTarget.fromCluster(cluster),
      secrets: [cluster.secret!],
      // Functions sign in as themselves, by a token of 15 minutes; the password is between proxy and database.
      iamAuth: true,
      requireTLS: true,
      vpc,
      vpcSubnets,
      securityGroups: [proxyGroup],
      // A tenth of the connections is left for people and for RDS itself.
      maxConnectionsPercent: 90,
      borrowTimeout: Duration.seconds(5),
    });
    const reader = this.proxy.addEndpoint('ReaderEndpoint', {
      vpc,
      vpcSubnets,
      securityGroups: [proxyGroup],
      dbProxyEndpointName: resourceName(stage, 'proxy-reader'),
      targetRole: rds.ProxyEndpointTargetRole.READ_ONLY,
    });
    const url = (host: string) => `postgres://${DATABASE_USER}@${host}:${POSTGRES_PORT}/${DATABASE_NAME}`;
    this.environment = {
      DATABASE_URL: url(this.proxy.endpoint),
      DATABASE_READER_URL: url(reader.endpoint),
      DATABASE_IAM_REGION: settings.region,
    };

    const acknowledge = (rule: string, reason: string) =>
      Validations.of(cluster).acknowledge({ id: `AwsSolutions-${rule}`, reason });
    acknowledge('RDS11', 'Nothing but the proxy reaches the port: another number would hide it from nobody.');
    if (!protectData) {
      acknowledge('RDS10', 'This stage holds nothing of worth: it is deleted and made again at will.');
    }
  }

  /** Lets a function sign in, through the proxy alone. */
  grantConnect(grantee: IGrantable): void {
    this.proxy.grantConnect(grantee, DATABASE_USER);
  }
}

function instance(instanceIdentifier: string): rds.ServerlessV2ClusterInstanceProps {
  return { instanceIdentifier, autoMinorVersionUpgrade: true, publiclyAccessible: false };
}
