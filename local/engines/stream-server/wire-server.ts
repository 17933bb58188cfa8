import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, operations } from './operations.ts';
import { ServiceError } from './service-error.ts';
import type { StreamFolder } from './stream-folder.ts';

/** Names an operation, in a header: JSON 1.1 of AWS (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html). */
const TARGET = 'Kinesis_20131202.';
const CONTENT_TYPE = 'application/x-amz-json-1.1';

/** 5 MB of records in base64, and what is around them. */
const MOST_BODY_BYTES = 8 * 1024 * 1024;

/** Clients keep connections, and meet a reset where the server is the first to close one. */
const KEEP_ALIVE_MS = 600_000;

/** Speaks Kinesis by HTTP/1.1. Nobody signs in: it is to listen on this machine only. */
export function createWireServer(streams: StreamFolder): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    // A client that gives up: the connection is closed, and nobody waits for an answer.
    request.on('error', () => {});
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BODY_BYTES) chunks.push(chunk);
    });
    request.on('end', async () => {
      try {
        if (bytes > MOST_BODY_BYTES)
          throw new ServiceError('RequestEntityTooLargeException', 'Request too large.', 413);
        send(response, 200, await carryOut(streams, request, chunks));
      } catch (error) {
        refuse(response, error);
      }
    });
  });
}

function carryOut(
  streams: StreamFolder,
  { headers }: IncomingMessage,
  chunks: readonly Buffer[],
): Answer | Promise<Answer> {
  const target = headers['x-amz-target'];
  const known = typeof target === 'string' && target.startsWith(TARGET);
  const operation = known ? operations.get(target.slice(TARGET.length)) : undefined;
  if (operation === undefined) throw new ServiceError('UnknownOperationException', `There is no ${target}.`);
  return operation(streams, parsed(chunks));
}

function parsed(chunks: readonly Buffer[]): object {
  const text = (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString();
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body;
  } catch {}
  throw new ServiceError('SerializationException', 'The body is no JSON object.');
}

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof ServiceError) {
    send(response, error.status, JSON.stringify({ __type: error.type, message: error.message }));
  } else {
    console.error(error);
    send(response, 500, '{"__type":"InternalFailure","message":"Internal service failure."}');
  }
}

function send(response: ServerResponse, status: number, body: Answer): void {
  response.writeHead(status, {
    'content-type': CONTENT_TYPE,
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}
