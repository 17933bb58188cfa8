import { writeLog } from '../observability/log-sink.ts';
import { sendsLine } from '../observability/socket-log.ts';
import type { Connections } from './connections.ts';
import type { Sender, Sent } from './sender.ts';

export interface BroadcastDependencies {
  readonly sender: Pick<Sender, 'post'>;
  readonly connections: Pick<Connections, 'removeGone'>;
  /** Of the function, as declared, where Lambda gives it none. */
  readonly name: string;
  readonly now?: () => Date;
}

/** Sends the same messages, in their order, to many connections. Never throws: what cannot be sent is dropped, and counted. */
export type Broadcast = (connectionIds: readonly string[], messages: readonly string[]) => Promise<void>;

/** For all of a broadcast: one that reads slowly keeps nobody waiting for longer. */
const PATIENCE_MS = 1_000;

export function createBroadcast(dependencies: BroadcastDependencies): Broadcast {
  const { sender, connections, name, now = () => new Date() } = dependencies;
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? name;

  async function sendTo(id: string, messages: readonly string[], signal: AbortSignal): Promise<readonly Sent[]> {
    const sent: Sent[] = [];
    for (const message of messages) {
      const outcome = signal.aborted
        ? 'dropped'
        : await sender.post(id, message, signal).catch(() => 'dropped' as const);
      sent.push(outcome);
      if (outcome !== 'gone') continue;
      // Its end was not told, or not yet; or it is opening. What stays in the table is found gone again, or open.
      await connections.removeGone(id).catch(() => {});
      break;
    }
    return sent;
  }

  return async (connectionIds, messages) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const outcomes = (await Promise.all(connectionIds.map(id => sendTo(id, messages, signal)))).flat();
    const counted = (which: Sent) => outcomes.filter(outcome => outcome === which).length;
    writeLog(
      sendsLine({
        function: functionName,
        at: now().getTime(),
        sent: counted('sent'),
        gone: counted('gone'),
        dropped: counted('dropped'),
      }),
    );
  };
}
