import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { commonLogTime, splitTarget } from '../event.ts';

/** A connection as events tell it. */
export interface GatewayConnection {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly connectedAt: number;
  readonly host: string;
  readonly sourceIp: string;
  readonly userAgent: string;
}

interface Happening {
  readonly routeKey: '$connect' | '$disconnect' | '$default';
  readonly eventType: 'CONNECT' | 'DISCONNECT' | 'MESSAGE';
}

/** The event of a handshake, as API Gateway's WebSocket APIs give it to a function. */
export function connectEvent(connection: GatewayConnection, request: IncomingMessage, now: number) {
  const headers: Record<string, string> = {};
  const multiValueHeaders: Record<string, string[]> = {};
  // As the client has written them: a name and its value, one after another.
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const [name, value] = [request.rawHeaders[at]!, request.rawHeaders[at + 1]!];
    headers[name] = value;
    multiValueHeaders[name] = [...(multiValueHeaders[name] ?? []), value];
  }
  const query = new URLSearchParams(splitTarget(request.url ?? '/').query);
  const names = [...new Set(query.keys())];
  return {
    headers,
    multiValueHeaders,
    ...(names.length > 0 && {
      // Of several of one name, the last.
      queryStringParameters: Object.fromEntries(names.map(name => [name, query.getAll(name).at(-1)!])),
      multiValueQueryStringParameters: Object.fromEntries(names.map(name => [name, query.getAll(name)])),
    }),
    requestContext: contextOf(connection, { routeKey: '$connect', eventType: 'CONNECT' }, now),
    isBase64Encoded: false,
  };
}

/** The event of a message. */
export function messageEvent(connection: GatewayConnection, text: string, now: number) {
  return {
    requestContext: {
      ...contextOf(connection, { routeKey: '$default', eventType: 'MESSAGE' }, now),
      messageId: randomUUID(),
    },
    body: text,
    isBase64Encoded: false,
  };
}

/** The event of an end: told once, to the function alone. */
export function disconnectEvent(connection: GatewayConnection, code: number, reason: string, now: number) {
  return {
    headers: { Host: connection.host, 'x-api-key': '', 'X-Forwarded-For': connection.sourceIp, 'x-restapi': '' },
    requestContext: {
      ...contextOf(connection, { routeKey: '$disconnect', eventType: 'DISCONNECT' }, now),
      disconnectStatusCode: code,
      disconnectReason: reason,
    },
    isBase64Encoded: false,
  };
}

function contextOf(
  { id, connectedAt, host, sourceIp, userAgent }: GatewayConnection,
  happening: Happening,
  now: number,
) {
  const requestId = randomUUID();
  return {
    ...happening,
    messageDirection: 'IN',
    connectionId: id,
    connectedAt,
    requestId,
    extendedRequestId: requestId,
    requestTime: commonLogTime(new Date(now)),
    requestTimeEpoch: now,
    identity: { sourceIp, userAgent },
    stage: 'local',
    domainName: host,
    apiId: 'local',
  } as const;
}
