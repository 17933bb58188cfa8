import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { followFrames } from './frame-lengths.ts';
import { disconnectEvent, type GatewayConnection, messageEvent } from './gateway-event.ts';
import { closing, type GatewayLimits } from './limits.ts';
import { invokeSocketCode, type SocketCode } from './socket-code.ts';

/** What became of a message to a client. */
export type Posted = 'sent' | 'too-large' | 'full';

export interface OpenConnectionOptions {
  readonly connection: GatewayConnection;
  readonly code: SocketCode;
  readonly socket: WebSocket;
  /** What is under it, whose bytes are frames. */
  readonly stream: Duplex;
  readonly limits: GatewayLimits;
  now(): number;
}

/** An open WebSocket, kept to API Gateway's limits; each message is an event for the function. */
export class OpenConnection {
  readonly connection: GatewayConnection;
  lastActiveAt: number;
  readonly #options: OpenConnectionOptions;
  readonly #over = Promise.withResolvers<void>();
  /** Messages that came in one piece with others, and would be too many at once. */
  #waiting: string[] = [];
  #answering = 0;

  constructor(options: OpenConnectionOptions) {
    const { connection, socket, stream, limits, now } = options;
    this.#options = options;
    this.connection = connection;
    this.lastActiveAt = now();
    const active = () => {
      this.lastActiveAt = now();
    };
    // Before `ws`, which would pass on the message of a short frame.
    stream.prependListener(
      'data',
      followFrames(length => length > limits.frameBytes && this.close(closing.tooLarge)),
    );
    socket.on('ping', active).on('pong', active);
    socket.on('message', (data: Buffer, isBinary) => {
      active();
      // What comes after a close was asked for is not for anybody.
      if (!this.isOpen) return;
      if (isBinary) this.close(closing.binary);
      else this.#take(data.toString());
    });
    // A message that is too large, or no frame at all: `ws` closes with the code for it.
    socket.on('error', () => {});
    socket.on('close', (code, reason) => void this.#end(code, reason.toString()));
  }

  /** Whether something may be sent to it. */
  get isOpen(): boolean {
    const { socket } = this.#options;
    return socket.readyState === socket.OPEN;
  }

  /** Resolves once it is closed and the function knows. */
  get over(): Promise<void> {
    return this.#over.promise;
  }

  /** Sends a message, which the client has when it reads it; or tells what is in the way. */
  post(text: Buffer): Posted {
    const { socket, limits, now } = this.#options;
    if (text.length > limits.messageBytes) return 'too-large';
    if (socket.bufferedAmount + text.length > limits.bufferedBytes) return 'full';
    this.lastActiveAt = now();
    socket.send(text, { binary: false });
    return 'sent';
  }

  /** What waits is not answered: else 5,000 messages in one piece are, of a client that was closed for its thirty-first. */
  close({ code, reason }: { readonly code: number; readonly reason: string } = closing.normal): void {
    this.#waiting = [];
    this.#options.socket.close(code, reason);
  }

  /** Closes it without a word to a client that does not answer. */
  cut(): void {
    this.#options.socket.terminate();
  }

  /** Ends it where nothing was said for too long, or where it has lasted for long enough. */
  endIfOver(): void {
    const { limits, now } = this.#options;
    const idle = now() - this.lastActiveAt >= limits.idleMs;
    if (idle || now() - this.connection.connectedAt >= limits.connectionMs) this.close(closing.goingAway);
  }

  /** Has it answered as soon as there is room. `ws` passes on all messages of a piece, also after a pause: none is lost by it. */
  #take(text: string): void {
    const { socket, limits } = this.#options;
    this.#waiting.push(text);
    if (this.#answering < limits.messagesAtOnce) void this.#answerWaiting();
    if (this.#answering >= limits.messagesAtOnce) socket.pause();
  }

  async #answerWaiting(): Promise<void> {
    const { socket, code, limits, now } = this.#options;
    this.#answering++;
    for (let text = this.#waiting.shift(); text !== undefined; text = this.#waiting.shift()) {
      // What it answers is for nobody: messages have no route response.
      await invokeSocketCode(code, messageEvent(this.connection, text, now()));
    }
    this.#answering--;
    if (socket.isPaused && this.#answering < limits.messagesAtOnce) socket.resume();
  }

  async #end(closedBy: number, reason: string): Promise<void> {
    const { code, now } = this.#options;
    // Nobody is there to be answered.
    this.#waiting = [];
    await invokeSocketCode(code, disconnectEvent(this.connection, closedBy, reason, now()));
    this.#over.resolve();
  }
}
