import type { JobCounts } from '../platform/observability/job-log.ts';
import type { LogSink } from '../platform/observability/log-sink.ts';
import type { LoggableError } from '../platform/observability/loggable-error.ts';

interface RequestLine {
  readonly _aws: { readonly Timestamp: number };
  readonly status: number;
  readonly http_request_duration: number;
  readonly route: string;
  readonly problem?: {
    readonly code: string;
    readonly fields?: readonly string[];
    readonly error?: LoggableError;
  };
}

/** The end of a job's run, or how far it is. */
interface JobLine {
  readonly job: string;
  readonly job_duration?: number;
  readonly counts?: JobCounts;
  readonly progress?: JobCounts;
  readonly error?: LoggableError;
}

/** Something that happened beside a request or a job's run: an account was erased, an export failed. */
interface EventLine {
  readonly event: string;
  readonly userId?: string;
  readonly error?: LoggableError;
}

/** Shows each line to people: `14:03:58  200    1.2 ms  POST /v1/saju/charts`. */
export const prettyLog: LogSink = text => {
  const line = JSON.parse(text) as RequestLine | JobLine | EventLine;
  if ('job' in line) showJob(line);
  else if ('event' in line) showEvent(line);
  else showRequest(line);
};

function showRequest({ _aws, status, http_request_duration: ms, route, problem }: RequestLine): void {
  const reason = problem === undefined ? '' : `  ${[problem.code, ...(problem.fields ?? [])].join(' ')}`;
  console.log(`${clock(_aws.Timestamp)}  ${status}  ${ms.toFixed(1).padStart(6)} ms  ${route}${reason}`);
  if (problem?.error !== undefined) showError(problem.error);
}

/** `01:10:00  job   12.3 ms  partitions  made 3`; a run that goes on has no time yet. */
function showJob({ job, job_duration: ms, counts, progress, error }: JobLine): void {
  const time = ms === undefined ? '        …' : `${ms.toFixed(1).padStart(6)} ms`;
  const did = Object.entries(counts ?? progress ?? {}).map(([what, count]) => `${what} ${count}`);
  const outcome = error === undefined ? did.join(', ') : 'failed';
  console.log(`${clock(Date.now())}  job  ${time}  ${job}  ${outcome}`.trimEnd());
  if (error !== undefined) showError(error);
}

function showEvent({ event, userId = '', error }: EventLine): void {
  console.log(`${clock(Date.now())}  ${event}  ${userId}`.trimEnd());
  if (error !== undefined) showError(error);
}

function showError({ name, code, frames }: LoggableError): void {
  console.log(
    [`          ${name}${code === undefined ? '' : ` ${code}`}`, ...frames.slice(0, 5)].join('\n            at '),
  );
}

function clock(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
