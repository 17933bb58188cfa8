import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { APP_ROLE } from '../../platform/db/app-role.ts';
import type { Settings } from '../config.ts';
import { resourceName } from '../names.ts';
import { type NetworkStack, POSTGRES_PORT } from '../stacks/network-stack.ts';
import { databaseParameters } from './database-parameters.ts';
import { stageLogGroup } from './log-group.ts';

const DATABASE_NAME = 'heal7';

/** Who signs in: the owner of the schema, by a password that the proxy alone knows, and everything else, by IAM. */
const USERS = { owner: 'heal7', app: APP_ROLE } as const;

export type DatabaseUser = keyof typeof USERS;

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
  private readonly urls: (user: DatabaseUser) => { readonly writer: string; readonly reader: string };
  private readonly region: string;

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
      credentials: rds.Credentials.fromUsername(USERS.owner, { encryptionKey: key }),
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
    const role = new iam.Role(this, 'ProxyRole', { assumedBy: new iam.ServicePrincipal('rds.amazonaws.com') });
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['rds-db:connect'],
        resources: [
          Stack.of(this).formatArn({
            service: 'rds-db',
            resource: 'dbuser',
            resourceName: `${cluster.clusterResourceIdentifier}/${USERS.app}`,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ],
      }),
    );
    this.proxy = new rds.DatabaseProxy(this, 'Proxy', {
      dbProxyName: resourceName(stage, 'proxy'),
      proxyTarget: rds.ProxyTarget.fromCluster(cluster),
      // Functions sign in at the proxy by a token of 15 minutes, and it for them at the database by another: none of the
      // two has a password, but for the owner's, which RDS has made and changes.
      defaultAuthScheme: rds.DefaultAuthScheme.IAM_AUTH,
      secrets: [cluster.secret!],
      iamAuth: true,
      role,
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
    this.region = settings.region;
    this.urls = user => {
      const url = (host: string) => `postgres://${USERS[user]}@${host}:${POSTGRES_PORT}/${DATABASE_NAME}`;
      return { writer: url(this.proxy.endpoint), reader: url(reader.endpoint) };
    };

    const acknowledge = (rule: string, reason: string) =>
      Validations.of(cluster).acknowledge({ id: `AwsSolutions-${rule}`, reason });
    acknowledge('RDS11', 'Nothing but the proxy reaches the port: another number would hide it from nobody.');
    if (!protectData) {
      acknowledge('RDS10', 'This stage holds nothing of worth: it is deleted and made again at will.');
    }
  }

  /** What a function that signs in as this user has to be told. */
  environment(user: DatabaseUser): Readonly<Record<string, string>> {
    const { writer, reader } = this.urls(user);
    return { DATABASE_URL: writer, DATABASE_READER_URL: reader, DATABASE_IAM_REGION: this.region };
  }

  /** Lets a function sign in as this user, through the proxy alone. */
  grantConnect(grantee: iam.IGrantable, user: DatabaseUser): void {
    this.proxy.grantConnect(grantee, USERS[user]);
  }
}

function instance(instanceIdentifier: string): rds.ServerlessV2ClusterInstanceProps {
  return { instanceIdentifier, autoMinorVersionUpgrade: true, publiclyAccessible: false };
}
