import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { type StageName, settingsFrom, stageNames } from '../../lib/config.ts';
import { functionsOf } from '../../lib/domain-functions.ts';
import { streamFunctionName } from '../../lib/names.ts';
import { type StreamName, streamNames, streams } from '../../platform/streams/streams.ts';
import { type Resource, statementsOf } from './resource.ts';
import { deployedDomains, emptyBuild, synthesize } from './synthesis.ts';

const consumersOf = (stage: StageName) =>
  deployedDomains(stage).flatMap(({ name: domain, streams: own = [] }) =>
    own.map(each => ({ domain, ...each, functionName: streamFunctionName(domain, each.name) })),
  );

/** Functions that may put records, by stream, as their domains declare it. */
const writersOf = (stream: StreamName) =>
  domains.flatMap(functionsOf).flatMap(({ name, streams: written }) => (written?.includes(stream) ? [name] : []));

/** Streams that events are published on. */
const published = new Set(domains.flatMap(({ events = [] }) => events.map(({ stream }) => stream)));

const writers = domains.flatMap(functionsOf).filter(({ streams: some }) => some !== undefined);

test.each(writers)('$name, which publishes whatever waits, may put events of every type', ({ streams: written }) => {
  expect(written).toEqual(expect.arrayContaining([...published]));
});

/** Of each shard, Kinesis answers five reads a second; Lambda reads it once a second for each consumer. */
const READERS_AT_MOST = 5;

describe.each(stageNames)('the streams of %s', stage => {
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  const consumers = consumersOf(stage);
  const assembly = synthesize(stage, emptyBuild());
  const stackOf = (name: string) => assembly.getStackByName(`heal7-${stage}-${name}`);
  const template = Template.fromJSON(stackOf('streams').template);
  const resourcesOf = (name: string) => Object.entries<Resource>(stackOf(name).template.Resources);
  // A stream of a deployment that failed is empty, and would keep its name from the next.
  const kept = settings.protectData ? 'RetainExceptOnCreate' : 'Delete';
  const ourKey = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] };

  test('are those of the platform, each encrypted with a key of their own, and outlive their stack in prod', () => {
    template.resourceCountIs('AWS::Kinesis::Stream', streamNames.length);
    for (const name of streamNames) {
      template.hasResource('AWS::Kinesis::Stream', {
        Properties: {
          Name: `heal7-${stage}-${name}`,
          StreamModeDetails: { StreamMode: 'PROVISIONED' },
          StreamEncryption: { EncryptionType: 'KMS', KeyId: ourKey },
        },
        DeletionPolicy: kept,
      });
    }
    template.hasResource('AWS::KMS::Key', { Properties: { EnableKeyRotation: true }, DeletionPolicy: kept });
    expect(kept).toBe(stage === 'prod' ? 'RetainExceptOnCreate' : 'Delete');
  });

  test.each(streamNames)('%s has the shards and the retention that are declared, in dev one and a day', name => {
    const { shards, retentionHours } = stage === 'prod' ? streams[name] : { shards: 1, retentionHours: 24 };
    template.hasResourceProperties('AWS::Kinesis::Stream', {
      Name: `heal7-${stage}-${name}`,
      ShardCount: shards,
      RetentionPeriodHours: retentionHours,
    });
  });

  const retentionOf = (stream: StreamName): number =>
    resourcesOf('streams').find(([, { Properties }]) => Properties.Name === `heal7-${stage}-${stream}`)![1].Properties
      .RetentionPeriodHours;
  const mappings = (domain: string) =>
    resourcesOf(domain).filter(([, { Type }]) => Type === 'AWS::Lambda::EventSourceMapping');
  const mappingsOf = ({ domain, functionName }: { readonly domain: string; readonly functionName: string }) => {
    const [id] = resourcesOf(domain).find(
      ([, { Properties }]) => Properties?.FunctionName === `heal7-${stage}-${functionName}`,
    )!;
    return mappings(domain).filter(([, { Properties }]) => Properties.FunctionName.Ref === id);
  };

  test('start what domains declare, and nothing else', () => {
    const made = domains.flatMap(({ name }) => mappings(name));
    expect(made).toHaveLength(consumers.flatMap(({ sources }) => sources).length);
  });

  test.each(consumers)('$name is handed each shard of its sources from its oldest record on, in order', consumer => {
    const own = mappingsOf(consumer).map(([, { Properties }]) => Properties);
    expect(own.map(({ EventSourceArn }) => streamOf(EventSourceArn)).sort()).toEqual([...consumer.sources].sort());
    for (const properties of own) {
      expect(properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        ParallelizationFactor: 1,
        BatchSize: consumer.batch.size,
        MaximumBatchingWindowInSeconds: consumer.batch.windowSeconds,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: consumer.retries.attempts,
        // What the stream has forgotten cannot be given up: it is before, whatever is declared.
        MaximumRecordAgeInSeconds: Math.min(
          consumer.retries.maximumAgeSeconds,
          (retentionOf(streamOf(properties.EventSourceArn)!) - 1) * 3_600,
        ),
      });
      expect(properties.Enabled).not.toBe(false);
    }
  });

  test.each(consumers)('$name is given up into a queue of its own, encrypted, over TLS, for two weeks', consumer => {
    const queueName = `heal7-${stage}-${consumer.functionName}-given-up`;
    const [id, queue] = resourcesOf(consumer.domain).find(([, { Properties }]) => Properties?.QueueName === queueName)!;
    expect(queue.Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3_600 });
    for (const [, { Properties }] of mappingsOf(consumer)) {
      expect(Properties.DestinationConfig).toEqual({ OnFailure: { Destination: { 'Fn::GetAtt': [id, 'Arn'] } } });
    }
    Template.fromJSON(stackOf(consumer.domain).template).hasResourceProperties('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: id }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  test.each(consumers)('$name is watched: failing, behind, setting aside and given up', ({ name, alarms, retries }) => {
    const watched = alarms.map(({ name: alarm, metric }) => [alarm, metric.source, metric.name]);
    expect(watched).toEqual(
      expect.arrayContaining([
        [`${name}-failed`, 'batches', 'failed'],
        [`${name}-behind`, 'lambda', 'IteratorAge'],
        // What tries nothing again sets nothing aside either: the next record takes its place.
        ...(retries.attempts > 0 ? [[`${name}-dead-letters`, 'heal7', 'dead_letters']] : []),
        [`${name}-given-up`, 'sqs', 'ApproximateNumberOfMessagesVisible'],
      ]),
    );
  });

  test.each(consumers)('$name raises its alarms by the names of its function and of its queue', consumer => {
    const { domain, functionName, name } = consumer;
    const watched = (alarm: string, Namespace: string, MetricName: string, Dimension: string, Value: string) =>
      Template.fromJSON(stackOf(domain).template).hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmName: `heal7-${stage}-${name}-${alarm}`,
        Metrics: [
          {
            MetricStat: Match.objectLike({
              Metric: { Namespace, MetricName, Dimensions: [{ Name: Dimension, Value: `heal7-${stage}-${Value}` }] },
              Stat: 'Maximum',
            }),
          },
        ],
      });
    watched('behind', 'AWS/Lambda', 'IteratorAge', 'FunctionName', functionName);
    watched('given-up', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', `${functionName}-given-up`);
  });

  test.each(streamNames)('%s is read by no more functions than Kinesis answers each second', name => {
    expect(consumers.filter(({ sources }) => sources.includes(name)).length).toBeLessThanOrEqual(READERS_AT_MOST);
  });

  test.each(streamNames)(
    '%s is written by those who declare it and read by those it starts, and by nobody else',
    name => {
      const may = (action: RegExp) =>
        assembly.stacks.flatMap(({ stackName, template: { Resources } }) =>
          Object.values<Resource>(Resources)
            .filter(({ Type }) => Type === 'AWS::IAM::Policy')
            .flatMap(policy => {
              const statements = statementsOf(policy).filter(
                ({ Action, Resource }) =>
                  [Action].flat().some(each => action.test(each)) &&
                  [Resource].flat().some(each => streamOf(each) === name),
              );
              const role = policy.Properties.Roles[0].Ref;
              return statements.length === 0 ? [] : runningAs(stackName, role);
            }),
        );
      const named = (functions: readonly string[]) => functions.map(each => `heal7-${stage}-${each}`).sort();
      const readers = consumers.filter(({ sources }) => sources.includes(name));
      expect(may(/^kinesis:Put/).sort()).toEqual(named(writersOf(name)));
      expect(may(/^kinesis:Get/).sort()).toEqual(named(readers.map(({ functionName }) => functionName)));
    },
  );

  /** Functions that run as a role. */
  function runningAs(stackName: string, role: string): readonly string[] {
    return Object.values<Resource>(assembly.getStackByName(stackName).template.Resources)
      .filter(({ Type, Properties }) => Type === 'AWS::Lambda::Function' && Properties.Role['Fn::GetAtt']?.[0] === role)
      .map(({ Properties }) => Properties.FunctionName);
  }

  test('have no policy of their own: who may is said by the roles', () => {
    template.resourceCountIs('AWS::Kinesis::ResourcePolicy', 0);
  });

  test('are on the dashboard with who reads them', () => {
    const [, { Properties }] = resourcesOf('observability').find(
      ([, { Type }]) => Type === 'AWS::CloudWatch::Dashboard',
    )!;
    const body = JSON.stringify(Properties.DashboardBody);
    const shown = [
      ...streamNames.map(name => `heal7-${stage}-${name}`),
      ...consumers.map(({ functionName }) => `heal7-${stage}-${functionName}`),
      'IncomingRecords',
      'WriteProvisionedThroughputExceeded',
      'ReadProvisionedThroughputExceeded',
      ...(consumers.length > 0 ? ['IteratorAge', 'stream_records', 'stream_failures', 'dead_letters'] : []),
    ];
    for (const each of shown) expect(body).toContain(each);
  });
});

/** The stream that a reference from another stack is to. */
function streamOf(reference: unknown): StreamName | undefined {
  const text = JSON.stringify(reference);
  if (!/"StackName":"heal7-\w+-streams"/.test(text)) return undefined;
  return streamNames.find(name => text.includes(`PublishOutputFnGetAtt${name.replaceAll('-', '')}`));
}
