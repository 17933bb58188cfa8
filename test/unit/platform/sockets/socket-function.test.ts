import { afterEach, beforeEach, expect, test } from 'vitest';
import { logTo } from '../../../../platform/observability/log-sink.ts';
import type { Handshake, SocketEvent } from '../../../../platform/sockets/socket-event.ts';
import { type SocketHandlers, socketFunction } from '../../../../platform/sockets/socket-function.ts';
import { SocketRefusal } from '../../../../platform/sockets/socket-refusal.ts';

const lines: string[] = [];
let formerLog: ReturnType<typeof logTo>;
beforeEach(() => {
  lines.length = 0;
  formerLog = logTo(line => lines.push(line));
});
afterEach(() => void logTo(formerLog));

const context = { awsRequestId: 'r-1' };

function event(eventType: SocketEvent['requestContext']['eventType'], more: Partial<SocketEvent> = {}): SocketEvent {
  const routeKey = { CONNECT: '$connect', MESSAGE: '$default', DISCONNECT: '$disconnect' }[eventType];
  const requestContext = { routeKey, eventType, connectionId: 'c-1', connectedAt: 1_000, requestId: 'g-1' };
  return { requestContext, ...more };
}

function answering(handlers: Partial<SocketHandlers>) {
  const silent = async () => {};
  return socketFunction({
    name: 'live',
    handlers: () => ({ connect: silent, message: silent, disconnect: silent, ...handlers }),
    now: () => new Date(5_000),
    stopwatch: () => () => 1.23456,
  });
}

test('a handshake is told with its origin, however the header is written, and its parameters', async () => {
  const heard: Handshake[] = [];
  const handler = answering({ connect: async handshake => void heard.push(handshake) });
  for (const name of ['Origin', 'origin', 'ORIGIN']) {
    const headers = { Host: 'x', [name]: 'https://a.example' };
    await handler(event('CONNECT', { headers, queryStringParameters: { ticket: 't' } }), context);
  }
  await handler(event('CONNECT', { headers: {}, queryStringParameters: null }), context);
  const connection = { connectionId: 'c-1', connectedAt: new Date(1_000) };
  expect(heard.slice(0, 3)).toEqual(
    Array(3).fill({ ...connection, origin: 'https://a.example', parameters: { ticket: 't' } }),
  );
  expect(heard[3]).toEqual({ ...connection, origin: undefined, parameters: {} });
});

test('messages and ends are told by their connection, and each event is one line with its metrics', async () => {
  const heard: unknown[] = [];
  const handler = answering({
    message: async (...message) => void heard.push(message),
    disconnect: async id => void heard.push(id),
  });
  expect(await handler(event('MESSAGE', { body: '{"type":"latest"}' }), context)).toEqual({ statusCode: 200 });
  await handler(event('DISCONNECT'), context);
  expect(heard).toEqual([['c-1', '{"type":"latest"}'], 'c-1']);
  const written = lines.map(line => JSON.parse(line));
  expect(written[0]).toMatchObject({
    _aws: { Timestamp: 5_000 },
    function: 'live',
    socket: 'MESSAGE',
    requestId: 'r-1',
    socket_messages: 1,
    socket_disconnections: 0,
    socket_duration: 1.235,
  });
  expect(written[1]).toMatchObject({ socket: 'DISCONNECT', socket_messages: 0, socket_disconnections: 1 });
  for (const line of written) {
    for (const { Name } of line._aws.CloudWatchMetrics[0].Metrics) expect(line).toHaveProperty([Name]);
  }
  expect(lines.join()).not.toContain('latest');
});

test('a refusal is answered with its status, and counted as one, not as a failure', async () => {
  const handler = answering({
    connect: async () => Promise.reject(new SocketRefusal('no_such_ticket', 401)),
    message: async () => Promise.reject(new SocketRefusal('too_many_messages', 429)),
  });
  expect(await handler(event('CONNECT'), context)).toEqual({ statusCode: 401 });
  expect(await handler(event('MESSAGE'), context)).toEqual({ statusCode: 429 });
  const [connect, message] = lines.map(line => JSON.parse(line));
  expect(connect).toMatchObject({
    level: 'info',
    refused: 'no_such_ticket',
    refused_socket_connections: 1,
    socket_connections: 0,
    socket_failures: 0,
  });
  expect(message).toMatchObject({ refused: 'too_many_messages', refused_socket_messages: 1, socket_messages: 0 });
});

test('a fault is answered 500 and logged without its message; the next event is answered', async () => {
  let fails = true;
  const handler = answering({
    connect: async () => {
      if (fails) throw new TypeError('secret q1Yb0');
    },
  });
  expect(await handler(event('CONNECT'), context)).toEqual({ statusCode: 500 });
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', socket_failures: 1, error: { name: 'TypeError' } });
  expect(lines[0]).not.toContain('q1Yb0');
  fails = false;
  expect(await handler(event('CONNECT'), context)).toEqual({ statusCode: 200 });
});

test('what it needs is looked for at the first event, and again where it was not there', async () => {
  let made = 0;
  const handler = socketFunction({
    name: 'live',
    handlers: () => {
      made++;
      if (made === 1) throw new Error('no table yet');
      return { connect: async () => {}, message: async () => {}, disconnect: async () => {} };
    },
  });
  expect(made).toBe(0);
  const statuses = [];
  for (const _ of [1, 2, 3]) statuses.push((await handler(event('CONNECT'), context)).statusCode);
  expect(statuses).toEqual([500, 200, 200]);
  expect(made).toBe(2);
});
