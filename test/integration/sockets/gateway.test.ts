import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as connectRaw } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gatewayLimits } from '../../../local/sockets/limits.ts';
import { type RunningSockets, startSockets } from '../../../local/sockets/socket-host.ts';
import { createSender, type Sender } from '../../../platform/sockets/sender.ts';
import type { SocketEvent } from '../../../platform/sockets/socket-event.ts';
import { connect, statusOf } from './client.ts';

const EVENTUALLY = { timeout: 5_000 };
const LIMITS = { ...gatewayLimits, idleMs: 60_000, connectionMs: 200_000, bufferedBytes: 256 * 1024 };

let server: Server;
let sockets: RunningSockets;
let sender: Sender;
let url: string;
let events: SocketEvent[];
let declaration: { readonly name: string; timeoutSeconds: number };
let now: number;
/** Answers the events; each test has its own. */
let answer: (event: SocketEvent) => Promise<number> | number;

beforeEach(async () => {
  events = [];
  now = 1_000_000;
  answer = () => 200;
  server = createServer((_, response) => response.end('HTTP')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const handler = async (event: SocketEvent) => {
    events.push(event);
    return { statusCode: await answer(event) };
  };
  declaration = { name: 'live', timeoutSeconds: 5 };
  sockets = await startSockets({ server, apis: [{ declaration, handler }], limits: LIMITS, now: () => now });
  sender = createSender('local', sockets.endpoint);
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live`;
});
afterEach(async () => {
  await sockets.stop();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

const kinds = () => events.map(({ requestContext }) => requestContext.eventType);
const idOf = (at = 0) => events[at]!.requestContext.connectionId;
const ended = (count = 1) =>
  vi.waitFor(() => expect(kinds().filter(kind => kind === 'DISCONNECT')).toHaveLength(count), EVENTUALLY);

describe('events', () => {
  test('a connection is told by its handshake, its messages, and its end', async () => {
    const client = await connect(`${url}?ticket=a%20b&x=1&x=2`, { origin: 'https://a.example' });
    client.send('{"type":"latest"}');
    await vi.waitFor(() => expect(events).toHaveLength(2), EVENTUALLY);
    client.socket.close(1000, 'bye');
    await ended();
    const [opened, said, closed] = events;
    expect(opened).toMatchObject({
      headers: { Origin: 'https://a.example', Upgrade: 'websocket' },
      queryStringParameters: { ticket: 'a b', x: '2' },
      multiValueQueryStringParameters: { x: ['1', '2'] },
      requestContext: { routeKey: '$connect', connectedAt: now, identity: { sourceIp: '127.0.0.1' } },
    });
    expect(said).toMatchObject({ body: '{"type":"latest"}', requestContext: { routeKey: '$default' } });
    expect(closed).toMatchObject({
      requestContext: { routeKey: '$disconnect', disconnectStatusCode: 1000, disconnectReason: 'bye' },
    });
    expect(new Set(events.map(({ requestContext }) => requestContext.connectionId)).size).toBe(1);
  });

  test('a client that is cut off has ended too', async () => {
    const { socket } = await connect(url);
    socket.terminate();
    await ended();
    expect(events.at(-1)!.requestContext.disconnectStatusCode).toBe(1006);
  });

  test('whom the function does not let in is answered with its status, and told of no more', async () => {
    for (const status of [401, 403, 500]) {
      answer = () => status;
      expect(await statusOf(url)).toBe(status);
    }
    answer = () => Promise.reject(new Error('a bug'));
    expect(await statusOf(url)).toBe(500);
    declaration.timeoutSeconds = 0.02;
    answer = () => new Promise(() => {});
    expect(await statusOf(url)).toBe(504);
    expect(kinds()).toEqual(Array(5).fill('CONNECT'));
  });

  test('another path is no API, and plain HTTP on the same port is answered as before', async () => {
    expect(await statusOf(url.replace('/live', '/other'))).toBe(404);
    expect(await (await fetch(url.replace('ws:', 'http:'))).text()).toBe('HTTP');
    expect(events).toEqual([]);
  });

  test('a client that says too much at once is read no faster than it is answered', async () => {
    let release = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    const client = await connect(url);
    answer = ({ requestContext }) => (requestContext.eventType === 'MESSAGE' ? gate.then(() => 200) : 200);
    const text = 'x'.repeat(1_000);
    for (let message = 0; message < 5_000; message++) client.send(text);
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(LIMITS.messagesAtOnce), EVENTUALLY);
    // Others of what was being read wait here; the rest waits in the client.
    expect(events).toHaveLength(1 + LIMITS.messagesAtOnce);
    client.socket.terminate();
    release();
    await ended();
  });
});

describe('limits', () => {
  test('a message of 128 kB in frames of 32 kB is taken, and each of a byte more closes the connection', async () => {
    const inFrames = (message: string, length: number) => {
      const parts = message.match(new RegExp(`.{1,${length}}`, 'gs'))!;
      return (socket: { send(data: string, options: { fin: boolean }): void }) =>
        parts.forEach((part, index) => void socket.send(part, { fin: index === parts.length - 1 }));
    };
    const largest = 'x'.repeat(LIMITS.messageBytes);
    const taken = await connect(url);
    inFrames(largest, LIMITS.frameBytes)(taken.socket);
    await vi.waitFor(() => expect(events.at(-1)!.body).toHaveLength(LIMITS.messageBytes), EVENTUALLY);

    const longMessage = await connect(url);
    inFrames(`${largest}x`, LIMITS.frameBytes)(longMessage.socket);
    expect(await longMessage.closed).toBe(1009);
    const longFrame = await connect(url);
    longFrame.send('x'.repeat(LIMITS.frameBytes + 1));
    expect(await longFrame.closed).toBe(1009);
    expect(kinds().filter(kind => kind === 'MESSAGE')).toHaveLength(1);
  });

  test('a frame that says it will have a gigabyte is refused before it comes', async () => {
    const { port } = server.address() as AddressInfo;
    const raw = connectRaw(port, '127.0.0.1');
    raw.write(
      'GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
    await once(raw, 'data');
    raw.write(Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 1, 2, 3, 4]));
    const [close] = (await once(raw, 'data')) as [Buffer];
    expect([close[0], close.readUInt16BE(2)]).toEqual([0x88, 1009]);
    raw.destroy();
    await ended();
  });

  test('binary closes the connection', async () => {
    const { socket, closed } = await connect(url);
    socket.send(Buffer.from('{}'));
    expect(await closed).toBe(1003);
    expect(kinds()).not.toContain('MESSAGE');
  });

  test('a connection on which nothing is said ends after a time, and one that lasts long enough at its end', async () => {
    const silent = await connect(url);
    const heard = await connect(url);
    now += LIMITS.idleMs - 1;
    sockets.sweep();
    await sender.post(idOf(1), 'a word');
    await heard.heard(1);
    now += 1;
    sockets.sweep();
    expect(await silent.closed).toBe(1001);
    for (let minutes = 0; minutes < 3; minutes++) {
      now += LIMITS.idleMs - 1;
      await sender.post(idOf(1), 'a word');
      sockets.sweep();
    }
    expect(await heard.closed).toBe(1001);
  });
});

describe('what functions send', () => {
  test('is heard, in its order', async () => {
    const client = await connect(url);
    const texts = Array.from({ length: 50 }, (_, index) => `message ${index} 한글`);
    for (const text of texts) expect(await sender.post(idOf(), text)).toBe('sent');
    expect(await client.heard(50)).toEqual(texts);
  });

  test('is gone before the connection is open and after it has ended', async () => {
    let before: unknown;
    answer = async ({ requestContext: { eventType, connectionId } }) => {
      if (eventType === 'CONNECT') before = await sender.post(connectionId, 'welcome');
      return 200;
    };
    const client = await connect(url);
    expect(before).toBe('gone');
    client.socket.close();
    await ended();
    expect(await sender.post(idOf(), 'too late')).toBe('gone');
    await sender.disconnect(idOf());
  });

  test('closes a connection', async () => {
    const client = await connect(url);
    await sender.disconnect(idOf());
    expect(await client.closed).toBe(1000);
    await ended();
  });

  test('is not taken where it is larger than a message', async () => {
    const client = await connect(url);
    expect(await sender.post(idOf(), 'x'.repeat(LIMITS.messageBytes + 1))).toBe('dropped');
    expect(await sender.post(idOf(), 'x'.repeat(LIMITS.messageBytes))).toBe('sent');
    expect(await client.heard(1)).toHaveLength(1);
  });

  test('is dropped for a client that does not read, and nobody else waits for it', async () => {
    const slow = await connect(url);
    const quick = await connect(url);
    slow.socket.pause();
    const text = 'x'.repeat(100_000);
    const outcomes: string[] = [];
    for (let message = 0; message < 200 && !outcomes.includes('dropped'); message++) {
      outcomes.push(await sender.post(idOf(0), text));
    }
    expect(outcomes.at(-1)).toBe('dropped');
    expect(await sender.post(idOf(1), 'for you')).toBe('sent');
    expect(await quick.heard(1)).toEqual(['for you']);
    slow.socket.resume();
    await slow.heard(outcomes.length - 1);
    expect(await sender.post(idOf(0), 'again')).toBe('sent');
  });

  test('can be told where a connection is from', async () => {
    await connect(url, { headers: { 'user-agent': 'console' } });
    const status = await fetch(`${sockets.endpoint}/@connections/${encodeURIComponent(idOf())}`);
    expect(await status.json()).toEqual({
      connectedAt: new Date(now).toISOString(),
      lastActiveAt: new Date(now).toISOString(),
      identity: { sourceIp: '127.0.0.1', userAgent: 'console' },
    });
    expect((await fetch(`${sockets.endpoint}/@connections/none`)).status).toBe(410);
    expect((await fetch(`${sockets.endpoint}/`)).status).toBe(404);
  });
});

test('a stop closes all connections, and the function knows of each', async () => {
  const clients = [await connect(url), await connect(url)];
  await sockets.stop();
  expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual([1001, 1001]);
  expect(kinds().filter(kind => kind === 'DISCONNECT')).toHaveLength(2);
});
