import type { BrokerEvent } from './broker-log.ts';
import type { StreamWriter } from './stream-writer.ts';

/** A stream answers in milliseconds. */
const MOST_WAITING_MS = 2_000;

/** Tells once that a stream takes nothing, and why; and once that it is back. To be called each second. */
export function watchStream(
  stream: string,
  writer: Pick<StreamWriter, 'waitedMs' | 'trouble'>,
  tell: (event: BrokerEvent) => void,
): () => void {
  let away = false;
  return () => {
    const waits = writer.waitedMs() > MOST_WAITING_MS;
    if (waits === away) return;
    away = waits;
    tell(away ? { event: 'waits-for-stream', stream, error: writer.trouble } : { event: 'stream-back', stream });
  };
}
