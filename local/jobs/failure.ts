import { JobFailed } from '../../platform/jobs/job-function.ts';
import { UnusableArguments } from '../../platform/jobs/unusable-arguments.ts';
import { PipelineFailed } from '../pipelines/run-pipeline.ts';

/** A run that ended badly, and has its line in the log. */
type LoggedFailure = JobFailed | PipelineFailed | UnusableArguments;

/** What else a run throws (its file cannot be read) nobody has told of yet. */
export function isLoggedFailure(error: unknown): error is LoggedFailure {
  return [JobFailed, PipelineFailed, UnusableArguments].some(kind => error instanceof kind);
}

/** Why it failed, which the log leaves out, since messages quote data. */
export function reasonOf(failure: LoggedFailure): string {
  const { cause } = failure;
  if (isLoggedFailure(cause)) return reasonOf(cause);
  return cause instanceof Error ? cause.message : failure.message;
}
