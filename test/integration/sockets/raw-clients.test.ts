import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatewayLimits } from '../../../local/sockets/limits.ts';
import { type RunningSockets, startSockets } from '../../../local/sockets/socket-host.ts';
import { createSender } from '../../../platform/sockets/sender.ts';
import type { SocketEvent } from '../../../platform/sockets/socket-event.ts';

/** Clients that do what no WebSocket library does. */

const EVENTUALLY = { timeout: 5_000 };

let server: Server;
let sockets: RunningSockets;
let clients: Socket[];
let events: SocketEvent[];
let answer: (event: SocketEvent) => Promise<number> | number;

beforeEach(async () => {
  [events, clients, answer] = [[], [], () => 200];
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const handler = async (event: SocketEvent) => {
    events.push(event);
    return { statusCode: await answer(event) };
  };
  sockets = await startSockets({ server, apis: [{ declaration: { name: 'live', timeoutSeconds: 5 }, handler }] });
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  await sockets.stop();
  await new Promise(resolve => server.close(resolve));
});

const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

/** One that says hello, and never closes its side. */
function hello(path = '/live', key = KEY): Socket {
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });
  clients.push(client);
  client.on('error', () => {});
  client.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${key}Sec-WebSocket-Version: 13\r\n\r\n`,
  );
  return client;
}

const told = (kind: SocketEvent['requestContext']['eventType']) =>
  events.filter(({ requestContext }) => requestContext.eventType === kind).map(({ requestContext }) => requestContext);
const connections = () => new Promise<number>(resolve => server.getConnections((_, count) => resolve(count)));

/** Messages in one piece, masked with nothing. */
const framesOf = (texts: readonly string[]) =>
  Buffer.concat(texts.map(text => Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0, ...Buffer.from(text)])));

test.each([
  ['/other', 404],
  ['/live', 401],
])('a client that is refused at %s and never closes its side has its answer, and is let go', async (path, status) => {
  answer = () => status;
  const client = hello(path);
  let heard = '';
  client.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  await once(client, 'end');
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} .*"}$`, 's'));
  await vi.waitFor(async () => expect(await connections()).toBe(0), EVENTUALLY);
});

test('the function is told of the end of a client that has left before it was let in', async () => {
  const { promise: gate, resolve: letIn } = Promise.withResolvers<void>();
  const left = new Promise(resolve => server.on('upgrade', (_, stream) => stream.once('close', resolve)));
  answer = ({ requestContext: { eventType } }) => (eventType === 'CONNECT' ? gate.then(() => 200) : 200);
  const client = hello();
  await vi.waitFor(() => expect(told('CONNECT')).toHaveLength(1), EVENTUALLY);
  client.resetAndDestroy();
  await left;
  letIn();
  await vi.waitFor(() => expect(told('DISCONNECT')).toHaveLength(1), EVENTUALLY);
  const [{ connectionId } = {}] = told('CONNECT');
  expect(told('DISCONNECT')).toMatchObject([{ connectionId, disconnectStatusCode: 1006 }]);
});

test('the function is told of the end of a client that it lets in though its handshake is none', async () => {
  const client = hello('/live', '');
  client.resume();
  await once(client, 'end');
  await vi.waitFor(() => expect(told('DISCONNECT')).toHaveLength(1), EVENTUALLY);
});

test('of messages that come in one piece, and in another one, ten are being answered at any time, and all are in the end', async () => {
  let [answering, most] = [0, 0];
  answer = async ({ requestContext: { eventType } }) => {
    if (eventType !== 'MESSAGE') return 200;
    most = Math.max(most, ++answering);
    await turn();
    answering--;
    return 200;
  };
  const client = hello();
  await once(client, 'data');
  const texts = Array.from({ length: 200 }, (_, index) => String(1_000 + index));
  const frames = framesOf(texts);
  const bodies = () => events.flatMap(({ body }) => (body === undefined ? [] : [body]));
  client.write(frames);
  await vi.waitFor(() => expect(bodies().length).toBeGreaterThan(20), EVENTUALLY);
  client.write(frames);
  await vi.waitFor(() => expect(bodies()).toEqual([...texts, ...texts]), EVENTUALLY);
  expect(most).toBe(gatewayLimits.messagesAtOnce);
});

test('of a client that is closed for one message, none is answered that came in the same piece and waits', async () => {
  const sender = createSender('local', sockets.endpoint);
  answer = async ({ requestContext: { eventType, connectionId } }) => {
    if (eventType === 'MESSAGE') await sender.disconnect(connectionId);
    return 200;
  };
  const client = hello();
  await once(client, 'data');
  client.write(framesOf(Array(2_000).fill('x')));
  // It is closed, and does not close its side.
  await once(client, 'data');
  await vi.waitFor(() => expect(told('MESSAGE')).toHaveLength(gatewayLimits.messagesAtOnce), EVENTUALLY);
  client.destroy();
  await vi.waitFor(() => expect(told('DISCONNECT')).toHaveLength(1), EVENTUALLY);
  expect(told('MESSAGE')).toHaveLength(gatewayLimits.messagesAtOnce);
});
