import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from './embedded-metrics.ts';
import type { LoggableError } from './loggable-error.ts';

/** A client that connected to the broker, or was not let in. */
export interface SignInRecord {
  readonly function: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  /** Of one that was let in: what others call themselves is theirs to invent. */
  readonly clientId?: string;
  /** Why it was not let in. */
  readonly refused?: string;
  /** Present: nobody could tell. */
  readonly error?: LoggableError;
}

const METRICS = [
  { Name: 'device_sign_ins', Unit: 'Count' },
  { Name: 'refused_device_sign_ins', Unit: 'Count' },
  { Name: 'device_sign_in_duration', Unit: 'Milliseconds' },
];
const DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: METRICS }];

/** The sign-in's one log line, which is its metrics too (CloudWatch embedded metric format). */
export function signInLine(record: SignInRecord): string {
  const { function: name, requestId, at, durationMs, clientId, refused, error } = record;
  return JSON.stringify({
    _aws: { Timestamp: at, CloudWatchMetrics: DIRECTIVE },
    level: error === undefined ? 'info' : 'error',
    function: name,
    requestId,
    device_sign_ins: clientId === undefined ? 0 : 1,
    refused_device_sign_ins: refused === undefined ? 0 : 1,
    device_sign_in_duration: Math.round(durationMs * 1000) / 1000,
    ...(clientId !== undefined && { clientId }),
    ...(refused !== undefined && { refused }),
    ...(error !== undefined && { error }),
  });
}
