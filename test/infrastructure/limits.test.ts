import { describe, expect, test } from 'vitest';
import { stageNames } from '../../lib/config.ts';
import type { Resource } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

/** The longest name of each that AWS takes. */
const LONGEST_NAMES: Readonly<Record<string, readonly [property: string, length: number]>> = {
  'AWS::Lambda::Function': ['FunctionName', 64],
  'AWS::Scheduler::Schedule': ['Name', 64],
  'AWS::SQS::Queue': ['QueueName', 80],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 80],
  'AWS::IoT::TopicRule': ['RuleName', 128],
};

/** Of a stack's template (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html). */
const MOST_RESOURCES = 500;
const TEMPLATE_BYTES = 1_000_000;

/** Of a function (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const ENVIRONMENT_BYTES = 4_096;
const POLICY_BYTES = 20_480;
/** Lambda lets new accounts have no more, and gives the least where nothing is said. */
const MEMORY_MB = 3_008;
const LEAST_MEMORY_MB = 128;

/** What a deployment would refuse, and synthesis does not look at. */
describe.each(stageNames)('the stacks of %s are within limits of AWS', stage => {
  const { stacks } = synthesize(stage, emptyBuild());
  const resourcesOf = (template: { readonly Resources: Record<string, Resource> }) =>
    Object.entries(template.Resources);
  const all = stacks.flatMap(({ template }) => resourcesOf(template));
  const functions = all.filter(([, { Type }]) => Type === 'AWS::Lambda::Function');

  test.each(stacks)('$stackName has no more in its template than CloudFormation takes', ({ template }) => {
    expect(resourcesOf(template).length).toBeLessThanOrEqual(MOST_RESOURCES);
    expect(Buffer.byteLength(JSON.stringify(template))).toBeLessThan(TEMPLATE_BYTES);
  });

  test('names are no longer than each service takes', () => {
    for (const [, { Type, Properties }] of all) {
      const [property, length] = LONGEST_NAMES[Type] ?? [];
      const name = property && Properties[property];
      if (typeof name === 'string') expect(name.length, name).toBeLessThanOrEqual(length!);
    }
  });

  test('functions have no more memory than new accounts may use, and settings that fit', () => {
    expect(functions.length).toBeGreaterThan(20);
    for (const [, { Properties }] of functions) {
      const { FunctionName, MemorySize = LEAST_MEMORY_MB, Environment } = Properties;
      expect(MemorySize, FunctionName).toBeLessThanOrEqual(MEMORY_MB);
      // References are longer than what they become.
      const bytes = Buffer.byteLength(JSON.stringify(Environment?.Variables ?? {}));
      expect(bytes, FunctionName).toBeLessThan(ENVIRONMENT_BYTES);
    }
  });

  test('the API may call each function by a policy that fits: a statement for each of its routes', () => {
    // As CloudFormation has Lambda write it down. One that grows over the limit: a single permission for the whole API.
    const statement = (sid: string, name: string, sourceArn: unknown) => {
      const path = JSON.stringify(sourceArn)
        .split('"')
        .findLast(part => part.startsWith('/'))!;
      return JSON.stringify({
        Sid: `${sid}-A1B2C3D4E5F6`,
        Effect: 'Allow',
        Principal: { Service: 'apigateway.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: `arn:aws:lambda:ap-northeast-2:123456789012:function:${name}`,
        Condition: {
          ArnLike: { 'AWS:SourceArn': `arn:aws:execute-api:ap-northeast-2:123456789012:a1b2c3d4e5${path}` },
        },
      });
    };
    for (const { stackName, template } of stacks) {
      const policies = new Map<string, string>();
      for (const [id, { Type, Properties }] of resourcesOf(template)) {
        if (Type !== 'AWS::Lambda::Permission' || Properties.Principal !== 'apigateway.amazonaws.com') continue;
        const name: string = template.Resources[Properties.FunctionName['Fn::GetAtt'][0]].Properties.FunctionName;
        const written = statement(`${stackName}-${id}`, name, Properties.SourceArn);
        policies.set(name, `${policies.get(name) ?? ''},${written}`);
      }
      for (const [name, policy] of policies) expect(policy.length, name).toBeLessThan(POLICY_BYTES);
    }
  });
});
