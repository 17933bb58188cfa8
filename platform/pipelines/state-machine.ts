import type { Pipeline } from './steps.ts';

/** What a step waits beside its work: for Lambda to start the function, and to hand over the answer. */
const START_SECONDS = 30;

/** As Step Functions calls a function and waits for it. */
const INVOKE = 'arn:aws:states:::lambda:invoke';

const EVERYTHING = 'States.ALL';

interface Retrier {
  readonly ErrorEquals: string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts: number;
  readonly BackoffRate?: number;
}

interface Choice {
  readonly Type: 'Choice';
  readonly Choices: { readonly Variable: string; readonly IsPresent: true; readonly Next: string }[];
  readonly Default: string;
}

interface Pass {
  readonly Type: 'Pass';
  readonly Parameters: Record<string, string>;
  readonly Next: string;
}

/** A step: a call of its job's function. */
type Task = {
  readonly Type: 'Task';
  readonly Resource: typeof INVOKE;
  /** What the call is told. */
  readonly Parameters: { readonly FunctionName: string; readonly Payload: Record<string, string> };
  readonly ResultSelector: Record<string, string>;
  readonly ResultPath: string;
  readonly TimeoutSeconds: number;
  readonly Retry: Retrier[];
  readonly Catch: { readonly ErrorEquals: string[]; readonly ResultPath: string; readonly Next: string }[];
} & ({ readonly Next: string } | { readonly End: true });

interface Fail {
  readonly Type: 'Fail';
  readonly Error: string;
  readonly Cause: string;
}

/** In the Amazon States Language (https://states-language.net), as far as pipelines use it. */
export interface StateMachineDefinition {
  readonly Comment: string;
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Record<string, Choice | Pass | Task | Fail>;
}

/**
 * What stands in the definition for the ARN of a step's function, which a deployment puts in its place, and for the step in
 * paths, where a hyphen would be a minus: `AnalyzeSajuAccuracy`.
 */
export function variableOf(step: string): string {
  return step.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The state machine of a pipeline, deployed and run locally as it is: its steps one after another, each retried as declared;
 * one that fails past its retries ends the execution as failed under the step's name. A job's `UnusableArguments` are as
 * unusable the next time, and are not tried again.
 *
 * The execution's input is `{"arguments": ["2026-11-24"]}`, which every step gets. Without, they get the instant of the
 * execution's start, from which `pipelineDay` derives the same day in all of them.
 */
export function stateMachine({ purpose, jobs, retries }: Pipeline): StateMachineDefinition {
  const first = jobs[0]!.name;
  const steps = jobs.map(({ name, timeoutSeconds }, at) => {
    const next = jobs[at + 1]?.name;
    const task: Task = {
      Type: 'Task',
      Resource: INVOKE,
      Parameters: { FunctionName: `\${${variableOf(name)}}`, Payload: { 'arguments.$': '$.arguments' } },
      // Beside the job's counts, Lambda's answer has headers that say nothing.
      ResultSelector: { 'counts.$': '$.Payload' },
      ResultPath: `$.${variableOf(name)}`,
      TimeoutSeconds: timeoutSeconds + START_SECONDS,
      Retry: [
        { ErrorEquals: ['UnusableArguments'], MaxAttempts: 0 },
        {
          ErrorEquals: [EVERYTHING],
          IntervalSeconds: retries.intervalSeconds,
          MaxAttempts: retries.attempts,
          BackoffRate: 1,
        },
      ],
      Catch: [{ ErrorEquals: [EVERYTHING], ResultPath: '$.error', Next: failureOf(name) }],
      ...(next === undefined ? { End: true } : { Next: next }),
    };
    const failure: Fail = {
      Type: 'Fail',
      Error: name,
      Cause: `The step ${name} failed for good. The log of its function says where.`,
    };
    return { task, failure, name };
  });
  const longest = steps.map(
    ({ task }) => task.TimeoutSeconds + retries.attempts * (retries.intervalSeconds + task.TimeoutSeconds),
  );

  return {
    Comment: purpose,
    StartAt: 'day-given',
    // What the steps' own limits add up to: reached only if Step Functions itself holds an execution up.
    TimeoutSeconds: longest.reduce((sum, seconds) => sum + seconds, START_SECONDS),
    States: {
      'day-given': {
        Type: 'Choice',
        Choices: [{ Variable: '$.arguments[0]', IsPresent: true, Next: first }],
        Default: 'day-before-start',
      },
      'day-before-start': {
        Type: 'Pass',
        Parameters: { 'arguments.$': 'States.Array($$.Execution.StartTime)' },
        Next: first,
      },
      ...Object.fromEntries(steps.map(({ name, task }) => [name, task])),
      ...Object.fromEntries(steps.map(({ name, failure }) => [failureOf(name), failure])),
    },
  };
}

function failureOf(step: string): string {
  return `${step}-failed`;
}
