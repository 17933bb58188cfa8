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

/** The function that tells IoT Core who a device is: its name says what it does. */
export function authorizerFunctionName(domain: string, name: string): string {
  return `${domain}-${name}`;
}

/** The function that answers a WebSocket API. */
export function socketFunctionName(domain: string, name: string): string {
  return `${domain}-${name}-socket`;
}

/** The queue of devices' messages that their rules could not put into a stream. */
export function undeliveredQueueName(stage: StageName): string {
  return resourceName(stage, 'devices-undelivered');
}

/** The custom authorizer of IoT Core, and the domain configuration that devices connect to. */
export function devicesName(stage: StageName): string {
  return resourceName(stage, 'devices');
}

/** Where raw history of readings lies, in stages that have Timestream. */
export function timestreamNames(stage: StageName): { readonly database: string; readonly table: string } {
  return { database: resourceName(stage, 'devices'), table: 'readings' };
}

/** The queue that is told of batches which that function was not got done: its on-failure destination. */
export function givenUpQueueName(functionName: string): string {
  return `${functionName}-given-up`;
}

/** The state machine of a domain's pipeline. */
export function pipelineName(domain: string, pipeline: string): string {
  return `${domain}-${pipeline}-pipeline`;
}
