import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from './embedded-metrics.ts';
import type { LoggableError } from './loggable-error.ts';

/** Something that happened on a WebSocket connection. Nothing in it is what a client sent. */
export interface SocketRecord {
  readonly function: string;
  readonly event: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  readonly requestId: string;
  readonly connectionId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  readonly status: number;
  /** Of a connection that has ended: the code that closed it. */
  readonly closedBy?: number;
  /** Why a connection was not let in, or a message not answered. */
  readonly refused?: string;
  /** Present: our fault. */
  readonly error?: LoggableError;
}

const METRICS = [
  { Name: 'socket_connections', Unit: 'Count' },
  { Name: 'refused_socket_connections', Unit: 'Count' },
  { Name: 'socket_messages', Unit: 'Count' },
  { Name: 'refused_socket_messages', Unit: 'Count' },
  { Name: 'socket_disconnections', Unit: 'Count' },
  { Name: 'socket_failures', Unit: 'Count' },
  { Name: 'socket_duration', Unit: 'Milliseconds' },
];
const DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: METRICS }];

/** Its one log line, which is its metrics too (CloudWatch embedded metric format). */
export function socketLine(record: SocketRecord): string {
  const { function: name, event, requestId, connectionId, at, durationMs, status, closedBy, refused, error } = record;
  const count = (kind: SocketRecord['event'], counted: boolean) => (event === kind && counted ? 1 : 0);
  return JSON.stringify({
    _aws: { Timestamp: at, CloudWatchMetrics: DIRECTIVE },
    level: error === undefined ? 'info' : 'error',
    function: name,
    socket: event,
    requestId,
    connectionId,
    status,
    socket_connections: count('CONNECT', status === 200),
    refused_socket_connections: count('CONNECT', refused !== undefined),
    socket_messages: count('MESSAGE', status === 200),
    refused_socket_messages: count('MESSAGE', refused !== undefined),
    socket_disconnections: count('DISCONNECT', true),
    socket_failures: error === undefined ? 0 : 1,
    socket_duration: Math.round(durationMs * 1000) / 1000,
    ...(closedBy !== undefined && { closedBy }),
    ...(refused !== undefined && { refused }),
    ...(error !== undefined && { error }),
  });
}

/** Messages to connections, in numbers. */
export interface SendsRecord {
  readonly function: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sent: number;
  /** To connections that were there no more. */
  readonly gone: number;
  /** Not taken, or not in time. */
  readonly dropped: number;
}

const SENDS_METRICS = [
  { Name: 'sent_socket_messages', Unit: 'Count' },
  { Name: 'dropped_socket_messages', Unit: 'Count' },
];
const SENDS_DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: SENDS_METRICS }];

/** Its log line, which is its metrics too. */
export function sendsLine({ function: name, at, sent, gone, dropped }: SendsRecord): string {
  return JSON.stringify({
    _aws: { Timestamp: at, CloudWatchMetrics: SENDS_DIRECTIVE },
    level: dropped === 0 ? 'info' : 'error',
    function: name,
    event: 'socket-messages',
    sent_socket_messages: sent,
    gone_socket_connections: gone,
    dropped_socket_messages: dropped,
  });
}
