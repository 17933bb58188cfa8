import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { generate } from 'mqtt-packet';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { credentialHash } from '../../../functions/iot/devices/credential.ts';
import type { Refusal } from '../../../local/mqtt/counts.ts';
import { createDevicePublisher } from '../../../platform/mqtt/publisher.ts';
import { testBroker } from './broker-process.ts';
import { answerTo, connected, cutOff, ruleTopic, type TestDevice } from './device-client.ts';

const at = await testBroker();
const { port } = at.broker;
const NOT_AUTHORIZED = 5;
const qos1 = { qos: 1 } as const;

/** What the attacks were refused for: looked at when all are over, since the broker tells once a second. */
const expected = new Map<Refusal, number>();
function counted(refusal: Refusal): void {
  expected.set(refusal, (expected.get(refusal) ?? 0) + 1);
}

/** A device that has done nothing wrong works as before. */
const bystander = await at.register();
/** Whose topics are attacked. */
const other = await at.register();
let tests = 0;
afterEach(async () => {
  const client = await connected(port, bystander);
  await client.publishAsync(ruleTopic(bystander), String(tests++), qos1);
});

/** Devices of which nothing may have come. Looked at at the end too: it takes the reading of every shard. */
const silent = [other];
async function silentDevice(): Promise<TestDevice> {
  const device = await at.register();
  silent.push(device);
  return device;
}

describe('signing in', () => {
  test.each<[string, (device: TestDevice, other: TestDevice) => object]>([
    ['a wrong secret', () => ({ password: 'wrong' })],
    ["another's secret", (_, { secret }) => ({ password: secret })],
    ['no secret', () => ({ password: undefined })],
    ['nothing at all', () => ({ username: undefined, password: undefined })],
    ['a name that is no id', () => ({ clientId: "' or 1=1 --", username: "' or 1=1 --" })],
    ["another's client id", (_, { id }) => ({ clientId: id })],
    [
      "a message to leave on another's topic",
      (_, other) => ({ will: { topic: ruleTopic(other), payload: 'x', qos: 1 } }),
    ],
  ])('with %s is refused', async (_what, options) => {
    const [device, other] = [await at.register(), await at.register()];
    counted('connect_not_allowed');
    expect(await answerTo(port, device, options(device, other))).toBe(NOT_AUTHORIZED);
  });

  test('a rotated credential is refused, and the new one is not', async () => {
    const device = await at.register();
    const secret = 'the-new-one';
    await at.database.sql`update iot_devices set credential_hash = ${credentialHash(secret)} where id = ${device.id}`;
    counted('connect_not_allowed');
    expect(await answerTo(port, device)).toBe(NOT_AUTHORIZED);
    await connected(port, { ...device, secret });
  });

  test('a retired device is cut off, and refused from then on', async () => {
    const device = await at.register();
    const client = await connected(port, device);
    await at.database.sql`
      update iot_devices set credential_hash = null, retired_at = now(), status = 'inactive' where id = ${device.id}`;
    await createDevicePublisher('local', at.broker.environment.IOT_DATA_ENDPOINT).disconnect(device.id);
    await cutOff(client);
    counted('connect_not_allowed');
    expect(await answerTo(port, device)).toBe(NOT_AUTHORIZED);
  });

  test('what is not MQTT is cut off', async () => {
    counted('protocol_error');
    const socket = connectSocket(port, '127.0.0.1').resume();
    socket.on('error', () => {});
    socket.write('GET / HTTP/1.1\r\nHost: broker\r\n\r\n');
    await once(socket, 'close', { signal: AbortSignal.timeout(5_000) });
  });
});

describe('publishing', () => {
  test.each<[string, (device: TestDevice) => string, Refusal?]>([
    ["to another's topic", () => ruleTopic(other)],
    ["past the rules to another's topic", () => `devices/${other.id}/readings`],
    ['past the rules', ({ id }) => `devices/${id}/readings`],
    ["to another's configuration", () => `devices/${other.id}/config`],
    ['to its own configuration', ({ id }) => `devices/${id}/config`],
    ['to its topic of another rule', ({ id }) => `$aws/rules/heal7_prod_readings/devices/${id}/readings`],
    ['to what the broker says of itself', () => '$SYS/heal7/heartbeat'],
    ['to a topic of a hundred levels', () => Array(100).fill('a').join('/'), 'protocol_error'],
  ])('%s cuts a device off, and nothing becomes of it', async (_what, topicOf, refusal = 'publish_not_allowed') => {
    const device = await silentDevice();
    const client = await connected(port, device);
    client.publish(topicOf(device), '{}', qos1);
    await cutOff(client);
    counted(refusal);
  });

  test.each<[string, object, Refusal]>([
    ['to be kept', { qos: 1, retain: true }, 'publish_not_allowed'],
    ['exactly once', { qos: 2 }, 'exactly_once_not_supported'],
  ])('%s cuts a device off: IoT Core has no such thing for it', async (_what, options, refusal) => {
    const device = await silentDevice();
    counted(refusal);
    const client = await connected(port, device);
    client.publish(ruleTopic(device), '{}', options);
    await cutOff(client);
  });

  test('10,000 readings in a message cut a device off', async () => {
    const device = await silentDevice();
    const reading = { type: 'temperature', value: 21.5, unit: 'Cel', recordedAt: 1_764_000_000_000 };
    counted('payload_too_large');
    const client = await connected(port, device);
    client.publish(ruleTopic(device), JSON.stringify(Array(10_000).fill(reading)), qos1);
    await cutOff(client);
  });

  test('a message that is to have 200 MB is refused when it begins', async () => {
    const { id, secret } = await silentDevice();
    counted('payload_too_large');
    const socket = connectSocket(port, '127.0.0.1').on('error', () => {});
    const clientId = id;
    socket.write(
      generate({ cmd: 'connect', protocolId: 'MQTT', clientId, username: id, password: Buffer.from(secret) }),
    );
    await once(socket, 'data', { signal: AbortSignal.timeout(5_000) });
    socket.write(Buffer.from([0x32, 0x80, 0x84, 0xaf, 0x5f, 0]));
    await once(socket.resume(), 'close', { signal: AbortSignal.timeout(5_000) });
  });

  test('more bytes than its rule takes are acknowledged and dropped: sent again, they would be as many', async () => {
    const device = await silentDevice();
    const client = await connected(port, device);
    counted('payload_too_large_for_rule');
    await client.publishAsync(ruleTopic(device, 'status'), 'x'.repeat(4_097), qos1);
  });

  test('bad JSON and a replayed message reach the stream as they came: they are judged where they are read', async () => {
    const device = await at.register();
    const client = await connected(port, device);
    for (const payload of ['{"type":', 'again', 'again']) await client.publishAsync(ruleTopic(device), payload, qos1);
    const records = (await at.records()).filter(({ deviceId }) => deviceId === device.id);
    const payloads = records.map(({ payload }) => Buffer.from(payload, 'base64').toString());
    expect(payloads).toEqual(['{"type":', 'again', 'again']);
  });
});

describe('subscribing', () => {
  test.each<[string, (device: TestDevice) => string]>([
    ['everything', () => '#'],
    ['every configuration', () => 'devices/+/config'],
    ["another's configuration", () => `devices/${other.id}/config`],
    ['all of its own', ({ id }) => `devices/${id}/#`],
    ['what the broker says of itself', () => '$SYS/#'],
    ['what reaches the rules', () => '$aws/rules/#'],
  ])('to %s cuts a device off', async (_what, filterOf) => {
    const device = await at.register();
    counted('subscribe_not_allowed');
    const client = await connected(port, device);
    client.subscribe(filterOf(device), qos1);
    await cutOff(client);
  });
});

test('each attack was counted, and nothing came of it; a device that did nothing wrong noticed none of them', async () => {
  const records = await at.records();
  const from = new Set(records.map(({ deviceId }) => deviceId));
  expect(silent.filter(({ id }) => from.has(id))).toEqual([]);
  const payloads = records.filter(({ deviceId }) => deviceId === bystander.id).map(({ payload }) => atob(payload));
  expect(payloads).toEqual(Array.from({ length: tests }, (_, n) => String(n)));
  await vi.waitFor(() => expect(at.refusals()).toEqual(Object.fromEntries(expected)), 5_000);
});
