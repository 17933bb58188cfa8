import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import type { AuthorizerDeclaration, Domain, HttpDeclaration, Needs } from '../../platform/manifest/domain.ts';
import type { Resource } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

/** A domain whose one function has these needs, and which has nothing but it. */
const domainWith = (needs: Needs): Domain => {
  const http: HttpDeclaration = { entry: 'none.ts', operations: [], memoryMb: 256, timeoutSeconds: 10, ...needs };
  return { name: 'lonely', purpose: 'Needs what it may not have', http, alarms: [] };
};
const synthesized = (needs: Needs) => synthesize('dev', emptyBuild(['lonely-http']), {}, [domainWith(needs)]);

describe('what a function needs of its own domain', () => {
  test.each<readonly [string, Needs]>([
    ['a broker', { mqtt: 'publish' }],
    ['the socket feed', { sockets: ['feed'] }],
    ['the socket feed', { socketAddress: 'feed' }],
  ])('%s has to be declared there', (what, needs) => {
    expect(() => synthesized(needs)).toThrow(`A function needs ${what}, which its domain does not declare`);
  });

  test('is nothing, of an authorizer: it is made before all of it', () => {
    const authorizer = { name: 'a', purpose: 'b', entry: 'c', memoryMb: 256, timeoutSeconds: 5, alarms: [] };
    const declared: AuthorizerDeclaration[] = [
      { ...authorizer, database: 'app' },
      // @ts-expect-error: the broker asks it.
      { ...authorizer, mqtt: 'publish' },
      // @ts-expect-error: made later.
      { ...authorizer, sockets: ['feed'] },
      // @ts-expect-error: made later.
      { ...authorizer, socketAddress: 'feed' },
      // @ts-expect-error: made later.
      { ...authorizer, alertTopic: true },
    ];
    for (const needs of declared.slice(1)) {
      const mqtt = { authorizer: needs, rules: [] };
      const domain: Domain = { name: 'lonely', purpose: 'Asks what it may not', mqtt, alarms: [] };
      expect(() => synthesize('dev', emptyBuild(['lonely-a']), {}, [domain])).toThrow(/its domain does not declare/);
    }
  });

  test('is one WebSocket API at most: one variable names it', () => {
    expect(() => synthesized({ sockets: ['feed', 'other'] })).toThrow(/feed and other/);
  });

  test('may be the topic of alerts, encrypted, over TLS, which it may publish to and is told of', () => {
    const { template } = synthesized({ alertTopic: true }).getStackByName('heal7-dev-lonely');
    const stack = Template.fromJSON(template);
    const [topic] = Object.keys(stack.findResources('AWS::SNS::Topic'));
    stack.hasResourceProperties('AWS::SNS::Topic', { TopicName: 'heal7-dev-device-alerts' });
    expect(JSON.stringify(stack.findResources('AWS::SNS::Topic'))).toContain('alias/aws/sns');
    stack.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { HEAL7_ALERT_TOPIC: { Ref: topic } } },
    });
    const allowed = Object.values<Resource>(template.Resources)
      .filter(({ Type }) => Type === 'AWS::IAM::Policy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(allowed).toContainEqual({ Action: 'sns:Publish', Effect: 'Allow', Resource: { Ref: topic } });
  });
});
