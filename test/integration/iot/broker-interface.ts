import { createServer } from 'node:http';
import { afterAll } from 'vitest';
import { createDevicePublisher, type DevicePublisher } from '../../../platform/mqtt/publisher.ts';
import { listening } from '../hosted-platform.ts';

/** What a broker's HTTP interface was asked for. */
type Asked =
  | { readonly topic: string; readonly qos: string | null; readonly retain: string | null; readonly payload: string }
  | { readonly disconnected: string };

export interface BrokerInterface {
  readonly publisher: DevicePublisher;
  /** All that it was asked for, the last one last. */
  readonly asked: Asked[];
  /** Answers 503 to everything from now on, or no more. */
  away: boolean;
}

/** The operations of IoT Core's data plane that are used here, on the wire: they are written down, and nobody is told. */
export async function brokerInterface(): Promise<BrokerInterface> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (broker.away) return response.writeHead(503).end();
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://broker');
    const [, resource, name] = pathname.split('/').map(decodeURIComponent);
    if (request.method === 'POST' && resource === 'topics') {
      const [qos, retain] = [searchParams.get('qos'), searchParams.get('retain')];
      asked.push({ topic: name!, qos, retain, payload: Buffer.concat(chunks).toString() });
    } else {
      asked.push({ disconnected: name! });
    }
    // As IoT Core does for a client that is not connected.
    if (request.method === 'DELETE') {
      response.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' }).end('{"message":"not connected"}');
    } else {
      response.writeHead(200).end('{"message":"OK"}');
    }
  });
  const origin = await listening(server);
  afterAll(() => new Promise(resolve => server.close(resolve)));
  const broker = { publisher: createDevicePublisher('ap-northeast-2', origin), asked, away: false };
  return broker;
}
