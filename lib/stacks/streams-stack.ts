import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { type StreamName, streamNames, streams } from '../../platform/streams/streams.ts';
import type { Settings } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { removalPolicy } from '../constructs/removal-policy.ts';
import { streamsAlarms } from '../constructs/streams-alarms.ts';
import { resourceName } from '../names.ts';

/** A stream, to whom it is a source. */
export interface DeployedStream {
  readonly arn: string;
  readonly retentionHours: number;
}

export interface StreamsStackProps extends StackProps {
  readonly settings: Settings;
  readonly alarmTopic: ITopic;
}

/**
 * The streams by which domains learn what happened elsewhere, under a key of their own: whoever writes or reads events needs no
 * right to the key of the database and the tables (docs/adr/0055-streams-on-kinesis.md).
 */
export class StreamsStack extends Stack {
  readonly key: IKey;
  private readonly made: ReadonlyMap<StreamName, DeployedStream>;

  constructor(scope: Construct, id: string, props: StreamsStackProps) {
    super(scope, id, props);
    const { settings, alarmTopic } = props;
    const { stage, protectData } = settings;
    this.key = new Key(this, 'Key', {
      description: `Streams of HEAL7 at rest, stage ${stage}`,
      enableKeyRotation: true,
      // Without it, the records that a stream still holds cannot be read.
      removalPolicy: removalPolicy(protectData),
    });
    this.made = new Map(
      streamNames.map(name => {
        const { shards, retentionHours } = sizeOf(name, settings);
        const stream = new Stream(this, name, {
          streamName: resourceName(stage, name),
          streamMode: StreamMode.PROVISIONED,
          shardCount: shards,
          retentionPeriod: Duration.hours(retentionHours),
          encryption: StreamEncryption.KMS,
          encryptionKey: this.key,
          removalPolicy: removalPolicy(protectData),
        });
        Validations.of(stream).acknowledge({
          id: 'AwsSolutions-KDS3',
          reason: 'A key of AWS spares a dollar a month, and serves everyone in the account who may read the stream.',
        });
        return [name, { arn: stream.streamArn, retentionHours }] as const;
      }),
    );
    for (const { rule, metric } of streamsAlarms(settings)) new Alarm(this, stage, rule, metric, alarmTopic);
  }

  named(name: StreamName): DeployedStream {
    return this.made.get(name)!;
  }
}

/** As declared, or as much of it as the stage allows. */
function sizeOf(name: StreamName, { streams: { maxShards = Infinity, maxRetentionHours = Infinity } }: Settings) {
  const { shards, retentionHours } = streams[name];
  return { shards: Math.min(shards, maxShards), retentionHours: Math.min(retentionHours, maxRetentionHours) };
}
