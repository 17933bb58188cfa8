import { writeLog } from '../../platform/observability/log-sink.ts';
import type { LoggableError } from '../../platform/observability/loggable-error.ts';
import type { Counts } from './counts.ts';

/** What the broker tells: what it refused in a second, and that it waits for a stream. */
export type BrokerEvent =
  | { readonly event: 'refused'; readonly counts: Counts }
  /** Nothing is acknowledged until it is back. Without an error it does not answer. */
  | { readonly event: 'waits-for-stream'; readonly stream: string; readonly error?: LoggableError | undefined }
  | { readonly event: 'stream-back'; readonly stream: string };

/** The broker's log line. */
export type BrokerLine = BrokerEvent & { readonly level: 'info' | 'error'; readonly broker: 'mqtt' };

export function logBrokerEvent(event: BrokerEvent): void {
  const level = event.event === 'waits-for-stream' ? 'error' : 'info';
  const line: BrokerLine = { level, broker: 'mqtt', ...event };
  writeLog(JSON.stringify(line));
}
