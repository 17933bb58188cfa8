import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { crossOriginHeaders, preflightHeaders } from './cors.ts';
import { apiGatewayEvent, splitTarget } from './event.ts';
import type { Router } from './router.ts';

/** API Gateway's limits for a request: 10 MB in 30 s. */
const MOST_BODY_BYTES = 10 * 1024 * 1024;
const MOST_REQUEST_MS = 30_000;

/** The commonest: Hangul typed into an address, which curl sends as it is. */
const ENCODE_ADDRESS = "percent-encode the address (with curl: -G --data-urlencode 'place=부산')";

const noBody = new Uint8Array();

/** Serves the functions as API Gateway does: each request becomes an event, each result a response. */
export function createLocalServer(router: Router): Server {
  const server = createServer({ requestTimeout: MOST_REQUEST_MS }, (request, response) => {
    answer(router, request, response)
      .then(send => {
        // Once the server is closing, a kept connection would hold it open.
        if (!server.listening) response.setHeader('connection', 'close');
        send();
      })
      .catch(() => {
        if (!response.headersSent && !response.destroyed) answerItself(response, 500);
      });
  });
  server.on('clientError', refuseMalformed);
  return server;
}

/** Has the request answered; gives what sends the answer. */
async function answer(router: Router, request: IncomingMessage, response: ServerResponse): Promise<() => void> {
  const { method = 'GET', url = '/', headers } = request;
  if (method === 'OPTIONS' && headers.origin && headers['access-control-request-method']) {
    return () => response.writeHead(204, preflightHeaders).end();
  }
  const body = hasBody(request) ? await readBody(request) : noBody;
  if (body === undefined) return () => answerItself(response.setHeader('connection', 'close'), 413);
  const match = router(method, splitTarget(url).path);
  const event = apiGatewayEvent(
    {
      method,
      target: url,
      headers: request.headersDistinct,
      body,
      httpVersion: request.httpVersion,
      remoteAddress: request.socket.remoteAddress ?? '',
    },
    match,
  );
  const deadline = performance.now() + match.function.http.timeoutSeconds * 1000;
  const result = await match.function.handler(event, {
    getRemainingTimeInMillis: () => deadline - performance.now(),
  });
  return () => send(response, result, headers.origin !== undefined);
}

function send(response: ServerResponse, result: APIGatewayProxyStructuredResultV2, crossOrigin: boolean): void {
  const { statusCode = 200, headers = {}, body = '', isBase64Encoded = false } = result;
  const content = isBase64Encoded ? Buffer.from(body, 'base64') : body;
  const fields: Record<string, string | number> = {};
  for (const name in headers) fields[name] = String(headers[name]);
  if (crossOrigin) Object.assign(fields, crossOriginHeaders);
  if (statusCode !== 204 && statusCode !== 304) fields['content-length'] = Buffer.byteLength(content);
  // Text as text: node then writes head and body at once (two buffers cost 10 µs more).
  response.writeHead(statusCode, fields).end(content);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** The whole body; undefined if it is larger than API Gateway takes. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length']) > MOST_BODY_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/** What API Gateway answers without asking a function. */
function answerItself(response: ServerResponse, status: 413 | 500): void {
  const message = status === 413 ? 'Request Entity Too Large' : 'Internal Server Error';
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}

/** Bytes that are not HTTP get an answer that is. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const advice = error.code === 'HPE_INVALID_URL' ? `: ${ENCODE_ADDRESS}` : '';
  const body = JSON.stringify({ message: `${STATUS_CODES[status]}${advice}` });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
