import type { JobCounts } from '../platform/observability/job-log.ts';
import type { LogSink } from '../platform/observability/log-sink.ts';
import type { LoggableError } from '../platform/observability/loggable-error.ts';
import { type BatchLine, createBatchDisplay } from './batch-display.ts';
import type { BrokerLine } from './mqtt/broker-log.ts';
import type { PollerLine } from './streams/poller-log.ts';

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

/** An attempt at a step of a pipeline, or the end of an execution. */
interface PipelineLine {
  readonly pipeline: string;
  readonly step?: string;
  readonly position?: number;
  readonly steps?: number;
  readonly attempt?: number;
  readonly waitSeconds?: number;
  readonly pipeline_duration?: number;
  readonly failedStep?: string;
}

/** Something that happened beside a request or a job's run: an account was erased, an export failed. */
interface EventLine {
  readonly event: string;
  readonly userId?: string;
  readonly error?: LoggableError;
}

/** A projection that was built again. */
interface RebuildLine {
  readonly projection: string;
  readonly verdict: string;
  readonly checksums: { readonly live: string; readonly rebuilt: string };
}

/** Something that happened on a WebSocket connection. */
interface SocketLine {
  readonly socket: string;
  readonly function: string;
  readonly status: number;
  readonly socket_duration: number;
  readonly closedBy?: number;
  readonly refused?: string;
  readonly error?: LoggableError;
}

/** Messages to WebSocket connections. */
interface SendsLine {
  readonly function: string;
  readonly sent_socket_messages: number;
  readonly dropped_socket_messages: number;
}

/** A device that connected, or was not let in. */
interface SignInLine {
  readonly device_sign_ins: number;
  readonly refused?: string;
  readonly error?: LoggableError;
}

/** Shows each line to people: `14:03:58  200    1.2 ms  POST /v1/saju/charts`. */
export const prettyLog: LogSink = text => {
  const line = JSON.parse(text) as
    | RequestLine
    | JobLine
    | PipelineLine
    | BatchLine
    | PollerLine
    | BrokerLine
    | SignInLine
    | RebuildLine
    | SocketLine
    | SendsLine
    | EventLine;
  if ('job' in line) showJob(line);
  else if ('pipeline' in line) showPipeline(line);
  else if ('stream_records' in line) showBatch(line);
  else if ('poller' in line) showPoller(line);
  else if ('broker' in line) showBroker(line);
  else if ('device_sign_ins' in line) showSignIn(line);
  else if ('projection' in line) showRebuild(line);
  else if ('socket' in line) showSocket(line);
  else if ('sent_socket_messages' in line) showSends(line);
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
  // What was wrong with its arguments is told by whoever ran it, and is no fault of the code.
  const isRefused = error?.name === 'UnusableArguments';
  const outcome = error === undefined ? did.join(', ') : isRefused ? 'refused' : 'failed';
  console.log(`${clock(Date.now())}  job  ${time}  ${job}  ${outcome}`.trimEnd());
  if (error !== undefined && !isRefused) showError(error);
}

/** `02:00:00  pipeline         …  daily-data-processing  step 1 of 3: analyze-saju-accuracy`. */
function showPipeline(line: PipelineLine): void {
  const { pipeline, pipeline_duration: ms, step, position, steps, attempt = 1, waitSeconds, failedStep } = line;
  const time = ms === undefined ? '        …' : `${ms.toFixed(1).padStart(6)} ms`;
  const again = attempt === 1 ? '' : `, attempt ${attempt}`;
  const when = waitSeconds === undefined ? '' : ` in ${waitSeconds} s`;
  const end = failedStep === undefined ? 'done' : `failed at ${failedStep}`;
  const what = step === undefined ? end : `step ${position} of ${steps}: ${step}${again}${when}`;
  console.log(`${clock(Date.now())}  pipeline  ${time}  ${pipeline}  ${what}`);
}

const showBatch = createBatchDisplay((text, error) => {
  console.log(`${clock(Date.now())}  ${text}`);
  if (error !== undefined) showError(error);
});

/** `14:03:58  events  audit-log  batch-given-up  1 records, see .local/failed-batches/….json`. */
function showPoller({ poller, event, records, file, error }: PollerLine): void {
  const what = file === undefined ? '' : `  ${records} records, see ${file}`;
  console.log(`${clock(Date.now())}  events  ${poller}  ${event}${what}`);
  if (error !== undefined) showError(error);
}

/** `14:03:58  mqtt  refused  publish_not_allowed 3`. */
function showBroker(line: BrokerLine): void {
  const what =
    'stream' in line
      ? line.stream
      : Object.entries(line.counts)
          .map(([refusal, count]) => `${refusal} ${count}`)
          .join(', ');
  console.log(`${clock(Date.now())}  mqtt  ${line.event}  ${what}`);
  if ('error' in line && line.error !== undefined) showError(line.error);
}

/** Only of those that were not let in: there may be thousands of others. */
function showSignIn({ refused, error }: SignInLine): void {
  if (refused !== undefined || error !== undefined) {
    console.log(`${clock(Date.now())}  mqtt  sign-in  ${refused ?? 'failed'}`);
  }
  if (error !== undefined) showError(error);
}

/** `14:03:58  user-activity  was 5f2c…, is 5f2c…: same`. */
function showRebuild({ projection, checksums: { live, rebuilt }, verdict }: RebuildLine): void {
  console.log(`${clock(Date.now())}  ${projection}  was ${live}, is ${rebuilt}: ${verdict}`);
}

/** `14:03:58  401     2.3 ms  live connect  no_such_ticket`. */
function showSocket({
  socket,
  function: name,
  status,
  socket_duration: ms,
  closedBy,
  refused,
  error,
}: SocketLine): void {
  const why = refused ?? closedBy ?? '';
  const what = `${name} ${socket.toLowerCase()}  ${why}`.trimEnd();
  console.log(`${clock(Date.now())}  ${status}  ${ms.toFixed(1).padStart(6)} ms  ${what}`);
  if (error !== undefined) showError(error);
}

/** Only of what did not arrive: the rest comes each second. */
function showSends({ function: name, sent_socket_messages: sent, dropped_socket_messages: dropped }: SendsLine): void {
  if (dropped > 0) console.log(`${clock(Date.now())}  ${name}  sent ${sent}, dropped ${dropped}`);
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
