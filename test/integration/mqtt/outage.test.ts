import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startBroker } from '../../../local/engines/broker.ts';
import { startStreams } from '../../../local/engines/streams.ts';
import { createDevicePublisher } from '../../../platform/mqtt/publisher.ts';
import { deviceTopics } from '../../../platform/mqtt/topics.ts';
import { testBroker } from './broker-process.ts';
import { connected, ruleTopic, type TestDevice } from './device-client.ts';

const at = await testBroker();
const qos1 = { qos: 1 } as const;

const recordsOf = async ({ id }: TestDevice) => (await at.records()).filter(({ deviceId }) => deviceId === id);
const payloadsOf = async (device: TestDevice) =>
  (await recordsOf(device)).map(({ payload }) => Buffer.from(payload, 'base64').toString());

test('a message lies in the stream as a record of its device when it is acknowledged', async () => {
  const device = await at.register();
  const client = await connected(at.broker.port, device);
  const before = Date.now();
  await client.publishAsync(ruleTopic(device), '{"a":1}', qos1);
  await client.publishAsync(ruleTopic(device, 'status'), '{"b":2}', qos1);
  const records = await recordsOf(device);
  expect(records.map(({ kind, deviceId, payload }) => [kind, deviceId, atob(payload)])).toEqual([
    ['readings', device.id, '{"a":1}'],
    ['status', device.id, '{"b":2}'],
  ]);
  for (const { receivedAt } of records) {
    expect(receivedAt).toBeGreaterThanOrEqual(before);
    expect(receivedAt).toBeLessThanOrEqual(Date.now());
  }
});

test('a port that is taken is said, with what to do', async () => {
  const { port } = at.broker;
  const second = startBroker({
    directory: join(at.folder, 'second'),
    port,
    publishesPerSecond: 1,
    environment: at.streams.environment,
  });
  await expect(second).rejects.toThrow(`MQTT_PORT=${port + 1} npm start`);
});

test('a killed broker loses nothing that it acknowledged, gets the rest again, and keeps what is retained', async () => {
  const device = await at.register();
  const client = await connected(at.broker.port, device, { reconnectPeriod: 50 });
  const publisher = createDevicePublisher('local', at.broker.environment.IOT_DATA_ENDPOINT);
  await publisher.retain(deviceTopics(device.id).config, '{"version":1}');
  await publisher.retain(deviceTopics(device.id).config, '{"version":2}');

  const sent = Array.from({ length: 50 }, (_, n) => String(n));
  const acknowledged = sent.map(payload => client.publishAsync(ruleTopic(device), payload, qos1));
  process.kill(at.broker.processId, 'SIGKILL');
  await at.broker.stop();
  await at.restart();
  await Promise.all(acknowledged);
  expect(new Set(await payloadsOf(device))).toEqual(new Set(sent));

  const heard = vi.fn();
  client.on('message', (_topic, payload, { retain }) => heard(payload.toString(), retain));
  await client.subscribeAsync(deviceTopics(device.id).config, qos1);
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['{"version":2}', true]]));

  const again = createDevicePublisher('local', at.broker.environment.IOT_DATA_ENDPOINT);
  await again.retain(deviceTopics(device.id).config, '{"version":3}');
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith('{"version":3}', false));
  await expect(again.retain('devices/+/config', '{}')).rejects.toThrow('wildcards');
  await again.disconnect('nobody');
});

test('while the stream is away nothing is acknowledged, and all is when it is back', async () => {
  const device = await at.register();
  const client = await connected(at.broker.port, device);
  await at.streams.stop();
  const acknowledged = vi.fn();
  const sent = Array.from({ length: 200 }, (_, n) => String(n));
  // As many a second as a device may.
  const publish = (payloads: readonly string[]) =>
    payloads.map(payload => client.publishAsync(ruleTopic(device), payload, qos1).then(acknowledged));
  const first = publish(sent.slice(0, 90));
  await vi.waitFor(() => expect(at.told('waits-for-stream')).toBe(1), 10_000);
  const second = publish(sent.slice(90, 180));
  expect(acknowledged).not.toHaveBeenCalled();
  const { port } = new URL(at.streams.endpoint);
  const back = await startStreams({ directory: join(at.folder, 'streams'), port: Number(port) });
  try {
    await Promise.all([...first, ...second]);
    expect(new Set(await payloadsOf(device))).toEqual(new Set(sent.slice(0, 180)));
    await vi.waitFor(() => expect(at.told('stream-back')).toBe(1), 5_000);
  } finally {
    await back.stop();
  }
});
