import { once } from 'node:events';
import { type ClientOptions, type RawData, WebSocket } from 'ws';

/** Longer than anything here takes. */
const PATIENCE_MS = 5_000;

/** A client of a WebSocket API, as a test uses it. */
export interface SocketClient {
  readonly socket: WebSocket;
  /** What it was sent until now. */
  readonly messages: readonly string[];
  /** Waits until it has been sent so many messages. */
  heard(count: number): Promise<readonly string[]>;
  send(text: string): void;
  /** The code that closed it. */
  readonly closed: Promise<number>;
}

/** Connects. @throws Error with the status, where it is not let in: `Unexpected server response: 401` */
export async function connect(url: string, options: ClientOptions = {}): Promise<SocketClient> {
  const socket = new WebSocket(url, options);
  const messages: string[] = [];
  socket.on('message', (data: RawData) => messages.push(data.toString()));
  const closed = new Promise<number>(resolve => socket.once('close', resolve));
  await once(socket, 'open');
  socket.on('error', () => {});
  return {
    socket,
    messages,
    closed,
    send: text => socket.send(text),
    async heard(count) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      while (messages.length < count) await once(socket, 'message', { signal });
      return messages;
    },
  };
}

/** The status of a handshake that is refused; 101 where it is not. */
export async function statusOf(url: string, options?: ClientOptions): Promise<number> {
  try {
    const { socket } = await connect(url, options);
    socket.close();
    return 101;
  } catch (error) {
    const [, status] = /response: (\d+)/.exec((error as Error).message) ?? [];
    if (status === undefined) throw error;
    return Number(status);
  }
}
