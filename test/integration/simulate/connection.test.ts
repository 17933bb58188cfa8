import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { generate, type IConnectPacket, type IPublishPacket, type Packet, parser } from 'mqtt-packet';
import { afterEach, expect, test, vi } from 'vitest';
import { type ConnectionEvents, ConnectionRefused, connectDevice } from '../../../local/simulate/connection.ts';

const TOPIC = '$aws/rules/heal7_local_readings/devices/0a/readings';

/** A server that keeps what it is sent, and answers as a test says. */
interface FakeBroker {
  readonly port: number;
  readonly packets: Packet[];
  readonly sockets: Socket[];
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function brokerThat(answers: (packet: Packet) => Packet | undefined): Promise<FakeBroker> {
  const packets: Packet[] = [];
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket);
    const reading = parser();
    reading.on('packet', packet => {
      packets.push(packet);
      const answer = answers(packet);
      if (answer !== undefined) socket.write(generate(answer));
    });
    socket.on('data', bytes => reading.parse(bytes));
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, packets, sockets };
}

const accepted: Packet = { cmd: 'connack', returnCode: 0, sessionPresent: false };
const ignoring: ConnectionEvents = { acknowledged: () => {}, lost: () => {} };

const device = (port: number, events: ConnectionEvents = ignoring) =>
  connectDevice({ host: '127.0.0.1', port, deviceId: '0a', secret: 'of 0a' }, events);

test('a device signs in as itself, and counts readings whose message is acknowledged', async () => {
  const broker = await brokerThat(packet => {
    if (packet.cmd === 'connect') return accepted;
    return packet.cmd === 'publish' ? { cmd: 'puback', messageId: packet.messageId! } : undefined;
  });
  let acknowledged = 0;
  const connection = await device(broker.port, { ...ignoring, acknowledged: readings => (acknowledged += readings) });
  for (let n = 0; n < 3; n++) connection.publish(TOPIC, `[${n}]`, 50);
  await vi.waitFor(() => expect(connection.inFlight()).toBe(0));
  expect(acknowledged).toBe(150);

  const [connect, ...published] = broker.packets as [IConnectPacket, ...IPublishPacket[]];
  expect(connect).toMatchObject({ clientId: '0a', username: '0a', password: Buffer.from('of 0a'), clean: true });
  expect(
    published.map(({ topic, payload, qos, dup, messageId }) => [topic, String(payload), qos, dup, messageId]),
  ).toEqual([0, 1, 2].map(n => [TOPIC, `[${n}]`, 1, false, n + 1]));
  connection.close();
  await vi.waitFor(() => expect(broker.packets.at(-1)).toMatchObject({ cmd: 'disconnect' }));
});

test('what was not acknowledged when a connection is lost is sent again on the next one, marked as such', async () => {
  let acknowledges = false;
  const broker = await brokerThat(packet => {
    if (packet.cmd === 'connect') return accepted;
    return packet.cmd === 'publish' && acknowledges ? { cmd: 'puback', messageId: packet.messageId! } : undefined;
  });
  let lost = 0;
  const connection = await device(broker.port, { ...ignoring, lost: () => (lost += 1) });
  connection.publish(TOPIC, '[1]', 1);
  await vi.waitFor(() => expect(broker.packets).toHaveLength(2));
  acknowledges = true;
  broker.sockets[0]!.destroy();
  await vi.waitFor(() => expect(connection.inFlight()).toBe(0), 3_000);
  expect(lost).toBe(1);
  const published = broker.packets.filter(packet => packet.cmd === 'publish');
  expect(published.map(({ payload, dup, messageId }) => [String(payload), dup, messageId])).toEqual([
    ['[1]', false, 1],
    ['[1]', true, 1],
  ]);
  connection.close();
});

test('a device that is not let in says why, and not with what secret it tried', async () => {
  const broker = await brokerThat(() => ({ cmd: 'connack', returnCode: 5, sessionPresent: false }));
  const refused = device(broker.port);
  await expect(refused).rejects.toThrow(ConnectionRefused);
  await expect(refused).rejects.toThrow('A device signs in, and the broker refuses it.');
  await expect(refused).rejects.not.toThrow('of 0a');
});

test('where nothing listens, the error says where', async () => {
  const broker = await brokerThat(() => undefined);
  const closed = once(servers[0]!, 'close');
  servers[0]!.close();
  await closed;
  await expect(device(broker.port)).rejects.toMatchObject({ code: 'ECONNREFUSED', port: broker.port });
});
