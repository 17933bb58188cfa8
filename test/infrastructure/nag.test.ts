import { Stack, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { settingsFrom, stageNames } from '../../lib/config.ts';
import { appOf, emptyBuild } from './synthesis.ts';

/** What has been set aside below a construct, as cdk-nag reads it: the rule and where. */
function acknowledged(construct: IConstruct): { rule: string; reason: string; path: string }[] {
  return construct.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) =>
          Object.entries<string>(data).map(([rule, reason]) => ({ rule, reason, path: node.path })),
        ),
    );
}

describe.each(stageNames)('cdk-nag on %s', stage => {
  const { timeseries } = settingsFrom(name => (name === 'stage' ? stage : undefined));

  test('stops synthesis at a finding', () => {
    const app = appOf(stage, emptyBuild());
    // A topic that takes messages over plain HTTP.
    new Topic(new Stack(app, 'Careless'), 'Topic');
    expect(() => app.synth()).toThrow(/AwsSolutions-SNS3/);
  }, 60_000);

  test('has nothing set aside but what is explained here, each with a reason', () => {
    // CDK sets rules of its own aside too.
    const found = acknowledged(appOf(stage, emptyBuild())).filter(({ rule }) => rule.includes('AwsSolutions'));
    const expected = [
      // Every route: API Gateway lets requests through, and the function authorises them as the contract says.
      { rule: /AwsSolutions-APIG4$/, path: /\/Routes\// },
      // Network interfaces of functions inside the network: Lambda asks for these rights on all resources.
      { rule: /AwsSolutions-IAM5\[Resource::\*\]$/, path: /\/NetworkInterfaces$|\/NetworkInterfaces\// },
      // Text messages: phone numbers are no resources, and topics are denied.
      { rule: /AwsSolutions-IAM5\[Resource::\*\]$/, path: /-users\/Http\/TextMessages/ },
      // The queues of what could not be done have no such queue themselves.
      { rule: /AwsSolutions-SQS3$/, path: /\/(?:DeadLetters|GivenUp)/ },
      // Streams are encrypted with a key of ours, not with one of AWS that serves the whole account.
      { rule: /AwsSolutions-KDS3$/, path: /-streams\// },
      // The delivery of a pipeline's log: no resource of IAM's. No traces of it: there is nothing below to follow.
      { rule: /AwsSolutions-IAM5\[Resource::\*\]$/, path: /-analytics\/daily-data-processing\/Role/ },
      { rule: /AwsSolutions-SF2$/, path: /-analytics\/daily-data-processing\/StateMachine/ },
      // The database's port is PostgreSQL's own.
      { rule: /AwsSolutions-RDS11$/, path: /-data\/Database\/Cluster/ },
      // The cache can be lost, and so can connections, which are opened again.
      { rule: /AwsSolutions-DDB3$/, path: /-data\/Tables\/(?:cache|connections)/ },
      // Settings of any device, and its connection.
      {
        rule: /AwsSolutions-IAM5\[Resource::\S+:(?:topic\/devices\/\*\/config|client\/\*)\]$/,
        path: /-iot\/[\w-]+\/Role/,
      },
      // Connections of a WebSocket API, whose ids are made up as they come; its routes are let in by a ticket.
      { rule: /AwsSolutions-IAM5\[Resource::\S+\/(?:POST|DELETE)\/@connections\/\*\]$/, path: /-iot\/[\w-]+\/Role/ },
      { rule: /AwsSolutions-APIG4$/, path: /-iot\/live-api\// },
      // The account's role for logs of API Gateway, which looks whether it has all of AWS's rights for it.
      {
        rule: /AwsSolutions-IAM4\[Policy::\S+\/AmazonAPIGatewayPushToCloudWatchLogs\]$/,
        path: /-iot\/GatewayLogs\/Role/,
      },
      // The queue of messages that a rule could not put into the stream.
      { rule: /AwsSolutions-SQS3$/, path: /-iot\/Broker\/Rules\/Undelivered/ },
      ...(timeseries.store === 'timestream'
        ? [
            // Endpoints of Timestream are no resource; reports of what it refused have names of its own.
            { rule: /AwsSolutions-IAM5\[Resource::\*\]$/, path: /-iot\/(?:Http|archive-stream)\/Role/ },
            {
              rule: /AwsSolutions-IAM5\[Resource::\S+-timestream-reports-\S+\/\*\]$/,
              path: /-iot\/archive-stream\/Role/,
            },
            // Nobody reads who has read a report.
            { rule: /AwsSolutions-S1$/, path: /-timestream\/Reports/ },
          ]
        : []),
      // Nothing in this stage is worth being kept.
      ...(stage === 'dev' ? [{ rule: /AwsSolutions-RDS10$/, path: /-data\/Database\/Cluster/ }] : []),
    ];
    for (const { rule, reason, path } of found) {
      const known = expected.some(each => each.rule.test(rule) && each.path.test(path));
      expect(known, `${rule} at ${path}`).toBe(true);
      expect(JSON.stringify(reason).length).toBeGreaterThan(40);
    }
    for (const { rule } of expected)
      expect(
        found.some(each => rule.test(each.rule)),
        String(rule),
      ).toBe(true);
  });
});
