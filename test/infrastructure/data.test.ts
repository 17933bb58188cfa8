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
    data.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
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
    expect(zones).toEqual([{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] }]);
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

  test('lets functions in by IAM alone, with a password that RDS makes and changes', () => {
    data.hasResourceProperties('AWS::RDS::DBCluster', {
      ManageMasterUserPassword: true,
      MasterUserPassword: Match.absent(),
      MasterUserSecret: { KmsKeyId: ourKey },
    });
    data.hasResourceProperties('AWS::RDS::DBProxy', {
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
    for (const { name, partitionKey, sortKey, ttlAttribute, pointInTimeRecovery } of tables) {
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
          TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
          Replicas: [
            Match.objectLike({
              DeletionProtectionEnabled: kept,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: pointInTimeRecovery },
              SSESpecification: { KMSMasterKeyId: ourKey },
            }),
          ],
        },
        DeletionPolicy: kept ? 'Retain' : 'Delete',
      });
    }
  });

  test('is in a network without a way to the internet, and without an endpoint that is paid by the hour', () => {
    for (const type of ['AWS::EC2::InternetGateway', 'AWS::EC2::NatGateway', 'AWS::EC2::EIP', 'AWS::EC2::Route']) {
      network.resourceCountIs(type, 0);
    }
    for (const { Properties } of ofType(network, 'AWS::EC2::Subnet')) {
      expect(Properties.MapPublicIpOnLaunch).toBe(false);
    }
    const endpoints = ofType(network, 'AWS::EC2::VPCEndpoint').map(({ Properties }) => Properties);
    expect(endpoints).toHaveLength(1);
    expect(endpoints[0]).toMatchObject({ VpcEndpointType: 'Gateway' });
    expect(JSON.stringify(endpoints[0].ServiceName)).toContain('dynamodb');
  });

  test('is reached by functions through the proxy, on one port, and by nothing else', () => {
    const rules = [
      ...ofType(network, 'AWS::EC2::SecurityGroupIngress'),
      ...ofType(network, 'AWS::EC2::SecurityGroupEgress'),
    ].map(({ Properties }) => Properties);
    // Functions to the proxy, the proxy to the database: each said at both ends.
    expect(rules).toHaveLength(4);
    for (const { FromPort, ToPort, IpProtocol, CidrIp } of rules) {
      expect({ FromPort, ToPort, IpProtocol, CidrIp }).toEqual({ FromPort: 5432, ToPort: 5432, IpProtocol: 'tcp' });
    }
    const groups = ofType(network, 'AWS::EC2::SecurityGroup').map(({ Properties }) => Properties);
    expect(groups).toHaveLength(3);
    for (const { SecurityGroupIngress, SecurityGroupEgress } of groups) {
      expect(SecurityGroupIngress).toBeUndefined();
      // How CDK says that nothing may leave.
      for (const { CidrIp } of SecurityGroupEgress ?? []) expect(CidrIp).toBe('255.255.255.255/32');
    }
    for (const type of ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress']) data.resourceCountIs(type, 0);
  });

  test('lets the proxy read the one secret, and open it with the one key', () => {
    const statements = ofType(data, 'AWS::IAM::Policy').flatMap(statementsOf);
    expect(statements.map(({ Effect, Action }) => [Effect, Action])).toEqual([
      ['Allow', ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue']],
      ['Allow', 'kms:Decrypt'],
    ]);
    for (const { Resource } of statements) expect(Resource).toEqual({ 'Fn::GetAtt': expect.any(Array) });
  });
});
