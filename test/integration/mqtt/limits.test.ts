import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect as connectSocket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'mqtt-packet';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Admission, Presented } from '../../../local/mqtt/authorizer.ts';
import { createBroker } from '../../../local/mqtt/broker.ts';
import type { Refusal } from '../../../local/mqtt/counts.ts';
import { MOST_WAITING_BYTES } from '../../../local/mqtt/publishing.ts';
import { RetainedMessages } from '../../../local/mqtt/retained-messages.ts';
import type { WaitingRecord } from '../../../local/mqtt/stream-writer.ts';
import { createTopicRules } from '../../../local/mqtt/topic-rules.ts';
import { answerTo, connected, cutOff, ruleTopic } from './device-client.ts';

const device = { id: '0b6c2f4e-3a52-4f0e-8a57-8f6f1f0f4c11', secret: 's' };
const other = { id: '5d0f7f39-54b2-4d9c-a7f0-3e0b0e7a9d22', secret: 's' };
const SERVER_UNAVAILABLE = 3;
const qos1 = { qos: 1 } as const;

/** A broker in this process that lets everybody in, with a clock and a stream in the test's hands. */
async function controlledBroker({ publishesPerSecond = 1_000_000 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'heal7-limits-'));
  const time = { now: 1_000_000 };
  const refusals: Refusal[] = [];
  const records: WaitingRecord[] = [];
  const stream = { waitingBytes: 0, put: (record: WaitingRecord) => void records.push(record) };
  const admission = (): Admission => ({
    policy: { allows: () => true },
    refreshAt: time.now + 300_000,
    disconnectAt: time.now + 86_400_000,
  });
  const authorizer = vi.fn(async (_presented: Presented): Promise<Admission | undefined> => admission());
  const rule = { kind: 'readings', purpose: '', topics: 'devices/+/readings', stream: 'sensor-data' } as const;
  const broker = await createBroker({
    authorizer,
    routeOf: createTopicRules([{ ...rule, maximumBytes: 131_072 }], 'local'),
    streams: ['sensor-data'],
    writerOf: () => stream,
    retained: new RetainedMessages(join(folder, 'retained.ndjson')),
    publishesPerSecond,
    refused: refusal => refusals.push(refusal),
    now: () => time.now,
  });
  const server = createServer(socket => broker.handle(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    await broker.close();
    rmSync(folder, { recursive: true });
  });
  const accept = (count: number) => {
    for (const { accepted } of records.splice(0, count)) accepted();
    broker.settled();
  };
  const { port } = server.address() as AddressInfo;
  return { broker, port, time, refusals, records, stream, authorizer, admission, accept };
}

test('a message is acknowledged when the stream has it, and not before', async () => {
  const { port, records, accept } = await controlledBroker();
  const client = await connected(port, device);
  const acknowledged = vi.fn();
  client.publish(ruleTopic(device), '{}', qos1, acknowledged);
  await vi.waitFor(() => expect(records).toHaveLength(1));
  // A whole way there and back, after it.
  await client.subscribeAsync('any');
  expect(acknowledged).not.toHaveBeenCalled();
  accept(1);
  await vi.waitFor(() => expect(acknowledged).toHaveBeenCalledOnce());
});

test('what is published beyond a hundred messages a second is discarded without an acknowledgement', async () => {
  const { port, time, refusals, records, accept } = await controlledBroker({ publishesPerSecond: 100 });
  const client = await connected(port, device);
  for (let n = 0; n < 130; n++) client.publish(ruleTopic(device), String(n), { qos: 0 });
  await vi.waitFor(() => expect(refusals).toHaveLength(30));
  expect(new Set(refusals)).toEqual(new Set(['publish_rate_exceeded']));
  expect(records).toHaveLength(100);
  accept(100);
  const acknowledged = vi.fn();
  client.publish(ruleTopic(device), 'too much', qos1, acknowledged);
  await vi.waitFor(() => expect(refusals).toHaveLength(31));
  time.now += 1_000;
  client.publish(ruleTopic(device), 'in time', { qos: 0 });
  await vi.waitFor(() => expect(records).toHaveLength(1));
  expect(acknowledged).not.toHaveBeenCalled();
});

/** A client that sends without looking at what it is answered. */
async function careless(port: number) {
  const { id } = device;
  const socket = connectSocket({ port, host: '127.0.0.1', noDelay: true }).on('error', () => {});
  onTestFinished(() => void socket.destroy());
  socket.write(
    generate({ cmd: 'connect', protocolId: 'MQTT', clientId: id, username: id, password: Buffer.from('s') }),
  );
  await once(socket, 'data');
  const packet = { cmd: 'publish', topic: ruleTopic(device), qos: 1, dup: false, retain: false } as const;
  let sent = 0;
  let acknowledged = 0;
  socket.on('data', bytes => {
    acknowledged += bytes.length / 4;
  });
  return {
    send: () => socket.write(generate({ ...packet, messageId: ++sent, payload: Buffer.alloc(500) })),
    acknowledged: () => acknowledged,
  };
}

test('nothing more is read from a client with a hundred messages that the stream has not', async () => {
  const { port, records, accept } = await controlledBroker();
  const sender = await careless(port);
  const bystander = await connected(port, other);
  for (let n = 1; n <= 150; n++) {
    sender.send();
    // One by one, so that each is a chunk of its own.
    if (n <= 100) await vi.waitFor(() => expect(records).toHaveLength(n), { interval: 1 });
    else await bystander.subscribeAsync('any');
  }
  expect(records).toHaveLength(100);
  expect(sender.acknowledged()).toBe(0);
  accept(100);
  await vi.waitFor(() => expect(records).toHaveLength(50));
  accept(50);
  await vi.waitFor(() => expect(sender.acknowledged()).toBe(150));
});

test('a client that sends 3 MB at once is read to its end, and is never far ahead of the stream', async () => {
  const { port, records, accept } = await controlledBroker();
  const MESSAGES = 5_000;
  const sender = await careless(port);
  for (let n = 0; n < MESSAGES; n++) sender.send();
  let most = 0;
  for (let accepted = 0; accepted < MESSAGES; ) {
    await vi.waitFor(() => expect(records.length).toBeGreaterThan(0), { interval: 1 });
    most = Math.max(most, records.length);
    accepted += records.length;
    accept(records.length);
  }
  await vi.waitFor(() => expect(sender.acknowledged()).toBe(MESSAGES));
  // What lay in the socket when it was too many: two chunks of 64 kB.
  expect(most).toBeLessThan(100 + 250);
});

test('while too much waits for a stream, nobody who publishes is read and nobody is let in', async () => {
  const { port, records, stream, refusals, accept } = await controlledBroker();
  stream.waitingBytes = MOST_WAITING_BYTES + 1;
  const refused = await answerTo(port, device);
  expect(refused).toBe(SERVER_UNAVAILABLE);
  await vi.waitFor(() => expect(refusals).toEqual(['connect_unavailable']));

  stream.waitingBytes = 0;
  const client = await connected(port, device);
  stream.waitingBytes = MOST_WAITING_BYTES + 1;
  client.publish(ruleTopic(device), '1', qos1);
  await vi.waitFor(() => expect(records).toHaveLength(1));
  const acknowledged = client.publishAsync(ruleTopic(device), '2', qos1);
  accept(1);
  // It was released by nothing: the stream is still behind.
  await new Promise(setImmediate);
  expect(records).toHaveLength(0);
  stream.waitingBytes = 0;
  accept(0);
  await vi.waitFor(() => expect(records).toHaveLength(1));
  accept(1);
  await acknowledged;
});

test('when a stream takes something again, clients are read only until too much waits anew', async () => {
  const { port, records, stream, accept } = await controlledBroker();
  const devices = Array.from({ length: 5 }, () => ({ id: randomUUID(), secret: 's' }));
  const clients = await Promise.all(devices.map(each => connected(port, each)));
  const bystander = await connected(port, other);
  const publishAll = () =>
    devices.map((each, index) => clients[index]!.publishAsync(ruleTopic(each), Buffer.alloc(500), qos1));
  stream.waitingBytes = MOST_WAITING_BYTES + 1;
  const first = publishAll();
  await vi.waitFor(() => expect(records).toHaveLength(devices.length));
  accept(devices.length);
  await Promise.all(first);
  const second = publishAll();

  // Behind all that was published.
  await bystander.subscribeAsync('any');

  stream.put = record => {
    records.push(record);
    stream.waitingBytes += record.data.byteLength;
  };
  stream.waitingBytes = MOST_WAITING_BYTES;
  accept(0);
  await bystander.subscribeAsync('any');
  expect(records).toHaveLength(1);
  stream.waitingBytes = 0;
  accept(0);
  await vi.waitFor(() => expect(records).toHaveLength(devices.length));
  accept(devices.length);
  await Promise.all(second);
});

test('of a client id there is one connection: the newest', async () => {
  const { port } = await controlledBroker();
  const first = await connected(port, device);
  const second = await connected(port, device);
  await cutOff(first);
  await second.subscribeAsync('any');
});

test('a client is asked about every five minutes, and cut off when it is let in no more', async () => {
  const { broker, port, time, authorizer, refusals } = await controlledBroker();
  const client = await connected(port, device);
  const stays = await connected(port, other);
  authorizer.mockImplementation(async ({ clientId }) =>
    clientId === device.id
      ? undefined
      : { policy: { allows: () => true }, refreshAt: Infinity, disconnectAt: Infinity },
  );
  time.now += 299_999;
  await broker.refresh();
  expect(authorizer).toHaveBeenCalledTimes(2);
  time.now += 1;
  await broker.refresh();
  expect(authorizer).toHaveBeenLastCalledWith(expect.objectContaining({ password: Buffer.from('s') }));
  await cutOff(client);
  expect(refusals).toEqual(['connection_expired']);
  await stays.subscribeAsync('any');
});

test('an authorizer that fails costs no client its connection, and is asked again', async () => {
  const { broker, port, time, authorizer, refusals } = await controlledBroker();
  const client = await connected(port, device);
  authorizer.mockRejectedValueOnce(new Error('away'));
  time.now += 300_000;
  await broker.refresh();
  await client.subscribeAsync('any');
  expect(authorizer).toHaveBeenCalledTimes(2);
  time.now += 10_000;
  await broker.refresh();
  expect(authorizer).toHaveBeenCalledTimes(3);
  expect(refusals).toEqual([]);
  authorizer.mockRejectedValueOnce(new Error('away'));
  expect(await answerTo(port, other)).toBe(SERVER_UNAVAILABLE);
});

test('a connection ends after a day', async () => {
  const { broker, port, time } = await controlledBroker();
  const client = await connected(port, device);
  for (let minutes = 5; minutes <= 24 * 60; minutes += 5) {
    time.now += 300_000;
    await broker.refresh();
  }
  await cutOff(client);
});
