import { randomUUID } from 'node:crypto';
import { ExecutionAbortedError, StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { UnusableArguments } from '../../platform/jobs/unusable-arguments.ts';
import type { JobDeclaration } from '../../platform/manifest/domain.ts';
import { writeLog } from '../../platform/observability/log-sink.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import { stateMachine } from '../../platform/pipelines/state-machine.ts';
import type { Pipeline } from '../../platform/pipelines/steps.ts';
import { runJob } from '../jobs/run-job.ts';
import { type ExecutionRecord, executionLine, stepLine } from './pipeline-log.ts';

export interface PipelineOptions {
  /** Ends it: what runs is waited for, and nothing begins any more. */
  readonly signal?: AbortSignal;
  /** Runs a step's job; throws what its function would. */
  readonly run?: typeof runJob;
  /** Between the attempts at a step, in place of the declared time. */
  readonly retryIntervalMs?: number;
}

/** What an execution throws that failed: at which step, and why its last attempt did. */
export class PipelineFailed extends Error {
  override readonly name = 'PipelineFailed';

  constructor(pipeline: string, step: string, cause: unknown) {
    super(`${pipeline} failed at ${step}: the lines above say where`, { cause });
  }
}

/**
 * Executes a pipeline's state machine, the one that is deployed, with the jobs that are its steps run here. Each attempt at a
 * step writes a line, and the execution one at its end.
 *
 * @throws PipelineFailed, once that has been logged
 */
export async function runPipeline(
  pipeline: Pipeline,
  args: readonly string[] = [],
  options: PipelineOptions = {},
): Promise<void> {
  const { signal, run = runJob, retryIntervalMs } = options;
  if (signal?.aborted) return;
  const { name, jobs, steps } = pipeline;
  const at: Whereabouts = { pipeline: name, execution: randomUUID(), step: steps[0], running: Promise.resolve() };
  const ofSteps = <Value>(value: (job: JobDeclaration) => Value) =>
    Object.fromEntries(jobs.map(job => [job.name, value(job)]));

  const elapsed = stopwatch();
  const machine = new StateMachine(stateMachine(pipeline) as unknown as StateMachineDefinition);
  const { result, abort } = machine.run(
    { arguments: [...args] },
    {
      overrides: {
        taskResourceLocalHandlers: ofSteps(job => handlerOf(job, pipeline, at, { run, signal, retryIntervalMs })),
        ...(retryIntervalMs !== undefined && { retryIntervalOverrides: ofSteps(() => retryIntervalMs) }),
      },
    },
  );
  signal?.addEventListener('abort', abort, { once: true });
  const end = () => ({ at: Date.now(), durationMs: elapsed() });
  try {
    await result;
    writeLog(executionLine(at, end()));
  } catch (error) {
    if (error instanceof ExecutionAbortedError) return void (await at.running);
    writeLog(executionLine(at, { ...end(), failedStep: at.step }));
    throw new PipelineFailed(name, at.step, at.error ?? error);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** Where an execution is. */
interface Whereabouts extends ExecutionRecord {
  step: string;
  /** The attempt that goes on; never rejects. */
  running: Promise<unknown>;
  /** Why the last attempt failed. */
  error?: unknown;
}

/** What stands in for the call of a step's function: takes what that is told, and gives what it answers. */
function handlerOf(job: JobDeclaration, { jobs, retries }: Pipeline, at: Whereabouts, options: HandlerOptions) {
  const { run, signal, retryIntervalMs = retries.intervalSeconds * 1_000 } = options;
  let attempt = 0;
  return async (input: unknown) => {
    // The interpreter ends a wait that is aborted by beginning what was waited for.
    if (signal?.aborted) throw new ExecutionAbortedError();
    attempt++;
    at.step = job.name;
    at.error = undefined;
    const of = { position: jobs.indexOf(job) + 1, steps: jobs.length, step: job.name };
    writeLog(stepLine(at, { ...of, attempt }));
    const { Payload } = input as { readonly Payload: { readonly arguments: readonly string[] } };
    const counts = run(job, Payload.arguments);
    at.running = counts.catch(() => {});
    try {
      return { Payload: { ...(await counts) } };
    } catch (error) {
      at.error = error;
      const again = attempt <= retries.attempts && !(error instanceof UnusableArguments);
      if (again) writeLog(stepLine(at, { ...of, attempt: attempt + 1, waitSeconds: retryIntervalMs / 1_000 }));
      throw error;
    }
  };
}

interface HandlerOptions {
  readonly run: typeof runJob;
  readonly signal: AbortSignal | undefined;
  readonly retryIntervalMs: number | undefined;
}
