import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { settingsFrom, stageNames } from '../../lib/config.ts';
import { tables } from '../../platform/dynamodb/tables.ts';
import { type Resource, statementsOf } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

describe.each(stageNames)('what keeps data in %s', stage => {
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  const { database, protectData } = settings;
  const assembly = synthesize(stage, emptyBuild());
  const templateOf = (name: string) => Template.fromJSON(assembly.getStackByName(`heal7-${stage}-${name}`).template);
  const data = templateOf('data');
  const network = templateOf('network');
  const ofType = (template: Template, type: string) =>
    Object.values<Resource>(template.toJSON().Resources).filter(({ Type }) => Type === type);
  const ourKey = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] };

  test('is a PostgreSQL 16 that grows and shrinks as the settings say, encrypted with our key', () => {
    data.hasResourceProperties('AWS::RDS::DBCluster', {
      Engine: 'aurora-postgresql',
      EngineVersion: Match.stringLikeRegexp('^16\\.'),
      ServerlessV2ScalingConfiguration: { MinCapacity: database.capacity.min, MaxCapacity: database.capacity.max },
      StorageEncrypted: true,
      KmsKeyId: ourKey,
      EnableIAMDatabaseAuthentication: true,
      EnableCloudwatchLogsExports: ['postgresql'],
    });
    data.hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true },
      DeletionPolicy: protectData ? 'RetainExceptOnCreate' : 'Delete',
    });
  });

  test('has a writer and a reader that takes over, with subnets in two zones', () => {
    const servers = ofType(data, 'AWS::RDS::DBInstance').map(({ Properties }) => Properties);
    expect(servers).toHaveLength(2);
    for (const { DBInstanceClass, PubliclyAccessible, PromotionTier } of servers) {
      expect(DBInstanceClass).toBe('db.serverless');
      expect(PubliclyAccessible).toBe(false);
      // Tiers 0 and 1 scale with the writer.
      expect(PromotionTier).toBeLessThanOrEqual(1);
    }
    const zones = ofType(network, 'AWS::EC2::Subnet').map(({ Properties }) => Properties.AvailabilityZone);
    const both = [{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] }];
    // Of the database and its functions, of functions with a way out, of that way.
    expect(zones).toEqual([...both, ...both, ...both]);
  });

  test('can be restored to any second of seven days, and in prod is not deleted by mistake', () => {
    data.hasResource('AWS::RDS::DBCluster', {
      Properties: { BackupRetentionPeriod: 7, DeletionProtection: protectData },
      DeletionPolicy: protectData ? 'Snapshot' : 'Delete',
    });
    expect(protectData).toBe(stage === 'prod');
  });

  test('speaks over TLS alone, to the proxy and behind it', () => {
    data.hasResourceProperties('AWS::RDS::DBClusterParameterGroup', {
      Parameters: Match.objectLike({ 'rds.force_ssl': '1' }),
    });
    const proxies = ofType(data, 'AWS::RDS::DBProxy');
    expect(proxies).toHaveLength(1);
    for (const { Properties } of proxies) expect(Properties.RequireTLS).toBe(true);
  });

  test('lets functions in by IAM alone, end to end but for the owner, whose password RDS makes and changes', () => {
    data.hasResourceProperties('AWS::RDS::DBCluster', {
      ManageMasterUserPassword: true,
      MasterUserPassword: Match.absent(),
      MasterUserSecret: { KmsKeyId: ourKey },
    });
    data.hasResourceProperties('AWS::RDS::DBProxy', {
      DefaultAuthScheme: 'IAM_AUTH',
      Auth: [
        {
          AuthScheme: 'SECRETS',
          IAMAuth: 'REQUIRED',
          SecretArn: { 'Fn::GetAtt': [Match.anyValue(), 'MasterUserSecret.SecretArn'] },
        },
      ],
    });
    data.resourceCountIs('AWS::SecretsManager::Secret', 0);
  });

  test('has the memory that the settings say, in kilobytes, and writes no value into its log', () => {
    data.hasResourceProperties('AWS::RDS::DBClusterParameterGroup', {
      Family: 'aurora-postgresql16',
      Parameters: Match.objectLike({
        max_connections: String(database.maxConnections),
        work_mem: String(database.workMemMb * 1024),
        maintenance_work_mem: String(database.maintenanceWorkMemMb * 1024),
        log_parameter_max_length: '0',
        log_error_verbosity: 'terse',
      }),
    });
  });

  test('has each table as the platform defines it, encrypted with our key', () => {
    const made = ofType(data, 'AWS::DynamoDB::GlobalTable');
    expect(made).toHaveLength(tables.length);
    for (const { name, partitionKey, sortKey, ttlAttribute, pointInTimeRecovery, recoveryDays } of tables) {
      const keys = [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        ...(sortKey ? [{ AttributeName: sortKey, KeyType: 'RANGE' }] : []),
      ];
      const kept = protectData && pointInTimeRecovery;
      data.hasResource('AWS::DynamoDB::GlobalTable', {
        Properties: {
          TableName: `heal7-${stage}-${name}`,
          KeySchema: keys,
          AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
          BillingMode: 'PAY_PER_REQUEST',
          TimeToLiveSpecification: ttlAttribute ? { AttributeName: ttlAttribute, Enabled: true } : Match.absent(),
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
          Replicas: [
            Match.objectLike({
              DeletionProtectionEnabled: kept,
              PointInTimeRecoverySpecification: {
                PointInTimeRecoveryEnabled: pointInTimeRecovery,
                ...(recoveryDays && { RecoveryPeriodInDays: recoveryDays }),
              },
              SSESpecification: { KMSMasterKeyId: ourKey },
            }),
          ],
        },
        DeletionPolicy: kept ? 'Retain' : 'Delete',
      });
    }
  });

  test('is in subnets without a way to the internet; one way leads out, from subnets of functions alone', () => {
    const subnets = ofType(network, 'AWS::EC2::Subnet').map(({ Properties }) => Properties);
    for (const { MapPublicIpOnLaunch } of subnets) expect(MapPublicIpOnLaunch).toBe(false);
    const routes = Object.entries<Resource>(network.toJSON().Resources).filter(
      ([, { Type }]) => Type === 'AWS::EC2::Route',
    );
    for (const [id, { Properties }] of routes) {
      expect(id).not.toContain('isolated');
      expect(Properties.NatGatewayId === undefined).toBe(id.includes('public'));
    }
    network.resourceCountIs('AWS::EC2::NatGateway', settings.network.natGateways);
    const databaseSubnets = ofType(data, 'AWS::RDS::DBSubnetGroup').map(({ Properties }) => Properties.SubnetIds);
    expect(JSON.stringify(databaseSubnets)).not.toMatch(/public|outgoing/);
  });

  test('has a way to DynamoDB, and one each to KMS and Kinesis, for this account and to what is its own', () => {
    const endpoints = ofType(network, 'AWS::EC2::VPCEndpoint').map(({ Properties }) => Properties);
    expect(endpoints.map(({ VpcEndpointType }) => VpcEndpointType).sort()).toEqual([
      'Gateway',
      'Interface',
      'Interface',
    ]);
    const to = (service: string) =>
      endpoints.find(({ ServiceName }) => new RegExp(`\\.${service}["]`).test(JSON.stringify(ServiceName)));
    expect(to('dynamodb').VpcEndpointType).toBe('Gateway');
    const ways = [
      { service: 'kms', actions: 'kms:*', resource: ':key/*' },
      // Functions read none: Lambda does, from outside.
      {
        service: 'kinesis-streams',
        actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        resource: `:stream/heal7-${stage}-*`,
      },
    ];
    for (const { service, actions, resource } of ways) {
      const { PrivateDnsEnabled, SubnetIds, PolicyDocument } = to(service);
      expect(PrivateDnsEnabled).toBe(true);
      expect(JSON.stringify(SubnetIds)).not.toMatch(/public|outgoing/);
      expect(PolicyDocument.Statement).toMatchObject([
        {
          Effect: 'Allow',
          Action: actions,
          Condition: { StringEquals: { 'aws:PrincipalAccount': { Ref: 'AWS::AccountId' } } },
        },
      ]);
      const named = JSON.stringify(PolicyDocument.Statement[0].Resource);
      expect(named).toContain('{"Ref":"AWS::AccountId"}');
      expect(named).toContain(resource);
    }
  });

  test('is reached by functions through the proxy, which reach DynamoDB, KMS and Kinesis too, and by nothing else', () => {
    const rules = [
      ...ofType(network, 'AWS::EC2::SecurityGroupIngress'),
      ...ofType(network, 'AWS::EC2::SecurityGroupEgress'),
    ].map(({ Properties }) => Properties);
    // Functions to the proxy, to KMS and to Kinesis, the proxy to the database: each said at both ends. And functions to DynamoDB.
    expect(
      rules.map(({ FromPort, ToPort, IpProtocol, CidrIp }) => [FromPort, ToPort, IpProtocol, CidrIp]).sort(),
    ).toEqual([
      ...Array.from({ length: 5 }, () => [443, 443, 'tcp', undefined]),
      ...Array.from({ length: 4 }, () => [5432, 5432, 'tcp', undefined]),
    ]);
    const groups = ofType(network, 'AWS::EC2::SecurityGroup').map(({ Properties }) => Properties);
    expect(groups).toHaveLength(6);
    const leaving = groups.flatMap(({ GroupDescription, SecurityGroupIngress, SecurityGroupEgress = [] }) => {
      expect(SecurityGroupIngress).toBeUndefined();
      // How CDK says that nothing may leave.
      const nowhere = '255.255.255.255/32';
      // biome-ignore lint/suspicious/noExplicitAny: a template is untyped JSON
      return SecurityGroupEgress.filter(({ CidrIp }: any) => CidrIp !== nowhere).map(
        // biome-ignore lint/suspicious/noExplicitAny: a template is untyped JSON
        ({ CidrIp, FromPort, ToPort }: any) => [GroupDescription, CidrIp, FromPort, ToPort],
      );
    });
    expect(leaving).toEqual([['Functions that ask servers of others', '0.0.0.0/0', 443, 443]]);
    const lists = rules.flatMap(({ DestinationPrefixListId: list }) => list ?? []);
    expect(lists).toEqual([settings.network.dynamoDbPrefixList]);
    for (const type of ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress']) data.resourceCountIs(type, 0);
  });

  test('lets the proxy read the one secret, open it with the one key, and sign in as functions do', () => {
    const statements = ofType(data, 'AWS::IAM::Policy').flatMap(statementsOf);
    expect(statements.map(({ Effect, Action }) => [Effect, Action])).toEqual([
      ['Allow', 'rds-db:connect'],
      ['Allow', ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue']],
      ['Allow', 'kms:Decrypt'],
    ]);
    const [connect, ...others] = statements;
    expect(JSON.stringify(connect!.Resource)).toMatch(/:dbuser:.*DBClusterResourceId.*\/heal7_app"/);
    for (const { Resource } of others) expect(Resource).toEqual({ 'Fn::GetAtt': expect.any(Array) });
  });
});
