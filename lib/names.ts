import type { StageName } from './config.ts';

/**
 * Names are given, not generated: the dashboard can then point at every domain's function and alarms
 * without a reference to its stack, which would make a cycle with the topic those alarms notify.
 */

/** `heal7-prod-saju`, for a stack, a function or an alarm. */
export function resourceName(stage: StageName, ...parts: readonly string[]): string {
  return ['heal7', stage, ...parts].join('-');
}

/** The function that answers a domain's routes, in AWS and in `.build/functions`. */
export function httpFunctionName(domain: string): string {
  return `${domain}-http`;
}

/** The function of a domain's job. */
export function jobFunctionName(domain: string, job: string): string {
  return `${domain}-${job}-job`;
}

/** A function that streams start. */
export function streamFunctionName(domain: string, name: string): string {
  return `${domain}-${name}-stream`;
}

/** The queue that is told of batches which that function was not got done: its on-failure destination. */
export function givenUpQueueName(functionName: string): string {
  return `${functionName}-given-up`;
}

/** The state machine of a domain's pipeline. */
export function pipelineName(domain: string, pipeline: string): string {
  return `${domain}-${pipeline}-pipeline`;
}
