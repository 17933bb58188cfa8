import { Stack, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { stageNames } from '../../lib/config.ts';
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
  test('stops synthesis at a finding', () => {
    const app = appOf(stage, emptyBuild());
    // A topic that takes messages over plain HTTP.
    new Topic(new Stack(app, 'Careless'), 'Topic');
    expect(() => app.synth()).toThrow(/AwsSolutions-SNS3/);
  }, 30_000);

  test('has nothing set aside but that routes are public, each with a reason', () => {
    const found = acknowledged(appOf(stage, emptyBuild()));
    expect(found.length).toBeGreaterThan(0);
    for (const { rule, reason, path } of found) {
      expect(rule).toMatch(/AwsSolutions-APIG4$/);
      expect(path).toMatch(/\/Routes\//);
      expect(JSON.stringify(reason).length).toBeGreaterThan(40);
    }
  });
});
