import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StreamDeclaration } from '../../platform/manifest/domain.ts';
import type { StreamName } from '../../platform/streams/streams.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { givenUpQueueName, resourceName, streamFunctionName } from '../names.ts';
import type { DeployedStream } from '../stacks/streams-stack.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { type Platform, throughKinesis } from './needs.ts';
import { stageFunction } from './stage-function.ts';

/** What Lambda asks of a stream, as the role of the function that it starts. */
const READ = [
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:ListShards',
];

type Source = DeployedStream & { readonly name: StreamName };

export interface StreamFunctionProps {
  readonly settings: Settings;
  readonly domain: string;
  readonly declaration: StreamDeclaration;
  readonly artifact: Artifact;
  readonly engine: lambda.ILayerVersion;
  readonly engineDigest: string;
  readonly platform: Platform;
}

/**
 * A function that streams start: Lambda polls each shard once a second and hands it one batch of it at a time, so that the events
 * of a stream are seen in their order. A batch that fails is halved until what fails stands alone, and given up into a queue.
 */
export class StreamFunction extends Construct {
  readonly lambda: lambda.Function;

  constructor(scope: Construct, id: string, props: StreamFunctionProps) {
    super(scope, id);
    const { settings, domain, declaration, artifact, engine, engineDigest, platform } = props;
    const { name, memoryMb, timeoutSeconds } = declaration;
    const functionName = streamFunctionName(domain, name);
    this.lambda = stageFunction(this, {
      settings,
      name: functionName,
      description: `Stream function ${name}`,
      artifact,
      engine,
      engineDigest,
      memoryMb,
      timeoutSeconds,
      needs: declaration,
      platform,
    });
    const givenUp = deadLetterQueue(this, 'GivenUp', resourceName(settings.stage, givenUpQueueName(functionName)));
    const sources = declaration.sources.map(name => ({ name, ...platform.streams.named(name) }));
    const statements = [
      { actions: READ, resources: sources.map(({ arn }) => arn) },
      { actions: ['kms:Decrypt'], resources: [platform.streams.key.keyArn], conditions: throughKinesis(settings) },
      { actions: ['sqs:SendMessage'], resources: [givenUp.queueArn] },
    ];
    // Lambda reads, opens and gives up as the function's role.
    for (const statement of statements) this.lambda.addToRolePolicy(new PolicyStatement(statement));
    for (const source of sources) this.startFrom(source, declaration, givenUp);
  }

  private startFrom(source: Source, { batch, retries }: StreamDeclaration, givenUp: IQueue): void {
    new lambda.EventSourceMapping(this, `From-${source.name}`, {
      target: this.lambda,
      eventSourceArn: source.arn,
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: batch.size,
      maxBatchingWindow: Duration.seconds(batch.windowSeconds),
      // Two at once would let an event overtake the one before it.
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: retries.attempts,
      maxRecordAge: Duration.seconds(Math.min(retries.maximumAgeSeconds, knownForSeconds(source))),
      // CDK's own also lets the function look for the queue and at what it holds.
      onFailure: { bind: () => ({ destination: givenUp.queueArn }) },
    });
  }
}

/** What a stream forgets before it is given up is lost without a word: an hour before that it is too old, whatever is declared. */
function knownForSeconds({ retentionHours }: Source): number {
  return (retentionHours - 1) * 3_600;
}
