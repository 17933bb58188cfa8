import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { splitTarget } from '../event.ts';
import { connectEvent, disconnectEvent, type GatewayConnection } from './gateway-event.ts';
import { closing, type GatewayLimits, gatewayLimits } from './limits.ts';
import { startManagement } from './management.ts';
import { OpenConnection } from './open-connection.ts';
import { invokeSocketCode, type SocketCode } from './socket-code.ts';

export interface SocketHostOptions {
  /** On which clients connect, each API under its name: `/live`. */
  readonly server: Server;
  readonly apis: readonly SocketCode[];
  readonly limits?: GatewayLimits;
  readonly now?: () => number;
}

export interface RunningSockets {
  /** Where functions send to connections. */
  readonly endpoint: string;
  /** Ends the connections that are over. Each second by itself. */
  sweep(): void;
  /** Closes all connections, and waits until the functions know. */
  stop(): Promise<void>;
}

const SWEEP_MS = 1_000;
/** Clients that do not answer a close are cut off. */
const GOODBYE_MS = 1_000;

/** Does on one machine what API Gateway's WebSocket APIs do: handshakes, messages and ends become events of a function. */
export async function startSockets(options: SocketHostOptions): Promise<RunningSockets> {
  const { server, apis, limits = gatewayLimits, now = Date.now } = options;
  const open = new Map<string, OpenConnection>();
  let stopped: Promise<void> | undefined;
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    // None is offered: API Gateway answers with one only where the function has chosen it.
    handleProtocols: () => false,
  });

  /** Gives whether it is open: a client that has left meanwhile, or whose handshake is none, is not told of by `ws`. */
  function accept(
    code: SocketCode,
    connection: GatewayConnection,
    request: IncomingMessage,
    stream: Duplex,
    head: Buffer,
  ): boolean {
    const { id } = connection;
    webSockets.handleUpgrade(request, stream, head, socket => {
      const opened = new OpenConnection({ connection, code, socket, stream, limits, now });
      open.set(id, opened);
      void opened.over.then(() => open.delete(id));
    });
    return open.has(id);
  }

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', () => stream.destroy());
    const { path } = splitTarget(request.url ?? '/');
    const code = apis.find(({ declaration }) => path === `/${declaration.name}`);
    if (code === undefined) return refuse(stream, 404);
    const connection: GatewayConnection = {
      id: `${randomBytes(11).toString('base64url')}=`,
      connectedAt: now(),
      host: request.headers.host ?? 'localhost',
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    };
    const status = await invokeSocketCode(code, connectEvent(connection, request, now()));
    if (status !== 200) return refuse(stream, status);
    // Only then is it open: what is sent to it before is gone.
    if (stopped === undefined && accept(code, connection, request, stream, head)) return;
    if (stopped !== undefined) refuse(stream, 503);
    // The function has let it in, and knows of it until it is told of its end.
    await invokeSocketCode(code, disconnectEvent(connection, closing.lost.code, closing.lost.reason, now()));
  }

  const onUpgrade = (...handshake: Parameters<typeof upgrade>) => void upgrade(...handshake);
  server.on('upgrade', onUpgrade);
  const management = await startManagement(id => {
    const connection = open.get(id);
    return connection?.isOpen ? connection : undefined;
  });
  const sweep = () => {
    for (const connection of open.values()) connection.endIfOver();
  };
  const timer = setInterval(sweep, SWEEP_MS).unref();

  async function stop(): Promise<void> {
    clearInterval(timer);
    server.off('upgrade', onUpgrade);
    const closed = [...open.values()];
    for (const connection of closed) connection.close(closing.goingAway);
    const goodbye = setTimeout(() => {
      for (const connection of closed) connection.cut();
    }, GOODBYE_MS);
    await Promise.all(closed.map(({ over }) => over));
    clearTimeout(goodbye);
    await management.stop();
  }

  return {
    endpoint: management.endpoint,
    sweep,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** In place of a handshake. */
function refuse(stream: Duplex, status: number): void {
  const message = STATUS_CODES[status] ?? 'Refused';
  const body = JSON.stringify({ message });
  // A client that does not close its side would keep the server from ending.
  stream.once('finish', () => stream.destroy());
  stream.end(
    `HTTP/1.1 ${status} ${message}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
