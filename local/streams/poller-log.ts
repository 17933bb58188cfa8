import { writeLog } from '../../platform/observability/log-sink.ts';
import { type LoggableError, loggableError } from '../../platform/observability/loggable-error.ts';

/** What a poller tells beside the lines that functions write of their batches. */
export type PollerEvent =
  /** The function threw or ran out of time, which it cannot tell itself. Once until it works again. */
  | { readonly event: 'batch-threw'; readonly consumer: string; readonly error: unknown }
  | {
      readonly event: 'batch-given-up';
      readonly consumer: string;
      readonly records: number;
      readonly condition: string;
      readonly file: string;
    }
  /** Nothing is lost: it is tried again until it works. */
  | { readonly event: 'file-not-written'; readonly consumer: string; readonly error: unknown }
  | { readonly event: 'stream-away'; readonly stream: string; readonly error: unknown }
  | { readonly event: 'stream-back'; readonly stream: string }
  /** The stream is another one than the checkpoint's: the consumer begins at its oldest record. */
  | { readonly event: 'stream-replaced'; readonly stream: string };

/** A poller's log line. */
export interface PollerLine {
  readonly level: 'info' | 'error';
  /** What it is about: the consumer, or the stream. */
  readonly poller: string;
  readonly event: PollerEvent['event'];
  /** Of records that were given up. */
  readonly file?: string;
  readonly records?: number;
  readonly error?: LoggableError | undefined;
}

/** Writes it as a log line. */
export function logPollerEvent(event: PollerEvent): void {
  const line: PollerLine = {
    level: event.event === 'stream-back' ? 'info' : 'error',
    poller: 'consumer' in event ? event.consumer : event.stream,
    ...event,
    error: 'error' in event ? loggableError(event.error) : undefined,
  };
  writeLog(JSON.stringify(line));
}
