import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gatewayLimits } from './limits.ts';
import type { OpenConnection } from './open-connection.ts';

/** Where functions send to connections: API Gateway's management API, for this machine alone and without signatures. */
export interface Management {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const PATH = /^\/@connections\/([^/]+)$/;

/** What the SDK makes an error's class of. */
const errors = {
  404: 'UnknownOperationException',
  410: 'GoneException',
  413: 'PayloadTooLargeException',
  429: 'LimitExceededException',
} as const;

/** @param find an open connection by its id */
export async function startManagement(find: (id: string) => OpenConnection | undefined): Promise<Management> {
  const server = createServer((request, response) => {
    answer(find, request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  find: (id: string) => OpenConnection | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url = '/' } = request;
  const body = await bodyOf(request);
  const id = PATH.exec(url)?.[1];
  if (id === undefined) return refuse(response, 404);
  const open = find(decodeURIComponent(id));
  if (open === undefined) return refuse(response, 410);
  if (method === 'POST') return post(response, open, body);
  if (method === 'DELETE') {
    open.close();
    return void response.writeHead(204).end();
  }
  if (method !== 'GET') return refuse(response, 404);
  const { connectedAt, sourceIp, userAgent } = open.connection;
  json(response, 200, {
    connectedAt: new Date(connectedAt).toISOString(),
    lastActiveAt: new Date(open.lastActiveAt).toISOString(),
    identity: { sourceIp, userAgent },
  });
}

function post(response: ServerResponse, open: OpenConnection, body: Buffer | undefined): void {
  const posted = body === undefined ? 'too-large' : open.post(body);
  if (posted === 'sent') response.writeHead(200).end();
  else refuse(response, posted === 'too-large' ? 413 : 429);
}

/** Undefined where it is larger than any message. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= gatewayLimits.messageBytes) chunks.push(chunk);
  }
  return length <= gatewayLimits.messageBytes ? Buffer.concat(chunks) : undefined;
}

function refuse(response: ServerResponse, status: keyof typeof errors): void {
  json(response.setHeader('x-amzn-errortype', errors[status]), status, { message: errors[status] });
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
