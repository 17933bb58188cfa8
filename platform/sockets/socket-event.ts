/** What API Gateway's WebSocket APIs give a function, as far as it is used here. */
export interface SocketEvent {
  readonly requestContext: {
    readonly routeKey: string;
    readonly eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
    readonly connectionId: string;
    /** Milliseconds since 1970. */
    readonly connectedAt: number;
    readonly requestId: string;
    /** Of a connection that has ended: the status code that closed it (RFC 6455, 7.4). */
    readonly disconnectStatusCode?: number;
  };
  /** Of the handshake; absent of messages. Names as the client has written them. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Of the handshake; null or absent where there are none. */
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
  /** Of a message: its text. */
  readonly body?: string;
}

/** A client that wants to be let in. */
export interface Handshake {
  readonly connectionId: string;
  readonly connectedAt: Date;
  /** Of the page that opens it; programs that are no browsers send none. */
  readonly origin: string | undefined;
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/** Reads a `$connect` event. */
export function handshakeOf({ requestContext, headers = {}, queryStringParameters }: SocketEvent): Handshake {
  const { connectionId, connectedAt } = requestContext;
  const [, origin] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'origin') ?? [];
  return { connectionId, connectedAt: new Date(connectedAt), origin, parameters: queryStringParameters ?? {} };
}
