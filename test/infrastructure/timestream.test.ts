import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { functionsOf } from '../../lib/domain-functions.ts';
import { streamFunctionName } from '../../lib/names.ts';
import { recordsOf } from '../../platform/timeseries/timestream-record.ts';
import type { Resource } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

const archivers = domains.flatMap(({ name: domain, streams = [] }) =>
  streams.filter(({ onlyWith }) => onlyWith === 'timestream').map(({ name }) => streamFunctionName(domain, name)),
);

/**
 * Dimensions of metrics: some "have only the Operation dimension"
 * (https://docs.aws.amazon.com/timestream/latest/developerguide/metrics-dimensions.html).
 */
const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  CumulativeBytesMetered: ['Operation'],
  UserErrors: ['Operation'],
  SystemErrors: ['Operation'],
  MagneticStoreRejectedRecordCount: ['DatabaseName', 'TableName', 'Operation'],
  MagneticStoreRejectedUploadUserFailures: ['DatabaseName', 'TableName', 'Operation'],
};

/** A stage beside Timestream, wherever that is. */
const stages = [
  { stage: 'prod', settings: {}, region: 'ap-northeast-1', kept: 'RetainExceptOnCreate' },
  { stage: 'dev', settings: { timeseries: 'eu-central-1' }, region: 'eu-central-1', kept: 'Delete' },
] as const;

describe.each(stages)('raw history of $stage in $region', ({ stage, settings, region, kept }) => {
  const assembly = synthesize(stage, emptyBuild(), settings);
  const { template, environment } = assembly.getStackByName(`heal7-${stage}-timestream`);
  const stack = Template.fromJSON(template);

  test('is in that region', () => {
    expect(environment).toMatchObject({ region });
  });

  test('is kept for 30 days, under a key of its own that is reached through Timestream alone', () => {
    stack.hasResource('AWS::Timestream::Database', {
      Properties: {
        DatabaseName: `heal7-${stage}-devices`,
        KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
      },
      DeletionPolicy: kept,
    });
    stack.hasResource('AWS::Timestream::Table', {
      Properties: {
        TableName: 'readings',
        RetentionProperties: { MemoryStoreRetentionPeriodInHours: '2', MagneticStoreRetentionPeriodInDays: '30' },
      },
      DeletionPolicy: kept,
    });
    stack.hasResourceProperties('AWS::KMS::Key', {
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Condition: {
              StringEquals: {
                'kms:CallerAccount': { Ref: 'AWS::AccountId' },
                'kms:ViaService': `timestream.${region}.amazonaws.com`,
              },
            },
          }),
        ]),
      },
    });
  });

  test('takes late records, and says which it refused in a bucket that is nobody else’s to see', () => {
    const [bucket] = Object.keys(stack.findResources('AWS::S3::Bucket'));
    stack.hasResourceProperties('AWS::Timestream::Table', {
      MagneticStoreWriteProperties: {
        EnableMagneticStoreWrites: true,
        MagneticStoreRejectedDataLocation: {
          S3Configuration: { BucketName: { Ref: bucket }, EncryptionOption: 'SSE_S3' },
        },
      },
    });
    stack.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: Match.objectLike({ RestrictPublicBuckets: true }),
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
    });
    // Where the account is not let have Timestream, the bucket goes again: its name is free for another region.
    stack.hasResource('AWS::S3::Bucket', { DeletionPolicy: kept });
  });

  test('is partitioned by what every record has, and every query names: its device', () => {
    const [{ Name, EnforcementInRecord }] = Object.values<Resource>(
      stack.findResources('AWS::Timestream::Table') as never,
    )[0]!.Properties.Schema.CompositePartitionKey;
    const { CommonAttributes } = recordsOf([
      {
        deviceId: 'd',
        type: 'light',
        recordedAt: 1,
        value: 1,
        unit: 'lx',
        accuracy: null,
        reliabilityScore: null,
        ambientConditions: null,
        userPresence: null,
      },
    ]);
    expect(EnforcementInRecord).toBe('REQUIRED');
    expect(CommonAttributes.Dimensions!.map(dimension => dimension.Name)).toContain(Name);
  });

  test('is written and read by functions that know where it is', () => {
    const users = domains.flatMap(domain => functionsOf(domain).filter(({ timestream }) => timestream));
    expect(users.length).toBeGreaterThan(0);
    for (const { name } of users) {
      const { Environment } = functionNamed(name)!.Properties;
      expect(Environment.Variables).toMatchObject({
        HEAL7_TIMESERIES: 'timestream',
        HEAL7_TIMESTREAM_REGION: region,
        HEAL7_TIMESTREAM_DATABASE: `heal7-${stage}-devices`,
        HEAL7_TIMESTREAM_TABLE: 'readings',
      });
    }
    expect(archivers.map(name => functionNamed(name) !== undefined)).toEqual(archivers.map(() => true));
  });

  test('tells its alarms in its own region', () => {
    const topics = Object.keys(stack.findResources('AWS::SNS::Topic'));
    const alarms = Object.values(stack.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toHaveLength(2);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual([{ Ref: topics[0] }]);
  });

  test('is watched in dimensions that its metrics have', () => {
    const everything = JSON.stringify(assembly.stacks.map(each => each.template)).replaceAll('\\', '');
    const queries = [
      ...everything.matchAll(/SELECT SUM\("(?<metric>\w+)"\) FROM "AWS\/Timestream"(?: WHERE (?<dimension>\w+) = )?/g),
    ].map(({ groups }) => ({ metric: groups!.metric!, dimension: groups!.dimension }));
    expect(new Set(queries.map(({ metric }) => metric)).size).toBeGreaterThan(3);
    for (const { metric, dimension } of queries) {
      expect(DIMENSIONS[metric], metric).toBeDefined();
      if (dimension !== undefined) expect(DIMENSIONS[metric], metric).toContain(dimension);
    }
  });

  function functionNamed(name: string): Resource | undefined {
    return assembly.stacks
      .flatMap(each => Object.values<Resource>(each.template.Resources))
      .find(({ Properties }) => Properties?.FunctionName === `heal7-${stage}-${name}`);
  }
});

describe('a stage without Timestream', () => {
  const assembly = synthesize('prod', emptyBuild(), { timeseries: 'aurora' });
  const text = JSON.stringify(assembly.stacks.map(({ template }) => template));

  test('has neither it nor what only writes it, and may not reach it', () => {
    expect(archivers.length).toBeGreaterThan(0);
    for (const name of archivers) expect(text).not.toContain(`heal7-prod-${name}`);
    expect(text).not.toMatch(/AWS::Timestream|timestream:/);
  });

  test('says so to every function that has to do with readings', () => {
    expect(text).toContain('"HEAL7_TIMESERIES":"aurora"');
    expect(text).not.toContain('"HEAL7_TIMESERIES":"timestream"');
  });
});
