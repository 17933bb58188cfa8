import type { LogSink } from '../platform/observability/log-sink.ts';

interface RequestLine {
  readonly _aws: { readonly Timestamp: number };
  readonly status: number;
  readonly http_request_duration: number;
  readonly route: string;
  readonly problem?: {
    readonly code: string;
    readonly fields?: readonly string[];
    readonly error?: { readonly name: string; readonly code?: string; readonly frames: readonly string[] };
  };
}

/** Shows each request's line to people: `14:03:58  200    1.2 ms  POST /v1/saju/charts`. */
export const prettyLog: LogSink = text => {
  const { _aws, status, http_request_duration: ms, route, problem } = JSON.parse(text) as RequestLine;
  const time = new Date(_aws.Timestamp).toTimeString().slice(0, 8);
  const reason = problem === undefined ? '' : `  ${[problem.code, ...(problem.fields ?? [])].join(' ')}`;
  console.log(`${time}  ${status}  ${ms.toFixed(1).padStart(6)} ms  ${route}${reason}`);
  if (problem?.error !== undefined) {
    const { name, code, frames } = problem.error;
    console.log(
      [`          ${name}${code === undefined ? '' : ` ${code}`}`, ...frames.slice(0, 5)].join('\n            at '),
    );
  }
};
