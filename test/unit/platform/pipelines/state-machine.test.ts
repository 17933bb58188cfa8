import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { domains } from '../../../../functions/manifest.ts';
import { stateMachine, variableOf } from '../../../../platform/pipelines/state-machine.ts';
import { pipelinesOf } from '../../../../platform/pipelines/steps.ts';
import { pipeline } from './pipeline.ts';

/** The validator that the interpreter checks definitions with: the language's JSON Schemas, transitions, paths and ARNs. */
const validate = createRequire(createRequire(import.meta.url).resolve('aws-local-stepfunctions'))('asl-validator') as (
  definition: object,
  options: { readonly checkArn: boolean; readonly checkPaths: boolean },
) => { readonly isValid: boolean; readonly errors: readonly object[] };

const errorsOf = (definition: object) =>
  validate(structuredClone(definition), { checkArn: true, checkPaths: true }).errors;

describe.each([pipeline, ...domains.flatMap(pipelinesOf)])('the state machine of $name', each => {
  test('is one in the Amazon States Language', () => {
    expect(errorsOf(stateMachine(each))).toEqual([]);
  });

  test('is a state machine of its own each time, which nobody can change for others', () => {
    expect(stateMachine(each)).toEqual(stateMachine(each));
    expect(stateMachine(each).States).not.toBe(stateMachine(each).States);
  });
});

test('the validator finds what is wrong', () => {
  const { States, ...rest } = stateMachine(pipeline);
  const { dry: _, ...others } = States;
  expect(errorsOf({ ...rest, States: others })).toContainEqual(
    expect.objectContaining({ 'Error code': 'MISSING_TRANSITION_TARGET' }),
  );
});

test('each step calls its function with the arguments, is retried as declared, and fails under its name', () => {
  const { States } = stateMachine(pipeline);
  expect(States['wash-up']).toEqual({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what CloudFormation puts an ARN in the place of
    Parameters: { FunctionName: '${WashUp}', Payload: { 'arguments.$': '$.arguments' } },
    ResultSelector: { 'counts.$': '$.Payload' },
    ResultPath: '$.WashUp',
    TimeoutSeconds: 130,
    Retry: [
      { ErrorEquals: ['UnusableArguments'], MaxAttempts: 0 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 300, MaxAttempts: 2, BackoffRate: 1 },
    ],
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'wash-up-failed' }],
    Next: 'dry',
  });
  expect(States.dry).toMatchObject({ End: true, TimeoutSeconds: 230 });
  expect(States['dry-failed']).toMatchObject({ Type: 'Fail', Error: 'dry' });
});

test('an execution may take as long as all attempts of all steps together', () => {
  // 3 · 130 + 2 · 300, 3 · 230 + 2 · 300, and half a minute.
  expect(stateMachine(pipeline).TimeoutSeconds).toBe(990 + 1_290 + 30);
});

test('a step has a name for a substitution: letters alone', () => {
  expect(variableOf('analyze-saju-accuracy')).toBe('AnalyzeSajuAccuracy');
});

test('a step that is no job for a pipeline is refused', () => {
  const [job] = pipeline.jobs;
  const { jobs: _, domain: name, ...declaration } = pipeline;
  const domain = { name, purpose: 'Any', alarms: [], pipelines: [{ ...declaration, steps: ['wash-up'] as const }] };
  expect(pipelinesOf({ ...domain, jobs: [job!] })).toEqual([{ ...pipeline, steps: ['wash-up'], jobs: [job] }]);
  expect(() => pipelinesOf({ ...domain, jobs: [] })).toThrow(/nightly: any has no step "wash-up"/);
  expect(() => pipelinesOf({ ...domain, jobs: [{ ...job!, trigger: 'operator' }] })).toThrow(RangeError);
});
