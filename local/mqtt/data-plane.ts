import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Broker } from './broker.ts';
import { MOST_PAYLOAD_BYTES } from './limits.ts';

/** Clients keep connections, and meet a reset where the server is the first to close one. */
const KEEP_ALIVE_MS = 600_000;

/** An answer in the service's words: https://docs.aws.amazon.com/iot/latest/apireference/API_Operations_AWS_IoT_Data_Plane.html */
class DataPlaneError extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, status: number, message: string) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

/**
 * The two operations of IoT Core's data plane that are used here, as its SDK calls them: `POST /topics/TOPIC?qos=1&retain=true`
 * and `DELETE /connections/CLIENT`. Nobody signs in: it is to listen on this machine only.
 */
export function createDataPlane(broker: Pick<Broker, 'publish' | 'disconnect'>): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    carryOut(broker, request).then(
      () => send(response, 200, {}),
      error => refuse(response, error),
    );
  });
}

async function carryOut(broker: Pick<Broker, 'publish' | 'disconnect'>, request: IncomingMessage): Promise<void> {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  const [, collection, name = ''] = pathname.split('/');
  // Read in any case: the next request comes on the same connection.
  const payload = await buffer(request);
  const resource = decodeURIComponent(name);
  if (request.method === 'POST' && collection === 'topics') {
    if (resource === '' || /[+#]/.test(resource)) throw invalid('A topic has no wildcards.');
    if (payload.length > MOST_PAYLOAD_BYTES) throw invalid(`A payload takes ${MOST_PAYLOAD_BYTES} bytes.`);
    const qos = searchParams.get('qos') === '1' ? 1 : 0;
    await broker.publish({ topic: resource, payload, qos, retain: searchParams.get('retain') === 'true' });
  } else if (request.method === 'DELETE' && collection === 'connections') {
    if (!broker.disconnect(resource)) {
      throw new DataPlaneError('ResourceNotFoundException', 404, 'The client has no connection.');
    }
  } else throw new DataPlaneError('MethodNotAllowedException', 405, 'There is no such operation here.');
}

function invalid(message: string): DataPlaneError {
  return new DataPlaneError('InvalidRequestException', 400, message);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof DataPlaneError) send(response, error.status, { message: error.message }, error.type);
  else {
    console.error(error);
    send(response, 500, { message: 'Internal failure.' }, 'InternalFailureException');
  }
}

function send(response: ServerResponse, status: number, body: object, errorType?: string): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(errorType !== undefined && { 'x-amzn-errortype': errorType }),
  });
  response.end(text);
}
