import { Aws, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-timestream';
import type { Construct } from 'constructs';
import type { Settings, StageName } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { removalPolicy } from '../constructs/removal-policy.ts';
import { timestreamAlarms } from '../constructs/timestream-alarms.ts';
import { resourceName, timestreamNames } from '../names.ts';

/** The data model's retention of raw readings. */
const DAYS = 30;

/**
 * What is older goes to the magnetic store, where a GB costs less in a month than here in an hour (docs/cost.md). At 10,000 readings a second, each hour is over
 * 100 dollars a month; the newest are asked of Aurora.
 */
const MEMORY_HOURS = 2;

/** As long as the readings themselves. */
const REPORT_DAYS = DAYS;

/**
 * Raw history of readings, in a region of its own: the region of the stage may have no Timestream. Nothing refers to it across regions but by
 * names. Its alarms tell a topic here, since CloudWatch's do not reach another region.
 */
export class TimestreamStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    const { stage, protectData } = settings;
    const { database, table } = timestreamNames(stage);
    const key = new Key(this, 'Key', {
      alias: resourceName(stage, 'timestream'),
      description: `Raw history of readings of HEAL7 at rest, stage ${stage}`,
      enableKeyRotation: true,
      removalPolicy: removalPolicy(protectData),
    });
    // As AWS's own key for Timestream has it: whoever may read or write a table reaches its key, through Timestream alone.
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': this.account,
            'kms:ViaService': `timestream.${this.region}.amazonaws.com`,
          },
        },
      }),
    );
    const reports = this.reports(settings);
    const made = new CfnDatabase(this, 'Database', { databaseName: database, kmsKeyId: key.keyArn });
    const readings = new CfnTable(this, 'Readings', {
      databaseName: database,
      tableName: table,
      retentionProperties: {
        MemoryStoreRetentionPeriodInHours: String(MEMORY_HOURS),
        MagneticStoreRetentionPeriodInDays: String(DAYS),
      },
      magneticStoreWriteProperties: {
        EnableMagneticStoreWrites: true,
        MagneticStoreRejectedDataLocation: {
          S3Configuration: { BucketName: reports.bucketName, EncryptionOption: 'SSE_S3' },
        },
      },
      // What every query names, so that it reads the device's part alone; a record without a device is refused. It cannot be changed later.
      schema: { compositePartitionKey: [{ type: 'DIMENSION', name: 'device_id', enforcementInRecord: 'REQUIRED' }] },
    });
    readings.addResourceDependency(made);
    for (const resource of [made, readings]) {
      resource.applyRemovalPolicy(removalPolicy(protectData));
      Validations.of(resource).acknowledge({
        id: 'CloudFormation-Validate::W3697',
        reason:
          'Closed to accounts that are new to it; those deploy with `timeseries: aurora` (docs/adr/0070-devices-on-iot-core.md).',
      });
    }
    const { topic } = new AlarmTopic(this, 'Alarms', settings);
    for (const { rule, metric } of timestreamAlarms(stage)) new Alarm(this, stage, rule, metric, topic);
  }

  /** Where Timestream writes which late records it refused. */
  private reports({ stage, protectData }: Settings): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Reports', {
      bucketName: timestreamReportsBucket(stage),
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(REPORT_DAYS) }],
      removalPolicy: removalPolicy(protectData),
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Reports of refused readings, written by Timestream and read by whoever looks into an alarm: a log of that would be read by nobody.',
    });
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('timestream.amazonaws.com')],
        actions: ['s3:GetBucketAcl', 's3:PutObject'],
        resources: [bucket.bucketArn, bucket.arnForObjects('*')],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return bucket;
  }
}

/** Names of buckets are the world's: the account makes it ours. */
export function timestreamReportsBucket(stage: StageName): string {
  return resourceName(stage, 'timestream-reports', Aws.ACCOUNT_ID);
}
